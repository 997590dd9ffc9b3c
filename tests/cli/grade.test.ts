import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Result } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { command } from '../support/in-process.ts';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

const resultIn = (folder: string, student: string): Result =>
  JSON.parse(readFileSync(join(folder, 'results', `${student}.json`), 'utf8'));

describe.concurrent('grade', () => {
  it('grades the examples where no paths are given, an assignment at a time', async () => {
    const cwd = folderWith();
    const ended = await gradcheck(['grade'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.err).toMatch(/The report: file:\/\/.*csc420-a2\/index\.html/);
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual([
      'csc420-a2',
      'depth-width-convnets',
      'layers-and-gradients',
      'theory-and-lenet',
    ]);
    const report = join(cwd, 'reports/csc420-a2');
    expect(readdirSync(report).sort()).toEqual([
      'assets',
      'grades.csv',
      'index.html',
      'journal.jsonl',
      'pages',
      'results',
    ]);
    const result = resultIn(report, 'student-001');
    expect(schemaErrors('result', result)).toEqual([]);
    expect(result.problems[0]?.marks.find(({ field }) => field === 'a1')?.verdict).toBe('slip');
    expect(readFileSync(join(report, 'pages/student-001.html'), 'utf8')).toContain('student-001');
    expect(readFileSync(join(report, 'grades.csv'), 'utf8')).toMatch(
      /^student,status,score,outOf,waiting,backprop-by-hand,conv-flops,lenet-parameters,notmnist-mlp\n/,
    );
  });

  it('takes files, folders in folders and globs, each file once, and gives equal bytes in any order', async () => {
    const cwd = folderWith({
      'in/a/1.json': paperOf('s-1'),
      'in/b/c/2.json': paperOf('s-2'),
      'in/b/notes.txt': 'no submission',
      'late-3.json': paperOf('s-3'),
    });
    const first = await gradcheck(['grade', 'in', 'late-*.json', 'in/a/1.json', '--out', 'x'], { cwd });
    const second = await gradcheck(['grade', 'late-3.json', 'in/b', 'in/a', '--out', 'y'], { cwd });
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.err).toContain('1 file was left out: neither .json nor a document');
    const report = bytesBelow(join(cwd, 'x'));
    expect(Object.keys(report)).toContain('results/s-3.json');
    expect(report).toEqual(bytesBelow(join(cwd, 'y')));
  });

  it('copes with names of files, folders and students in any writing', async () => {
    const name = 'Übung [1] {a}/réponse é 漢字 (final).json';
    const html = '<img src=x onerror=alert(1)>';
    const cwd = folderWith({ [name]: paperOf('Zoë O’Brien/漢字 ..'), 'Übung [1] {a}/2.json': paperOf(html) });
    const ended = await gradcheck(['grade', 'Übung [1] {a}', '-o', 'Mein Bericht'], { cwd });
    expect(ended.code).toBe(0);
    const students = Object.entries(bytesBelow(join(cwd, 'Mein Bericht/results'))).map(
      ([, text]) => JSON.parse(text).student,
    );
    expect(students.sort()).toEqual([html, 'Zoë O’Brien/漢字 ..']);
    const pages = Object.values(bytesBelow(join(cwd, 'Mein Bericht'))).filter((text) =>
      text.startsWith('<!doctype html>'),
    );
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(page).not.toContain('<img src=x');
  });

  it('writes Markdown when asked', async () => {
    const cwd = folderWith({ '1.json': paperOf('s-1') });
    await gradcheck(['grade', '1.json', '-f', 'html,md', '-o', 'r'], { cwd });
    expect(readdirSync(join(cwd, 'r/pages')).sort()).toEqual(['s-1.html', 's-1.md']);
  });

  it('keeps talk off standard output and colour off where it is not wanted', async () => {
    const cwd = folderWith({ '1.json': paperOf('s-1'), '2.json': paperOf('s-2') });
    const ended = await gradcheck(['grade', '.', '-o', 'r'], { cwd, env: { NO_COLOR: '1' } });
    expect(ended.out).toBe('csc420-a2: 2 papers, 15.0 of 55 on average\n  s-1    15 / 55\n  s-2    15 / 55\n');
    expect(ended.out + ended.err).not.toContain('\u001b[');
  });
});

describe.concurrent('a paper that cannot be graded costs no other', () => {
  const hostile: [name: string, content: string | Uint8Array, says: string][] = [
    ['empty.json', '', 'empty.json:1:1: the file is empty'],
    ['words.json', 'my answer is 3', 'words.json:1:1: "my" is not JSON'],
    ['cut.json', paperOf('cut').slice(0, -9), 'the file ends before its last bracket is closed'],
    ['result.json', '{"version":1}', '"student" is missing'],
    [
      'other.json',
      paperOf('other').replace('csc420-a2', 'csc420_a3'),
      'there is no assignment "csc420_a3" here; did you mean "csc420-a2"?',
    ],
    ['deep.json', `{"answers":${'['.repeat(10_000)}`, 'more than 64 levels of brackets'],
    ['large.json', new Uint8Array(50_000_000).fill(0x20), 'the file has 50.0 MB, more than the 5 MB allowed'],
    [
      'proto.json',
      '{"__proto__":{"assignment":"csc420-a2","student":"p","answers":{}}}',
      '"__proto__" is not a field of a submission',
    ],
    ['binary.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'not a text file in UTF-8'],
  ];

  it('says what is wrong with each and grades the rest', async () => {
    const files = Object.fromEntries(hostile.map(([name, content]) => [`in/${name}`, content]));
    const cwd = folderWith({ ...files, 'in/good.json': paperOf('good') });
    const ended = await gradcheck(['grade', 'in'], { cwd });
    expect(ended.code).toBe(3);
    for (const [, , says] of hostile) expect(ended.err).toContain(says);
    expect(resultIn(join(cwd, 'reports/csc420-a2'), 'good').score).toBe('15');
    const page = readFileSync(join(cwd, 'reports/csc420-a2/index.html'), 'utf8');
    for (const [name] of hostile) expect(page).toContain(name);
  }, 30_000);

  it('marks the fields that can be read beside those that cannot', async () => {
    const odd = {
      z1: '1.368',
      a1: 'NaN',
      z2: '1e999999999',
      a2: '-0',
      z3: '7'.repeat(100_000),
      yhat: '<script>alert(1)</script>',
      L: '\u0007\u001b[31m0.02',
      dL_dyhat: '=1+1',
      dyhat_dz3: [[['0.1']]],
      dL_dw4: '0.0006',
      constructor: '1',
    };
    const text = paperOf('odd', odd).replace(
      '"z1":"1.368"',
      '"z1":1.368,"__proto__":"2","da2_dz2":1e999999999,"dyhat_dw3":true',
    );
    const cwd = folderWith({ 'odd.json': text.replace('"answers":{', '"answers":{"backprop_by_hand":{"z1":"1"},') });
    const ended = await gradcheck(['grade', 'odd.json', '-o', 'r'], { cwd });
    expect(ended.code).toBe(0);
    const result = resultIn(join(cwd, 'r'), 'odd');
    expect(result.status).toBe('needs-review');
    expect(schemaErrors('result', result)).toEqual([]);
    const verdicts = Object.fromEntries(result.problems[0]?.marks.map(({ field, verdict }) => [field, verdict]) ?? []);
    expect(verdicts).toMatchObject({
      z1: 'correct',
      a1: 'unreadable',
      z2: 'unreadable',
      z3: 'unreadable',
      yhat: 'unreadable',
      da2_dz2: 'unreadable',
      dyhat_dw3: 'unreadable',
    });
    const unknown = result.problems[0]?.unknown ?? [];
    expect(unknown.map(({ field }) => field).sort()).toEqual(['__proto__', 'constructor', 'dL_dw4']);
    expect(unknown.find(({ field }) => field === 'dL_dw4')?.says).toContain('dL_dw3');
    expect(result.messages?.join()).toContain(
      '/answers/backprop_by_hand: this assignment has no problem "backprop_by_hand"; did you mean "backprop-by-hand"?',
    );
    const page = readFileSync(join(cwd, 'r/pages/odd.html'), 'utf8');
    expect(page).not.toContain('<script>alert');
    expect(ended.out + ended.err).not.toContain('\u001b');
  });

  it('takes answers that are made to exhaust it', async () => {
    const fields = ['z1', 'a1', 'z2', 'a2', 'z3', 'yhat', 'L', 'dL_dyhat', 'dyhat_dz3', 'da2_dz2', 'dL_dw3'];
    const answers: [student: string, answer: unknown][] = [
      ['lines', Array(9_000).fill('(0.061818)(0.249044) = 0.00143')],
      ['long', `${'1+'.repeat(99_000)}1`],
      ['brackets', `${'('.repeat(90_000)}1${')'.repeat(90_000)}`],
      ['digits', '9'.repeat(190_000)],
      ['towers', '9^9^9^9^9^9'],
      ['exponentials', 'exp(exp(exp(exp(9))))'],
      ['fractions', '\\frac{'.repeat(20_000)],
      ['nested', JSON.parse(`${'['.repeat(55)}"1"${']'.repeat(55)}`)],
    ];
    const papers = answers.map(([student, answer]) => {
      const all = Object.fromEntries(fields.map((field) => [field, answer]));
      return [`${student}.json`, paperOf(student, all)] as const;
    });
    const many = Object.fromEntries(Array.from({ length: 4_900 }, (_, i) => [`field_number_${i}`, '0.5'.repeat(100)]));
    const cwd = folderWith({ ...Object.fromEntries(papers), 'unknown.json': paperOf('unknown', many) });
    const ended = await gradcheck(['grade', '.', '-o', 'r'], { cwd });
    expect(ended.err).not.toContain('grader-error');
    expect(ended.code).toBe(0);
    expect(readdirSync(join(cwd, 'r/pages'))).toHaveLength(answers.length + 1);
  });

  it('grades neither of two different papers by one student, and says which they are', async () => {
    const cwd = folderWith({
      'a.json': paperOf('s-1'),
      'b.json': paperOf('s-1', { dL_dw3: '0.0001' }),
      'c.json': paperOf('s-2'),
    });
    const ended = await gradcheck(['grade', '.', '-o', 'r'], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('a.json and b.json are different papers by "s-1"');
    expect(resultIn(join(cwd, 'r'), 's-1')).toMatchObject({ status: 'invalid-submission', waiting: '55' });
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toContain(
      '\ns-1,invalid-submission,,55,55,,,,\ns-2,graded,15,55,0,15,0,0,0\n',
    );
  });

  it('grades two equal files once', async () => {
    const cwd = folderWith({ 'a.json': paperOf('s-1'), 'b.json': paperOf('s-1') });
    const ended = await gradcheck(['grade', '.', '-o', 'r'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('b.json: the same as another file, byte for byte; graded once');
  });

  it('gives a paper without answers a page that says so', async () => {
    const cwd = folderWith({ 'a.json': '{"assignment":"csc420-a2","student":"s-1"}', 'b.json': paperOf('s-2') });
    const ended = await gradcheck(['grade', '.', '-o', 'r'], { cwd });
    expect(ended.code).toBe(3);
    expect(resultIn(join(cwd, 'r'), 's-1')).toMatchObject({ status: 'invalid-submission', score: '0', waiting: '55' });
    expect(readFileSync(join(cwd, 'r/pages/s-1.html'), 'utf8')).toContain('answers');
  });
});

describe('what was asked for cannot be', () => {
  const good = { 'a.json': paperOf('s-1') };
  const cases: [id: string, args: string[], code: number, says: string][] = [
    ['no such file', ['grade', 'b.json'], 4, 'nothing matched: there is no JSON file at b.json'],
    ['a glob that fits nothing', ['grade', 'x/*.json'], 4, 'nothing matched'],
    ['an unknown assignment', ['grade', 'a.json', '-a', 'csc420-a22'], 2, 'did you mean "csc420-a2"?'],
    [
      'an assignment that is no file',
      ['grade', 'a.json', '-a', './x.json'],
      2,
      'x.json:1:1: the file cannot be read: there is no such file',
    ],
    ['an unknown format', ['grade', 'a.json', '-f', 'pdf'], 2, 'there is no format "pdf"'],
    ['an unknown option', ['grade', 'a.json', '--format=html', '--asignment', 'x'], 2, 'asignment'],
    ['an unknown command', ['graed'], 2, 'Did you mean grade?'],
    ['no command', [], 2, 'gradcheck --help'],
    [
      'a file in the way of the report',
      ['grade', 'a.json', '-o', 'a.json'],
      2,
      'cannot write a.json: a file of this name is in the way',
    ],
  ];
  test.each(cases)('%s', async (_, args, code, says) => {
    const ended = await command(args, folderWith(good));
    expect(ended.err).toContain(says);
    expect([ended.code, ended.out]).toEqual([code, '']);
  });

  it('goes on where one of several paths is missing, and does not call that done', async () => {
    const ended = await command(['grade', 'a.json', 'b.json', '-o', 'r'], folderWith(good));
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('b.json: there is no such file');
    expect(ended.out).toContain('s-1');
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    const cwd = folderWith(good);
    mkdirSync(join(cwd, 'locked'));
    chmodSync(join(cwd, 'locked'), 0o500);
    const ended = await command(['grade', 'a.json', '-o', 'locked/r'], cwd);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('permission denied; choose another folder with --out');
  });
});

describe.concurrent('a run after a run', () => {
  it('takes what is the same from the last run, and grades what changed', async () => {
    const cwd = folderWith({ 'in/a.json': paperOf('s-1'), 'in/b.json': paperOf('s-2', { dL_dw3: '0.0001' }) });
    await gradcheck(['grade', 'in', '-o', 'r'], { cwd });
    const before = bytesBelow(join(cwd, 'r'));
    const again = await gradcheck(['grade', 'in', '-o', 'r'], { cwd });
    expect(again.err).toContain('2 of 2 taken from the last run');
    const { 'index.html': _, ...records } = before;
    expect(bytesBelow(join(cwd, 'r'))).toMatchObject(records);
    expect((await gradcheck(['grade', 'in', '-o', 'r', '--fresh'], { cwd })).err).not.toContain(
      'taken from the last run',
    );
    const one = join(cwd, 'in/b.json');
    writeFileSync(one, paperOf('s-2'));
    expect((await gradcheck(['grade', 'in', '-o', 'r'], { cwd })).err).toContain('1 of 2 taken from the last run');
    expect(resultIn(join(cwd, 'r'), 's-2').score).toBe('15');
    const table = join(cwd, 'r/changes.csv');
    expect(readFileSync(table, 'utf8').split('\n')).toEqual([
      'student,kind,before,after,by,problems,why',
      's-2,changed,0,15,+15,backprop-by-hand 0 → 15,handed in again',
      '',
    ]);
    expect((await gradcheck(['grade', 'in', '-o', 'r'], { cwd })).code).toBe(0);
    expect(existsSync(table)).toBe(true);
  });

  it('keeps the results of papers that were not handed in again, and says so', async () => {
    const cwd = folderWith({ 'a.json': paperOf('s-1'), 'b.json': paperOf('s-2') });
    await gradcheck(['grade', 'a.json', '-o', 'r'], { cwd });
    const ended = await gradcheck(['grade', 'b.json', '-o', 'r'], { cwd });
    expect(ended.err).toContain('1 earlier results stay in the report');
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toMatch(/s-1,[\s\S]*s-2,/);
  });

  it('is interrupted and goes on', async () => {
    const papers = Array.from({ length: 200 }, (_, i) => [
      `in/${i}.json`,
      paperOf(`s-${i}`, { z1: '1.368', a1: '0.2029', dL_dw3: `0.00${i + 10}` }),
    ]);
    const cwd = folderWith(Object.fromEntries(papers));
    const results = join(cwd, 'r/results');
    const ended = await gradcheck(['grade', 'in', '-o', 'r'], {
      cwd,
      started: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(results) || readdirSync(results).length < 5) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 5);
      },
    });
    expect(ended.code).toBe(130);
    expect(ended.err).toContain('run the same command again');
    const graded = readFileSync(join(cwd, 'r/journal.jsonl'), 'utf8').trim().split('\n').length;
    expect(graded).toBeLessThan(200);
    const again = await gradcheck(['grade', 'in', '-o', 'r'], { cwd });
    expect(again.code).toBe(0);
    expect(again.err).toContain(`${graded} of 200 taken from the last run`);
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8').trim().split('\n')).toHaveLength(201);
  }, 60_000);
});

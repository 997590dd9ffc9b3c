import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';

describe('exports', () => {
  it('go each to its own file, and what fails leaves none', async () => {
    const cwd = folderWith({ 'in/s-1.json': paperOf('s-1'), 'bad.csv': 'a,b\n' });
    const { code } = await command(['grade', 'in', '-f', 'junit,jsonl,parquet,github,moodle', '-o', 'out'], cwd);
    expect(code).toBe(0);
    const files = readdirSync(join(cwd, 'out'), { recursive: true }).map(String).sort();
    expect(files.filter((name) => /\.\w+$/.test(name) && !/^(pages|journal|assets)/.test(name))).toEqual([
      'github/s-1.annotations.txt',
      'github/s-1.json',
      'github/s-1.summary.md',
      'grades.csv',
      'index.html',
      'junit.xml',
      'marks.jsonl',
      'marks.parquet',
      'moodle.csv',
      'results/s-1.json',
    ]);
    const failed = await command(['grade', 'in', '-f', 'jsonl', '--canvas', 'bad.csv', '-o', 'other'], cwd);
    expect([failed.code, failed.err]).toEqual([2, expect.stringContaining('bad.csv: this is no gradebook of Canvas')]);
    expect(readdirSync(join(cwd, 'other')).filter((name) => name.startsWith('marks'))).toEqual([]);
  });

  test.each([
    ['an unknown format', ['-f', 'excel'], /there is no format "excel"; there are html/],
    ['Canvas without its file', ['-f', 'canvas'], /name it with --canvas FILE/],
    ['a roster without ids', ['--roster', 'r.csv'], /needs a column "id"; it has name, mail/],
    ['a roster with an id twice', ['--roster', 'twice.csv'], /twice.csv:3: "s-1" stands more than once/],
  ])('%s is refused', async (_, args, says) => {
    const cwd = folderWith({
      'in/s-1.json': paperOf('s-1'),
      'r.csv': 'name,mail\nA,b\n',
      'twice.csv': 'id\ns-1\ns-1\n',
    });
    const { code, err } = await command(['grade', 'in', ...args], cwd);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });

  it('of a class with a roster tell who is missing, excused and unknown, and equal troubles once', async () => {
    const excused = (student: string) => ({
      kind: 'excused',
      student,
      why: 'ill',
      by: 'ta',
      at: '2026-10-02T10:00:00Z',
    });
    const decisions = { version: 1, assignment: 'csc420-a2', entries: [excused('s-6'), excused('s-77')] };
    const cwd = folderWith({
      'in/s-1.json': paperOf('s-1', { nobody: '1' }),
      'in/s-9.json': paperOf('s-9', { nobody: '1' }),
      'in/s-5.json': '{',
      'adjustments/csc420-a2.json': JSON.stringify(decisions),
      'r.csv': 'id;name;email;section\ns-1;Ana;a@x;A\n-7;Minus;m@x;B\ns-5;Eve;e@x;B\ns-6;Ill;i@x;B\n',
    });
    const { err } = await command(['grade', 'in', '-o', 'out', '--roster', 'r.csv'], cwd);
    const told = err.split('\n');
    expect(told).toContain('1 of 4 have not handed in: -7');
    expect(told).toContain('by its name a file that was not graded is of: s-5');
    expect(told).toContain('not on the roster: s-9');
    expect(told).toContain('decisions about people who are not on the roster: s-77');
    expect(told).toContain('s-1, s-9: needs-review');
    const rows = readFileSync(join(cwd, 'out/grades.csv'), 'utf8').split('\n').slice(-5);
    expect(rows.map((row) => row.replace(/,+/g, ','))).toEqual([
      expect.stringMatching(/^s-9,needs-review,/),
      '-7,missing,Minus,m@x,B',
      's-5,invalid-submission,Eve,e@x,B',
      's-6,excused,Ill,i@x,B',
      '',
    ]);
  });
});

describe('the bundle for Gradescope', () => {
  let bundled: Uint8Array | undefined;
  async function bundle(): Promise<Uint8Array> {
    const cwd = folderWith({ 'in/s-1.json': paperOf('s-1') });
    await command(['grade', 'in', '-f', 'gradescope', '-o', 'out'], cwd);
    return readFileSync(join(cwd, 'out/gradescope/autograder.zip'));
  }

  /** A machine like Gradescope's: the bundle unpacked, this very program in place of the installed one. */
  async function machine(
    submission: Record<string, string>,
  ): Promise<{ root: string; code: number | null; err: string }> {
    bundled ??= await bundle();
    const files = unzipSync(bundled);
    const root = folderWith(
      Object.fromEntries(Object.entries(submission).map(([name, text]) => [`submission/${name}`, text])),
    );
    mkdirSync(join(root, 'source'));
    mkdirSync(join(root, 'submission'), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, 'source', name), bytes);
    const program = join(root, 'gradcheck');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/src/cli/main.js')}" "$@"\n`);
    chmodSync(program, 0o755);
    const env = { ...process.env, AUTOGRADER_ROOT: root, GRADCHECK: program };
    const { status, stderr } = spawnSync('bash', [join(root, 'source/run_autograder')], { env, encoding: 'utf8' });
    return { root, code: status, err: stderr };
  }
  const resultsIn = (root: string) => JSON.parse(readFileSync(join(root, 'results/results.json'), 'utf8'));

  it('holds programs that the shell can read, and that are allowed to run', async () => {
    const { root } = await machine({});
    for (const name of ['setup.sh', 'run_autograder']) execFileSync('bash', ['-n', join(root, 'source', name)]);
    expect(readdirSync(join(root, 'source')).sort()).toEqual([
      'assignment.json',
      'run_autograder',
      'setup.sh',
      'version',
    ]);
  });

  it('grades a paper', async () => {
    const { root, code } = await machine({ 'hw.json': paperOf('s-1') });
    expect([code, resultsIn(root).score]).toEqual([0, 15]);
  });

  it('asks for a paper where there is none, or none that can be read', async () => {
    for (const files of [{}, { 'hw.json': '{' }]) {
      const { root, code } = await machine(files as Record<string, string>);
      expect([code, resultsIn(root)]).toEqual([
        0,
        { score: 0, output: expect.stringContaining('No paper could be read'), visibility: 'visible' },
      ]);
    }
  });

  it('gives no zero where the grader itself fails', async () => {
    const { root } = await machine({ 'hw.json': paperOf('s-1') });
    writeFileSync(join(root, 'gradcheck'), '#!/bin/sh\nexit 70\n');
    execFileSync('rm', [join(root, 'results/results.json')]);
    const env = { ...process.env, AUTOGRADER_ROOT: root, GRADCHECK: join(root, 'gradcheck') };
    expect(spawnSync('bash', [join(root, 'source/run_autograder')], { env }).status).not.toBe(0);
    expect(existsSync(join(root, 'results/results.json'))).toBe(false);
  });
});

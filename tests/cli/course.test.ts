import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { course, filesOf, problemText } from '../support/course.ts';
import { folderWith } from '../support/folder.ts';
import { command } from '../support/in-process.ts';
import { gradcheck } from '../support/program.ts';

describe("a problem of a course's own", () => {
  const cwd = course();
  test.each([
    ['problems list', ['problems', 'list'], 0, /^one-neuron {2,}One neuron$/m],
    ['problems show', ['problems', 'show', 'one-neuron'], 0, /A neuron with x = 0\.7 and w = -1\.3\. Every step/],
    ['problems lint', ['problems', 'lint', 'one-neuron'], 0, /^ok {4}one-neuron\n/],
    ['solve', ['solve', 'one-neuron'], 0, /yhat = sigmoid\(z\) {4}\(the prediction\)\n.*\n.*= 0\.2870/],
    ['template', ['template', 'week-1', '--student', 's'], 0, /"one-neuron": \{\s+"z": "",\s+"yhat": ""/],
    ['verify', ['verify', 'one-neuron'], 0, /^ok {4}one-neuron {2}forward pass on traced numbers: 2 lines/],
    ['check', ['check', 'handed-in/s-001.json'], 1, /one-neuron +2 lines: 1 right, 1 needs another look/],
  ])('is seen by %s', async (_, args, code, says) => {
    const ended = await command(args, cwd);
    expect([ended.err, ended.code]).toEqual(['', code]);
    expect(ended.out).toMatch(says);
  });

  it('is trained by the task beside it', async () => {
    const task = readFileSync('src/trainer/tasks/zero-init.json', 'utf8').replace('"epochs"', '"epoch"');
    const { code, err } = await command(['train', 'one-neuron'], course({ 'problems/one-neuron/task.json': task }));
    expect([code, err]).toEqual([2, expect.stringMatching(/^one-neuron\/task\.json: .*"epoch/)]);
  });

  it('is graded, its slip named', async () => {
    const { code } = await command(['grade', 'handed-in', '--out', 'r'], cwd);
    expect(code).toBe(0);
    const result = JSON.parse(readFileSync(join(cwd, 'r/results/s-001.json'), 'utf8'));
    const verdicts = result.problems.map((problem: { marks: { verdict: string }[] }) =>
      problem.marks.map(({ verdict }) => verdict),
    );
    expect(verdicts).toEqual([['correct', 'slip'], expect.arrayContaining(['correct'])]);
  });

  it('is graded again when its words have changed, and not when nothing has', async () => {
    const own = course();
    const grade = async () => (await command(['grade', 'handed-in', '--out', 'r'], own)).err;
    await grade();
    expect(await grade()).toContain('1 of 1 taken from the last run');
    const file = join(own, 'problems/one-neuron/problem.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace('the prediction', 'what is foretold'));
    // Each run is a process; here the module that was loaded before would be used again.
    expect((await gradcheck(['grade', 'handed-in', '--out', 'r'], { cwd: own })).err).not.toContain('taken from');
    expect(readFileSync(join(own, 'r/pages/s-001.html'), 'utf8')).toContain('what is foretold');
  });

  it('is graded again when a module that it imports has changed', async () => {
    const imports = "import { slope } from '../../lib/slopes';\n";
    const own = course({
      'problems/one-neuron/problem.ts': `${imports}${problemText('one-neuron')}void slope;\n`,
      'lib/slopes.ts': "export { slope } from './slope.js';\n",
      'lib/slope.ts': 'export const slope = (x: number) => x;\n',
    });
    const grade = async () => (await command(['grade', 'handed-in', '--out', 'r'], own)).err;
    await grade();
    expect(await grade()).toContain('1 of 1 taken from the last run');
    writeFileSync(join(own, 'lib/slope.ts'), 'export const slope = (x: number) => 2 * x;\n');
    expect(await grade()).not.toContain('taken from');
  });

  it('is seen from a folder below, and by --config from anywhere', async () => {
    const below = join(cwd, 'notes/week');
    mkdirSync(below, { recursive: true });
    expect((await command(['solve', 'one-neuron'], below)).code).toBe(0);
    const away = ['solve', 'one-neuron', '--config', join(cwd, 'gradcheck.config.json')];
    expect((await command(away, folderWith())).code).toBe(0);
    expect((await command(['solve', 'one-neuron'], folderWith())).code).toBe(2);
  });

  test.each(['.js', '.mjs'])('may be written in JavaScript: %s', async (ending) => {
    const text = problemText('one-neuron')
      .replace(/interface [^}]*\}\n/, '')
      .replace(': Numbers', '');
    const files = { ...filesOf('one-neuron'), [`problems/one-neuron/problem${ending}`]: text };
    delete files['problems/one-neuron/problem.ts'];
    const ended = await command(['solve', 'one-neuron'], folderWith({ 'gradcheck.config.json': '{}', ...files }));
    expect([ended.err, ended.code]).toEqual(['', 0]);
  });

  it('imports the program that runs, whatever is installed beside it', async () => {
    const broken = {
      'node_modules/gradcheck/package.json': '{"main":"m.js"}',
      'node_modules/gradcheck/m.js': 'throw 1',
    };
    expect((await command(['solve', 'one-neuron'], course(broken))).code).toBe(0);
  });

  it('is found through a link', async () => {
    const link = join(folderWith(), 'course');
    symlinkSync(cwd, link);
    expect((await command(['problems', 'lint', 'one-neuron'], link)).code).toBe(0);
  });
});

describe('a configuration', () => {
  const asModule = "import { defineFunction } from 'gradcheck';\nexport default { functions: [swish()] };\n";
  const swish = "const swish = () => defineFunction({ name: 'swish', formula: 'x*sigmoid(x)' });\n";

  test.each([
    ['ts', 'const folder: string = "problems";\nexport default { problems: [folder] };\n'],
    ['mjs', 'export default { problems: ["problems"] };\n'],
    ['js', 'module.exports = { problems: ["problems"] };\n'],
  ])('may be a module: .%s', async (ending, text) => {
    const cwd = folderWith({ ...filesOf('one-neuron'), [`gradcheck.config.${ending}`]: text });
    const ended = await command(['problems', 'list'], cwd);
    expect([ended.err, ended.code]).toEqual(['', 0]);
    expect(ended.out).toContain('one-neuron');
  });

  it('brings functions of the course, which its formulas may apply', async () => {
    const text = problemText('one-neuron').replace('sigmoid(z)', 'swish(z)');
    const cwd = folderWith({
      ...filesOf('one-neuron', { 'problem.ts': text }),
      'gradcheck.config.ts': asModule.replace('export', `${swish}export`),
    });
    const { out, err } = await command(['solve', 'one-neuron', '--json'], cwd);
    // -0.91 * 0.28698... = -0.26115
    expect([err, JSON.parse(out).lines.at(-1).value]).toEqual(['', '-0.2612']);
  });

  it('brings functions that students may write as well: in their working, as a formula, in code and in a derivation', async () => {
    const more = `formulas: { symbols: { x: '1×1' } },
      fields: [
        { kind: 'formula', name: 'twice', right: 'swish(2*x)' },
        { kind: 'derivation', name: 'steps', right: '2*swish(2*x)' },
      ],`;
    const text = problemText('one-neuron', { more })
      .replace('sigmoid(z)', 'swish(z)')
      .replace('asks: {', 'asks: { twice: { points: 1 }, steps: { points: 1 },');
    const week = { id: 'week', title: 'Week', problems: [{ problem: 'one-neuron' }] };
    const paper = (student: string, yhat: string, twice: string, steps: readonly string[]): string => {
      const answers = { 'one-neuron': { z: '-0.91', yhat, twice, steps } };
      return JSON.stringify({ assignment: 'week', student, answers });
    };
    const steps = ['swish(2x) + swish(2x)', '= 2 swish(2x)'];
    const cwd = folderWith({
      ...filesOf('one-neuron', { 'problem.ts': text }),
      'gradcheck.config.ts': asModule
        .replace('export', `${swish}export`)
        .replace('{ functions', "{ problems: ['problems'], assignments: ['assignments'], functions"),
      'assignments/week.json': JSON.stringify(week),
      'in/a.json': paper('a', 'swish(-0.91) = -0.2612', 'swish(2x)', steps),
      'in/b.json': paper('b', '-0.2612', 'y = swish(2 * x)', steps),
      'in/c.json': paper('c', '-0.91*sigmoid(-0.91) = -0.2612', '2x \\sigma(2x)', steps),
      'in/d.json': paper('d', 'swish(0.91) = 0.6488', 'swish(x)', ['swish(2x)', '= 3 swish(2x)']),
    });
    const { code, err } = await gradcheck(['grade', 'in', '--out', 'r'], { cwd });
    expect([code, err]).toEqual([0, expect.not.stringContaining('fault')]);
    const verdictsOf = (student: string): string[] => {
      const { problems } = JSON.parse(readFileSync(join(cwd, `r/results/${student}.json`), 'utf8'));
      return problems[0].marks.map((mark: { field: string; verdict: string }) => `${mark.field} ${mark.verdict}`);
    };
    const right = ['z correct', 'yhat correct', 'twice correct', 'steps correct'];
    for (const student of ['a', 'b', 'c']) expect(verdictsOf(student), student).toEqual(right);
    for (const verdict of verdictsOf('d').slice(1)) expect(verdict).not.toMatch(/correct|unreadable|review/);
  });

  it('brings conventions of the course, for the problems that have the lines', async () => {
    const convention = "{ id: 'squared', says: 'with x in the place of w', over: { z: 'x*x' } }";
    const elsewhere = "{ id: 'other', says: 'about another problem', over: { v: 'x' } }";
    const answers = { 'one-neuron': { z: '0.49', yhat: '0.6201' } };
    const cwd = folderWith({
      'gradcheck.config.ts': `export default { conventions: [${convention}, ${elsewhere}] };`,
      ...filesOf('one-neuron'),
      'a.json': JSON.stringify({
        id: 'a',
        title: 'A',
        problems: [{ problem: 'one-neuron', conventions: ['squared'] }],
      }),
      'paper.json': JSON.stringify({ assignment: 'a', student: 's', answers }),
    });
    const { code, err, out } = await command(['check', 'paper.json', '-a', './a.json'], cwd);
    expect([err, code, out]).toEqual(['', 0, expect.stringContaining('2 lines, all right')]);
  });

  test.each([
    ['no JSON', '{ problems: [] }', /gradcheck\.config\.json:1:3: "problems" is not JSON/],
    [
      'an unknown member',
      '{ "problem": ["problems"] }',
      /gradcheck\.config\.json:1:3: .*"problem" is not a name .*"problems"\?/,
    ],
    ['a folder as text', '{ "problems": "problems" }', /\/problems: this must be array; it is a list of folders/],
    ['a list', '[]', /this must be object/],
  ])('with %s is refused at its place', async (_, text, says) => {
    const { code, err } = await command(['problems', 'list'], folderWith({ 'gradcheck.config.json': text }));
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });

  test.each([
    ['throws', 'throw new Error("boom");\nexport default {};', /gradcheck\.config\.mjs:1: boom/],
    ['exports nothing', 'export const a = 1;', /gradcheck\.config\.mjs: there is no default export/],
    ['has a function without a name', 'export default { functions: [{}] };', /functions\/0: it has no name/],
    ['has a word of its own', 'export default { slips: [] };', /"slips" is not a name/],
  ])('that %s is refused', async (_, text, says) => {
    const { code, err } = await command(['problems', 'list'], folderWith({ 'gradcheck.config.mjs': text }));
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });

  it('is refused where there are two, or none of the name', async () => {
    const two = await command(
      ['problems', 'list'],
      folderWith({ 'gradcheck.config.json': '{}', 'gradcheck.config.mjs': '' }),
    );
    expect([two.code, two.err]).toEqual([2, expect.stringContaining('gradcheck.config.json is there as well')]);
    const none = await command(['problems', 'list', '--config', 'x.json'], folderWith());
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('--config x.json: there is no such file')]);
  });

  it('that names folders which are not there says so where a name is not found', async () => {
    const cwd = folderWith({ 'gradcheck.config.json': '{ "problems": ["probs"] }' });
    const { code, err } = await command(['solve', 'one-neuron'], cwd);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('There is no folder probs, which the configuration names'),
    ]);
    expect((await command(['problems', 'list'], cwd)).code).toBe(0);
  });
});

describe('a configuration among the submissions', () => {
  const planted = {
    'gradcheck.config.mjs': 'import fs from "node:fs"; fs.writeFileSync("run", ""); export default {};',
  };
  const files = { 'a.json': '{}', 'b.json': '{}', ...planted };
  test.each([
    ['in the folder that is graded', ['.'], '.'],
    ['below it', ['..'], '.'],
    ['beside the files that are graded', ['a.json', 'b.json'], '.'],
  ])('is not run: %s', async (_, paths, at) => {
    const cwd = folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])));
    const { code, err } = await command(['grade', ...paths], resolve(cwd, 'in', at));
    expect([code, err]).toEqual([2, expect.stringContaining('--config gradcheck.config.mjs')]);
    expect(() => readFileSync(join(cwd, 'in/run'))).toThrow();
  });
});

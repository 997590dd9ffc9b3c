import { describe, expect, it, test } from 'vitest';
import { config, course, filesOf, problemText, proofText } from '../support/course.ts';
import { folderWith } from '../support/folder.ts';
import { command } from '../support/in-process.ts';

const file = 'problems/one-neuron/problem.ts';
const withProblem = (text: string) => course({ [file]: text });
const line = (z: string, more = '') => problemText('one-neuron', { z, more });

/** What is wrong, the problem that has it, and what must be said: line and column are those of the file. */
const faults: readonly [string, string, string][] = [
  [
    'an unknown function',
    line('log(w)'),
    ':14:9: one-neuron: line "z" cannot be read at character 1 of "log(w)": `log` is not a function here: did you mean `ln` or `log10`?',
  ],
  [
    'an unknown function, later in the line',
    line('w*x + log(w)'),
    ':14:15: one-neuron: line "z" cannot be read at character 7',
  ],
  [
    'a line that is declared twice',
    line("w*x',\n    z: 'w + x"),
    ':15:5: "z" stands twice in working, and the first would be lost; call one of them otherwise',
  ],
  ['a line that cannot be read', line('w*'), ':14:11: one-neuron: line "z" cannot be read at character 3'],
  [
    'a name that nothing defines',
    line('w*b'),
    ':14:11: one-neuron: line "z" uses "b", which no given or earlier line defines',
  ],
  ['a line that is used above itself', line('w*yhat'), ':14:11: one-neuron: line "z" uses "yhat"'],
  [
    'an asked line that is not there',
    line('w*x').replace('asks: { yhat', 'asks: { y'),
    ':17:11: one-neuron: "y" is asked for',
  ],
  [
    'steps that carry too much',
    line('w*x').replace('z: 1 }', 'z: 3 }'),
    ':17:3: one-neuron: the steps of "yhat" carry more points',
  ],
  [
    'no points',
    line('w*x').replace('{ points: 2, steps: { z: 1 } }', '{}'),
    ':17:11: one-neuron: "yhat" is asked for without points',
  ],
  [
    'a given that is no number',
    line('w*x').replace("'0.7'", "'0,7'"),
    ':12:13: one-neuron: the given "x" must be a decimal number as text',
  ],
  [
    'a given as a number',
    line('w*x').replace("'0.7'", '0.7'),
    ':12:13: one-neuron: the given "x" must be a decimal number as text',
  ],
  [
    'a line that is no text',
    line('w*x').replace("'w*x'", '3'),
    ':14:5: one-neuron: line "z" must be a formula as text',
  ],
  ['no title', line('w*x').replace("  title: 'One neuron',\n", ''), ':9:3: one-neuron: "title" is missing'],
  [
    'a misspelt member',
    line('w*x').replace('names:', 'nams:'),
    ':18:3: one-neuron: "nams" is no member of a declaration; the members are id,',
  ],
  [
    'words for a line that is not there',
    line('w*x').replace("z: 'the input", "zz: 'the input"),
    ':18:12: one-neuron: names: there is no "zz"; there are x, w, z, yhat',
  ],
  [
    'a domain for no given',
    line('w*x', "domains: { v: { oneOf: ['1'] } },"),
    ':19:14: one-neuron: domains: there is no "v"',
  ],
  [
    'a misconception over no line',
    line('w*x', "misconceptions: [{ id: 'm', says: 'so', over: { y: 'w' } }],"),
    ':19:51: one-neuron: "m" over "y": the working has no such line',
  ],
  [
    'a misconception that cannot be read',
    line('w*x', "misconceptions: [{ id: 'm', says: 'so', over: { z: 'log(x)' } }],"),
    ':19:55: one-neuron: "m" over "z": `log` is not a function here',
  ],
  [
    'a misconception with a stranger',
    line('w*x', "misconceptions: [{ id: 'm', says: 'so', over: { z: 'w*b' } }],"),
    ':19:57: one-neuron: "m" over "z" uses "b"',
  ],
  ['a problem that throws', 'const a = 1;\nthrow new TypeError("boom " + a);\nexport default a;\n', ':2: boom 1'],
  ['a problem that throws no error', 'throw "boom";\n', ': boom'],
  ['a fault of syntax', "export default {\n  id: 'a',,\n};\n", ':2:11: Unexpected token'],
  [
    'an import that is not there',
    "import { a } from './none.ts';\nexport default a;\n",
    ":1: Cannot find module './none.ts'",
  ],
  [
    'an import that the library has not',
    "import { defineProblm } from 'gradcheck';\nexport default defineProblm({});\n",
    ':2: ',
  ],
  [
    'no default export',
    'export const problem = 1;\n',
    ': there is no default export; write export default defineProblem({ … })',
  ],
  [
    'a declaration that was not defined',
    "export default { id: 'one-neuron', title: 'x' };\n",
    ': the default export is no problem; write export default defineProblem({ … })',
  ],
  [
    'another id than its folder',
    problemText('two-neurons'),
    ': its id is "two-neurons", and its folder is called "one-neuron"; call both the same',
  ],
  [
    'nothing declared',
    "import { defineProblem } from 'gradcheck';\nexport default defineProblem(undefined);\n",
    ':2: a declaration is an object',
  ],
];

describe("an author's fault", () => {
  test.each(faults)('%s is said at its place, and is no fault of Gradcheck', async (_, text, says) => {
    const { code, out, err } = await command(['solve', 'one-neuron'], withProblem(text));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${file}${says}`);
  });

  const broken = course({ [file]: line('log(w)'), ...filesOf('tiny') });
  const at = `${file}:14:9: one-neuron: line "z"`;
  test.each([
    ['solve', ['solve', 'one-neuron']],
    ['problems show', ['problems', 'show', 'one-neuron']],
    ['problems list', ['problems', 'list']],
    ['problems lint', ['problems', 'lint', 'one-neuron', 'tiny']],
    ['template', ['template', 'week-1']],
    ['verify', ['verify', 'one-neuron', 'tiny']],
    ['grade', ['grade', 'handed-in']],
    ['check', ['check', 'handed-in/s-001.json']],
  ])('is said by %s, which uses the problem', async (_, args) => {
    const { code, out, err } = await command(args, broken);
    expect([code, out + err]).toEqual([2, expect.stringContaining(at)]);
  });

  test.each([
    ['solve', ['solve', 'sigmoid-chain']],
    ['problems lint', ['problems', 'lint', 'tiny']],
    ['template', ['template', 'csc420-a2']],
    ['verify', ['verify', 'tiny']],
  ])('is not met by %s, which does not', async (_, args) => {
    expect(await command(args, broken)).toMatchObject({ code: 0, err: '' });
  });

  it('costs the other problems of a list, of lint and of verify nothing', async () => {
    const list = await command(['problems', 'list'], broken);
    expect(list.out).toMatch(/^vgg16-parameters/m);
    const verified = await command(['verify', 'one-neuron', 'tiny'], broken);
    expect(verified.out).toMatch(/^ok {4}tiny/m);
    expect(verified.out).toContain('1 could not be checked before a problem is mended');
  });
});

describe('an id that there is twice', () => {
  it('is said where it is used, and only there', async () => {
    const cwd = folderWith({ 'gradcheck.config.json': config, ...filesOf('sigmoid-chain'), ...filesOf('one-neuron') });
    const says = 'problems/sigmoid-chain/problem.ts: there is a problem "sigmoid-chain" already, ';
    const used = await command(['solve', 'sigmoid-chain'], cwd);
    expect([used.code, used.err]).toEqual([2, expect.stringContaining(says)]);
    expect((await command(['solve', 'one-neuron'], cwd)).code).toBe(0);
    expect((await command(['problems', 'lint', 'sigmoid-chain', 'one-neuron'], cwd)).out).toContain(says);
  });

  it('is said of two files, and of two folders of a course', async () => {
    const two = await command(['solve', 'one-neuron'], course({ 'problems/one-neuron/problem.js': '' }));
    expect([two.code, two.err]).toEqual([2, expect.stringContaining('problem.js is there as well; keep one of them')]);
    const more = Object.fromEntries(
      Object.entries(filesOf('one-neuron')).map(([name, text]) => [`more/${name}`, text]),
    );
    const cwd = course({ ...more, 'gradcheck.config.json': '{ "problems": ["problems", "more/problems"] }' });
    const { code, err } = await command(['solve', 'one-neuron'], cwd);
    expect([code, err]).toEqual([2, expect.stringContaining('there is a problem "one-neuron" already, problems/one')]);
  });

  it('is refused for assignments as well, where one is named', async () => {
    const own = JSON.stringify({ id: 'csc420-a2', title: 'Own', problems: [{ problem: 'one-neuron' }] });
    const { code, err } = await command(['template', 'csc420-a2'], course({ 'assignments/csc420-a2.json': own }));
    expect([code, err]).toEqual([2, expect.stringContaining('two assignments are called "csc420-a2"')]);
  });
});

describe('a second method', () => {
  /** What is wrong, with what lint ends, the file, and what is said. */
  const proofs: readonly [string, number, string, string][] = [
    ['throws', 1, proofText.replace('const z =', 'throw new Error("boom");\n    const z ='), ':6: boom'],
    ['throws as it is loaded', 2, 'throw new Error("boom");', ':1: boom'],
    [
      'gives numbers',
      1,
      proofText.replace('return texts({ z: z.value, yhat: logistic(z).value });', 'return { z: 0.5 };'),
      ': "forward pass on traced numbers" gives no text for "z" but number 0.5',
    ],
    [
      'has no default export',
      2,
      'export const a = 1;',
      ': there is no default export; write export default defineProof({ method, values })',
    ],
    ['is no proof', 2, 'export default [{ method: "by hand" }];', ': number 1 of the exported list is no proof'],
    [
      'uses the library wrongly',
      1,
      proofText.replace('leaf(String(givens.w))', 'leaf(undefined)'),
      ':6: [DecimalError] Invalid argument: undefined',
    ],
  ];

  test.each(proofs)('that %s is blamed on proof.ts', async (_, lintCode, text, says) => {
    const cwd = course({ 'problems/one-neuron/proof.ts': text });
    const verified = await command(['verify', 'one-neuron'], cwd);
    expect([verified.code, verified.out]).toEqual([2, expect.stringContaining(`problems/one-neuron/proof.ts`)]);
    expect(verified.out).toContain(says.replace(/^:(\d+):/, ':$1:1:').replace(/^: /, ':1:1: '));
    const linted = await command(['problems', 'lint', 'one-neuron'], cwd);
    expect(linted.out).toContain(`problems/one-neuron/proof.ts${says}`);
    expect(linted.out).not.toContain('mend problem.ts');
    expect(linted.code).toBe(lintCode);
    expect((await command(['solve', 'one-neuron'], cwd)).code).toBe(0);
  });

  it('that disagrees is a wrong key, at the line', async () => {
    const cwd = course({
      'problems/one-neuron/proof.ts': proofText
        .replace('z: z.value', "z: wide('1')")
        .replace('times }', 'times, wide }'),
    });
    const { code, out } = await command(['verify', 'one-neuron'], cwd);
    expect([code, out]).toEqual([1, expect.stringContaining('problems/one-neuron/problem.ts:14:5: the working and')]);
  });

  it('that is missing is owed', async () => {
    const files = filesOf('one-neuron');
    delete files['problems/one-neuron/proof.ts'];
    const cwd = folderWith({ 'gradcheck.config.json': config, ...files });
    expect(await command(['problems', 'lint', 'one-neuron'], cwd)).toMatchObject({ code: 1 });
    expect((await command(['verify', 'one-neuron'], cwd)).out).toContain('add one to proof.ts');
  });
});

it('a folder without problem.ts is a problem that is not finished', async () => {
  const { code, err } = await command(['solve', 'half'], course({ 'problems/half/statement.md': 'x' }));
  expect([code, err]).toEqual([2, expect.stringContaining('problems/half/problem.ts: there is no such file')]);
});

it('an assignment of a course that cannot be read costs no other', async () => {
  const cwd = course({ 'assignments/week-2.json': '{ "id": "week-2", "problems": [{ "problem": "x" }] }' });
  const { code, err } = await command(['grade', 'handed-in'], cwd);
  expect([code, err]).toEqual([0, expect.stringContaining('assignments/week-2.json:1:1: "title" is missing')]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { command } from '../support/in-process.ts';
import { gradcheck } from '../support/program.ts';

const guide = readFileSync('docs/your-own-problem.md', 'utf8');
const files = Object.fromEntries(
  [...guide.matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]),
);

describe('docs/your-own-problem.md, followed in a fresh folder', () => {
  const cwd = folderWith({
    'gradcheck.config.json': '{ "problems": ["problems"], "assignments": ["assignments"] }',
    ...files,
  });

  it('gives a problem that owes nothing', async () => {
    expect(Object.keys(files)).toHaveLength(5);
    const { code, out } = await command(['problems', 'lint', 'hinge-step'], cwd);
    expect([code, out.split('\n').filter((line) => !line.includes('note:'))[0]]).toEqual([0, 'ok    hinge-step']);
  });

  it('gives a key that the second method proves', async () => {
    const { code, out } = await command(['verify', 'hinge-step', '--variants', '50'], cwd);
    expect([code, out]).toEqual([0, expect.stringContaining('4 lines on the published givens and 50 variants')]);
  });

  it('gives an assignment with a blank paper', async () => {
    const { code, out } = await command(['template', 'week-3'], cwd);
    expect([code, Object.keys(JSON.parse(out).answers['hinge-step'])]).toEqual([
      0,
      ['score', 'loss', 'dL_dw1', 'w1_new'],
    ]);
  });

  it('shows what a fault of the author looks like', async () => {
    const broken = { ...files };
    const name = 'problems/hinge-step/problem.ts';
    broken[name] = `${broken[name]}`.replace("'max(0, 1 - y*score)'", "'log(score)'");
    const { err } = await command(['solve', 'hinge-step'], folderWith({ 'gradcheck.config.json': '{}', ...broken }));
    expect(guide).toContain(`\n${err.trim()}\n`);
  });
});

describe('the slip operator of the guide', () => {
  const [, config = ''] = guide.match(/^```ts\n(\/\/ gradcheck\.config\.ts\n.*?)^```$/ms) ?? [];
  const problem = `import { defineProblem } from 'gradcheck';
export default defineProblem({
  id: 'turn', title: 'A turn', rounding: { places: 4, when: 'every-step' },
  givens: { r: '2.5', t: '0.8' }, working: { x: 'r*cos(t)', y: 'r*sin(t)' }, asks: { x: { points: 2 }, y: { points: 2 } },
});`;
  // cos(0.8°) = 0.99990, times 2.5; sin(0.8) = 0.71736, times 2.5.
  const paper = { assignment: 'a', student: 's', answers: { turn: { x: '2.4998', y: '1.7934' } } };
  const cwd = folderWith({
    'gradcheck.config.ts': config,
    'problems/turn/problem.ts': problem,
    'assignments/a.json': '{ "id": "a", "title": "A", "problems": [{ "problem": "turn" }] }',
    'papers/s.json': JSON.stringify(paper),
  });

  it('is named in the mark of a paper', async () => {
    const { code, err } = await gradcheck(['grade', 'papers', '--out', 'report'], { cwd });
    expect({ code, err }).toMatchObject({ code: 0 });
    const record = readFileSync(join(cwd, 'report', 'results', 's.json'), 'utf8');
    const [x, y] = JSON.parse(record).problems[0].marks;
    expect(x).toMatchObject({
      verdict: 'slip',
      slips: [{ kind: 'wrong-function', says: 'The angle `t` was taken in degrees.' }],
    });
    expect(y.verdict).toBe('correct');
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';

const seed = 'a long secret of the course';
const variant = JSON.stringify({
  id: 'v1',
  title: 'Variants',
  variants: { seed },
  problems: [{ problem: 'backprop-by-hand', givens: { y: '0.5' } }],
});

describe('papers for a class', () => {
  const cwd = folderWith({ 'v1.json': variant, 'r.csv': 'id,name\ns-1,Ana\ns-2,Bo\n' });
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

  it('have for each student the questions, the paper and the own assignment, and no seed', async () => {
    expect((await command(['template', './v1.json', '--roster', 'r.csv', '-o', 'papers'], cwd)).code).toBe(0);
    expect(readdirSync(join(cwd, 'papers')).sort()).toEqual(['s-1', 's-2']);
    for (const student of ['s-1', 's-2']) {
      const folder = join(cwd, 'papers', student);
      expect(readdirSync(folder).sort()).toEqual(['assignment.json', 'paper.json', 'questions.md', 'v1.schema.json']);
      for (const name of readdirSync(folder)) expect(read(`papers/${student}/${name}`)).not.toContain(seed);
    }
    const givens = (student: string) => JSON.parse(read(`papers/${student}/assignment.json`)).problems[0].givens;
    expect(givens('s-1')).not.toEqual(givens('s-2'));
    expect(givens('s-1').y).toBe('0.5');
    expect(JSON.parse(read('papers/s-1/paper.json')).givens['backprop-by-hand']).toMatchObject(givens('s-1'));
    expect(read('papers/s-1/questions.md')).toContain(givens('s-1').x1);
  });

  it('are checked by the own assignment as they are graded by the class’s', async () => {
    const solved = await command(['solve', 'backprop-by-hand', '-a', './v1.json', '--student', 's-1', '--json'], cwd);
    const { lines } = JSON.parse(solved.out) as { lines: { name: string; value: string }[] };
    const paper = JSON.parse(read('papers/s-1/paper.json'));
    paper.answers['backprop-by-hand'] = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    const done = folderWith({
      'v1.json': variant,
      'paper.json': JSON.stringify(paper),
      'own.json': read('papers/s-1/assignment.json'),
    });
    expect((await command(['check', 'paper.json', '-a', './own.json'], done)).code).toBe(0);
    await command(['grade', 'paper.json', '-a', './v1.json', '-o', 'out'], done);
    const { score, outOf, status } = JSON.parse(readFileSync(join(done, 'out/results/s-1.json'), 'utf8'));
    expect([score, status]).toEqual([outOf, 'graded']);
  });

  it('that are there already keep their answers', async () => {
    const before = statSync(join(cwd, 'papers/s-1/paper.json')).mtimeMs;
    const { err } = await command(['template', './v1.json', '--roster', 'r.csv', '-o', 'papers'], cwd);
    expect(err).toContain('papers/s-1/paper.json is there already');
    expect(statSync(join(cwd, 'papers/s-1/paper.json')).mtimeMs).toBe(before);
  });

  it('a solution or a key of nobody is refused', async () => {
    const key = JSON.stringify({ assignment: './v1.json', keys: { 'backprop-by-hand': { z1: '1' } } });
    const other = folderWith({ 'v1.json': variant, 'key.json': key });
    const solved = await command(['solve', 'backprop-by-hand', '-a', './v1.json'], other);
    expect([solved.code, solved.err]).toEqual([2, expect.stringContaining('say whose with --student')]);
    const verified = await command(['verify', '--key', 'key.json', '--variants', '0'], other);
    expect(verified.code).toBe(1);
    expect(verified.out).toContain('say whose key this is: "student": "…"');
  });
});

describe('a dry run', () => {
  it('says what would change, apart from what is new or withdrawn, and writes nothing but its table', async () => {
    const cwd = folderWith({
      'in/s-1.json': paperOf('s-1', { z1: '1.368', a1: '0.2029' }),
      'in/s-2.json': paperOf('s-2'),
      'next/s-1.json': paperOf('s-1', { z1: '1.368', a1: '0.7971' }),
      'next/s-3.json': paperOf('s-3'),
    });
    await command(['grade', 'in', '-a', 'csc420-a2', '-o', 'out'], cwd);
    const state = () =>
      readdirSync(join(cwd, 'out'), { recursive: true })
        .map(String)
        .sort()
        .map((name) => [name, statSync(join(cwd, 'out', name)).mtimeMs]);
    const before = state();
    const { code, out, err } = await command(
      ['grade', 'next', '-a', 'csc420-a2', '-o', 'out', '--dry-run', '--changes', 'changes.csv'],
      cwd,
    );
    expect(code).toBe(0);
    expect(state()).toEqual(before);
    expect(out).toMatch(
      /^csc420-a2: 2 papers, 1 would change\n {2}s-1 {2}1 → 2 {2}\(\+1\) {2}backprop-by-hand 1 → 2\n/,
    );
    expect(out).toContain('handed in again');
    expect(out).toContain('backprop-by-hand a1: slip 0 → correct 1');
    expect(out).toContain('New: 1\n  s-3  15\n');
    expect(out).toContain('Not handed in this time; their results stay: 1\n  s-2  15');
    expect(err).toContain('Nothing is written but changes.csv.');
    const [header, ...rows] = readFileSync(join(cwd, 'changes.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('student,kind,before,after,by,problems,why');
    expect(rows.map((row) => row.split(',').slice(0, 5).join())).toEqual([
      's-1,changed,1,2,+1',
      's-2,withdrawn,15,,',
      's-3,new,,15,',
    ]);
  });
});

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { lint } from '../../src/marking/lint/lint.ts';
import { command } from '../support/in-process.ts';
import { folderWith } from '../support/program.ts';

/** A checkout with its sources and an empty catalogue. */
function checkout(): string {
  const cwd = folderWith({ 'problems/index.ts': '', 'package.json': '{ "type": "module" }' });
  symlinkSync(resolve('src'), join(cwd, 'src'));
  return cwd;
}

const fill = (text: string): string => text.replaceAll(/TODO:? ?/g, 'One neuron. ');

async function lintOf(folder: string) {
  const load = async (name: string) =>
    (await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)).default;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const [problem, proofs] = [await load('problem.ts'), await load('proof.ts')];
  const found = lint({ problem, proofs, statement: read('statement.md'), cases: read('cases.json') });
  return found.filter(({ level }) => level === 'error').map(({ says }) => says);
}

describe('problems new', () => {
  it('starts a folder that lint accepts once it is filled in, and not before', async () => {
    const cwd = checkout();
    const { code, out } = await command(['problems', 'new', 'one-neuron'], cwd);
    expect(code).toBe(0);
    expect(out).toContain("import oneNeuron from './one-neuron/problem.ts'");
    const folder = join(cwd, 'problems/one-neuron');
    expect(await lintOf(folder)).toEqual(['statement.md has a TODO', 'the title has a TODO']);
    const filled = join(checkout(), 'problems/one-neuron');
    await command(['problems', 'new', 'one-neuron'], join(filled, '../..'));
    for (const name of ['problem.ts', 'statement.md', 'proof.ts', 'cases.json'])
      writeFileSync(join(filled, name), fill(readFileSync(join(folder, name), 'utf8')));
    expect(await lintOf(filled)).toEqual([]);
  });

  test.each([
    ['capitals', 'One-Neuron', 'cannot be an id'],
    ['a path', '../x', 'cannot be an id'],
    ['a problem that there is', 'sigmoid-chain', 'there is a problem "sigmoid-chain" already'],
  ])('refuses %s', async (_, id, says) => {
    const ended = await command(['problems', 'new', id], checkout());
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('refuses where there is no catalogue', async () => {
    const { code, err } = await command(['problems', 'new', 'one-neuron'], folderWith());
    expect([code, err]).toEqual([2, expect.stringContaining('there is no problems/index.ts here')]);
  });
});

describe('problems lint', () => {
  it('finds nothing to mend in a problem that owes nothing', async () => {
    const { code, out } = await command(['problems', 'lint', 'sigmoid-chain'], folderWith());
    expect(out).toMatch(/^ok {4}sigmoid-chain\n(?: {6}note: .*\n)*1 problems: 0 to mend, \d+ notes\.\n$/);
    expect(code).toBe(0);
  });

  it('names the nearest id', async () => {
    const { code, err } = await command(['problems', 'lint', 'sigmoid-chian'], folderWith());
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean "sigmoid-chain"?')]);
  });
});

describe("a student's own numbers", () => {
  const seed = 'a long secret of the course';
  const hw = JSON.stringify({
    id: 'hw',
    title: 'HW',
    variants: { seed },
    problems: [{ problem: 'sigmoid-chain', as: 'q1' }],
  });

  it('are in the template and in the question alike', async () => {
    const cwd = folderWith({ 'hw.json': hw });
    const { out } = await command(['template', './hw.json', '--student', 's-014'], cwd);
    const { x1, eta } = JSON.parse(out).givens.q1;
    const shown = await command(['problems', 'show', 'q1', '-a', './hw.json', '--student', 's-014'], cwd);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(`\`x1 = ${x1}\``);
    expect(shown.out).toContain(eta);
  });

  test.each([
    ['template', ['template', './hw.json']],
    ['problems show', ['problems', 'show', 'q1', '-a', './hw.json']],
  ])('%s asks whose', async (_, args) => {
    const { code, err } = await command(args, folderWith({ 'hw.json': hw }));
    expect([code, err]).toEqual([2, expect.stringContaining('--student')]);
  });
});

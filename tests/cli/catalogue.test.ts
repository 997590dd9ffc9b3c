import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith } from '../support/program.ts';

const config = '{ "problems": ["own"] }';

describe('problems new', () => {
  it('starts a folder that lint accepts once it is filled in, and not before', async () => {
    const begun = async () => {
      const cwd = folderWith({ 'gradcheck.config.json': config });
      const { code, out } = await command(['problems', 'new', 'one-neuron'], cwd);
      expect([code, out]).toEqual([0, expect.stringContaining('own/one-neuron is made')]);
      return cwd;
    };
    const before = await command(['problems', 'lint', 'one-neuron'], await begun());
    expect([before.code, before.out.match(/TODO/g)?.length]).toEqual([1, 2]);
    const cwd = await begun();
    for (const name of ['problem.ts', 'statement.md', 'proof.ts', 'cases.json']) {
      const path = join(cwd, 'own/one-neuron', name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/TODO:? ?/g, 'One neuron. '));
    }
    const after = await command(['problems', 'lint', 'one-neuron'], cwd);
    expect([after.code, after.out]).toEqual([0, expect.stringMatching(/^ok {4}one-neuron\n/)]);
    expect((await command(['verify', 'one-neuron', '--variants', '20'], cwd)).code).toBe(0);
  });

  it('begins a course where there is none yet', async () => {
    const cwd = folderWith();
    const { code, out } = await command(['problems', 'new', 'one-neuron'], cwd);
    expect([code, out]).toEqual([0, expect.stringContaining('gradcheck.config.json is made: a course begins here.')]);
    expect((await command(['solve', 'one-neuron'], cwd)).code).toBe(0);
  });

  test.each([
    ['capitals', 'One-Neuron', 'cannot be an id'],
    ['a path', '../x', 'cannot be an id'],
    ['a problem that there is', 'sigmoid-chain', 'there is a problem "sigmoid-chain" already'],
    ['a folder that is not empty', 'taken', 'own/taken is there already'],
  ])('refuses %s', async (_, id, says) => {
    const cwd = folderWith({ 'gradcheck.config.json': config, 'own/taken/notes.txt': '' });
    const ended = await command(['problems', 'new', id], cwd);
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('refuses where the course names no folder for it', async () => {
    const ended = await command(
      ['problems', 'new', 'x'],
      folderWith({ 'gradcheck.config.json': '{ "problems": [] }' }),
    );
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('gradcheck.config.json names no folder of')]);
  });
});

describe('problems lint', () => {
  it('finds nothing to mend in a problem that owes nothing', async () => {
    const { code, out } = await command(['problems', 'lint', 'sigmoid-chain'], folderWith());
    expect(out).toMatch(/^ok {4}sigmoid-chain\n(?: {6}note: .*\n)*1 problem: 0 to mend, \d+ notes?\.\n$/);
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

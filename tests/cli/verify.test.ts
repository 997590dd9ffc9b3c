import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, gradcheck } from '../support/program.ts';

const right = JSON.stringify({ keys: { 'sigmoid-chain': { df_dw2: 0.125, w2_new: '0.5625' } } });
const wrong = JSON.stringify({ keys: { 'sigmoid-chain': { df_dw2: '1/8', w2_new: '-0.5625' } } }, null, 2);
const quick = ['--variants', '3'];

describe('gradcheck verify', () => {
  it('proves a problem and says what was proved, how, on how many variants', async () => {
    const ended = await gradcheck(['verify', 'sigmoid-chain', '--variants', '7']);
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toContain('reverse-mode differentiation: 5 lines on the published givens and 7 variants');
    expect(ended.out).toContain('central differences at 60 digits: 3 lines on the published givens and 7 variants');
  });

  it('ends with 0 for right keys, and proves the problems that they use', async () => {
    const { code, out } = await command(['verify', ...quick, '--key', 'k.json'], folderWith({ 'k.json': right }));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^ok {4}sigmoid-chain .*\nok {4}k\.json +2 of 2 values agree\n4 checks: 4 passed, 0 failed\.\n$/,
    );
  });

  it('ends with 1 for a wrong key, and names file, line, pointer, right value and slip', async () => {
    const cwd = folderWith({ 'keys/k.json': wrong });
    const { code, out } = await command(['verify', ...quick, '--key', 'keys/*.json'], cwd);
    expect(code).toBe(1);
    expect(out).toContain('keys/k.json:5:17 /keys/sigmoid-chain/w2_new: "w2_new" is given as -0.5625');
    expect(out).toContain('the solver finds 0.5625');
    expect(out).toContain('minus');
  });

  it('writes every format into a folder, and annotations to standard output and the summary', async () => {
    const cwd = folderWith({ 'k.json': wrong, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const args = ['verify', ...quick, '--key', 'k.json', '--format', 'text,junit,sarif,github', '--out', 'r'];
    const ended = await gradcheck(args, { cwd, env });
    expect([ended.code, ended.err]).toEqual([1, '']);
    expect(ended.out).toMatch(/^::error file=k\.json,line=5,col=17,title=gradcheck key-value-wrong::[^\n]*\n$/);
    for (const name of ['verify.txt', 'verify.junit.xml', 'verify.sarif', 'verify.summary.md'])
      expect(existsSync(join(cwd, 'r', name))).toBe(true);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^before\n## Answer keys\n/);
  });

  it("holds a key to a student's own variant", async () => {
    const seed = 'a long secret of the course';
    const hw = { id: 'hw', title: 'HW', variants: { seed }, problems: [{ problem: 'sigmoid-chain' }] };
    const key = {
      assignment: 'hw.json',
      student: 's-014',
      keys: { 'sigmoid-chain': { df_dw2: '0.125', w2_new: '0.5625' } },
    };
    const cwd = folderWith({ 'hw.json': JSON.stringify(hw), 'k.json': JSON.stringify(key) });
    const { code, out } = await command(['verify', ...quick, '--key', 'k.json'], cwd);
    expect(code).toBe(1);
    expect(out).toContain('"df_dw2" is given as 0.125');
  });
});

describe('what cannot be used', () => {
  const files = {
    'empty.json': '',
    'list.json': '[]',
    'twice.json': '{"keys":{"sigmoid-chain":{"df_dw2":"1","df_dw2":"2"}}}',
    'deep.json': '['.repeat(10_000),
    'extra.json': '{"keys":{"sigmoid-chain":{}},"kyes":1}',
    'lost.json': '{"assignment":"no-such","keys":{"sigmoid-chain":{"df_dw2":"1"}}}',
    'proto.json': '{"keys":{"__proto__":{"constructor":"1"}}}',
    'object.json': '{"keys":{"sigmoid-chain":{"df_dw2":{"a":1}}}}',
  };
  test.each([
    ['empty.json', 'the file is empty'],
    ['list.json', 'object'],
    ['twice.json', '"df_dw2" stands more than once'],
    ['deep.json', 'more than 64 levels'],
    ['extra.json', 'did you mean "keys"?'],
    ['lost.json', 'there is no assignment "no-such"'],
    ['proto.json', 'there is no problem "__proto__"'],
    ['object.json', '/keys/sigmoid-chain/df_dw2'],
    ['absent.json', 'there is no such file'],
  ])('%s is a wrong key, with the reason', async (file, says) => {
    const { code, out } = await command(
      ['verify', 'sigmoid-chain', '--variants', '0', '--key', file],
      folderWith(files),
    );
    expect(out).toContain(`WRONG ${file}`);
    expect(out).toContain(says);
    expect(code).toBe(1);
  });

  test.each([
    ['an unknown problem', ['sigmod-chain'], 2, 'did you mean "sigmoid-chain"?'],
    ['an unknown format', ['--format', 'junitt'], 2, 'did you mean "junit"?'],
    ['two formats on one output', ['--format', 'junit,sarif'], 2, 'give a folder with --out'],
    ['half a variant', ['--variants', '1.5'], 2, 'whole number'],
    ['no such files', ['--key', 'none/*.json'], 4, 'no file matches'],
  ])('%s', async (_, args, code, says) => {
    const ended = await command(['verify', ...args], folderWith());
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toContain(says);
  });
});

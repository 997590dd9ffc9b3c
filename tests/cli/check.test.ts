import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';

/** Write-up 001 as handed in: the sign in a1 was lost, and later lines follow from it. */
const lostSign = { z1: '1.368', a1: '0.202943', z2: '-1.432', a2: '0.192787', z3: '0.123799', yhat: '0.530909' };

/** An assignment of one problem, so that a paper can be whole. */
const one = '{"id":"csc420-a2","title":"A2","problems":[{"problem":"backprop-by-hand","points":15}]}';

describe('check', () => {
  const levels: [level: string, says: string[], not: string[]][] = [
    [
      '0',
      ['7 lines: 3 right, 3 follow from earlier lines, 1 needs another look', '--hints 1 says where'],
      ['a1', 'sign'],
    ],
    ['1', ['a1    The first line to look at again. The lines before it are right.', '--hints 2'], ['sign']],
    ['2', ['a1    The formula is right; evaluate it again and watch the signs.', '--hints 3'], ['On which side']],
    ['3', ['On which side of 1/2 must the sigmoid of a number of this sign lie?'], ['--hints']],
  ];
  test.each(levels)('says at level %s no more than it should', async (level, says, not) => {
    const cwd = folderWith({
      's.json': paperOf('s-1', { ...lostSign, dL_dw3: '0.0001' }),
    });
    const ended = await command(['check', 's.json', '--hints', level], cwd);
    expect(ended.code).toBe(1);
    const out = ended.out.replace(/\s+/g, ' ');
    for (const text of says) expect(out).toContain(text.replace(/\s+/g, ' '));
    for (const text of not) expect(out).not.toContain(text);
    expect(ended.out).not.toContain('0.7971');
  });

  const codes: [id: string, content: string | undefined, code: number, says: string][] = [
    ['all right', paperOf('s'), 0, 'Everything that was asked for is answered'],
    ['wrong', paperOf('s', { dL_dw3: '0.3' }), 1, '1 line needs another look'],
    ['blank', paperOf('s', {}), 1, '1 line has no answer'],
    ['unreadable', paperOf('s', { dL_dw3: '0.7 or 0.8' }), 1, '1 line cannot be read'],
    ['misspelt field', paperOf('s', { dL_dw3: '0.0006', aa1: '1' }), 1, 'There is no field "aa1"'],
    ['not JSON', '{', 3, 'the file ends before'],
    ['no such file', undefined, 4, 'there is no such file'],
    ['another assignment', paperOf('s').replace('csc420-a2', 'x'), 3, 'there is no assignment "x" here'],
  ];
  test.each(codes)('ends with the right code: %s', async (id, content, code, says) => {
    const cwd = folderWith({ 'one.json': one, ...(content !== undefined && { 's.json': content }) });
    const own = id === 'another assignment' ? [] : ['-a', 'one.json'];
    const ended = await command(['check', 's.json', ...own], cwd);
    expect((ended.out + ended.err).replace(/\s+/g, ' ')).toContain(says);
    expect(ended.code).toBe(code);
  });

  it('does not call right what a person will read', async () => {
    const words = '{"id":"w","title":"W","problems":[{"problem":"discussion"}]}';
    const paper = '{"assignment":"w","student":"s","answers":{"discussion":{"text":"It does not saturate."}}}';
    const cwd = folderWith({ 'w.json': words, 's.json': paper });
    const { out, code } = await command(['check', 's.json', '-a', 'w.json'], cwd);
    expect(out.replace(/\s+/g, ' ')).toContain('nothing needs another look but by a person: 1 for a person to read.');
    expect(code).toBe(0);
    const json = JSON.parse((await command(['check', 's.json', '-a', 'w.json', '--json'], cwd)).out);
    expect(json).toMatchObject({ right: false, done: true });
  });

  it('prints JSON', async () => {
    const cwd = folderWith({ 'one.json': one, 's.json': paperOf('s-1', lostSign) });
    const { out } = await command(['check', 's.json', '-a', 'one.json', '--json', '--hints', '1'], cwd);
    expect(JSON.parse(out)).toMatchObject({
      student: 's-1',
      right: false,
      problems: [{ counts: { right: 3, carried: 2, look: 1, blank: 1 }, looks: [{ field: 'a1', standing: 'look' }] }],
    });
  });

  it('uses an assignment file of the course', async () => {
    const own = '{"id":"mine","title":"M","problems":[{"problem":"sigmoid-chain","as":"q1","givens":{"x1":"0"}}]}';
    const paper = '{"assignment":"mine","student":"s","answers":{"q1":{"df_dw2":"0.125","w2_new":"0.5625"}}}';
    const cwd = folderWith({ 'mine.json': own, 's.json': paper });
    expect((await command(['check', 's.json', '-a', 'mine.json'], cwd)).code).toBe(0);
  });
});

describe('as a process, check', () => {
  /** What Node tells of a process as it ends: the seconds of processor time, and the libraries that were loaded. */
  const telling = `data:text/javascript,
    import { createRequire } from 'node:module';
    process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      const loaded = Object.keys(createRequire('file:///').cache);
      process.stderr.write(JSON.stringify({ seconds: (user + system) / 1e6, loaded }));
    });`;

  it('starts quickly, and without what only the report needs', async () => {
    const cwd = folderWith({ 's.json': paperOf('s-1') });
    const env = { NODE_OPTIONS: `--import "${telling.replaceAll('"', '\\"').replace(/\s+/g, ' ')}"` };
    const { err } = await gradcheck(['check', 's.json'], { cwd, env });
    const { seconds, loaded } = JSON.parse(err);
    expect(loaded.join()).toContain('/ajv/');
    expect(loaded.join()).not.toMatch(/nunjucks|cli-progress|tfjs/);
    // It takes 0.3 s where the machine has nothing else to do.
    expect(seconds).toBeLessThan(1.5);
  });
});

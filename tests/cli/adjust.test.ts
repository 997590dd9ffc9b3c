import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';

const signed = ['--by', 'ana', '--at', '2026-10-02T10:00:00Z'];
const slip = { z1: '1.368', a1: '0.2029' };
const place = ['-p', 'backprop-by-hand', '--field', 'a1'];
const rowOf = (cwd: string, student: string): string =>
  readFileSync(join(cwd, 'reports/csc420-a2/grades.csv'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(student)) ?? '';
const resultOf = (cwd: string, student: string) =>
  JSON.parse(readFileSync(join(cwd, `reports/csc420-a2/results/${student}.json`), 'utf8'));

describe('a decision', () => {
  it('shows on page, record and gradebook, survives a regrade, and is told once the machine thinks otherwise', async () => {
    const cwd = folderWith({ 'in/s-1.json': paperOf('s-1', slip), 'in/s-2.json': paperOf('s-2') });
    await command(['grade', 'in', '-a', 'csc420-a2'], cwd);
    const before = Number(resultOf(cwd, 's-1').score);
    const why = 'the scan shows the minus';
    const args = ['adjust', 'csc420-a2', '-s', 's-1', ...place, '--points', '1', '--why', why, ...signed];
    expect((await command(args, cwd)).code).toBe(0);
    for (const fresh of [[], ['--fresh']]) {
      expect((await command(['grade', 'in', '-a', 'csc420-a2', ...fresh], cwd)).code).toBe(0);
      const { score, machine, problems } = resultOf(cwd, 's-1');
      expect([Number(score), Number(machine.score)]).toEqual([before + 1, before]);
      expect(problems[0].marks.find((mark: { field: string }) => mark.field === 'a1')).toMatchObject({
        verdict: 'slip',
        points: '1',
        machine: { points: '0' },
        adjusted: { by: 'ana', why },
      });
      expect(readFileSync(join(cwd, 'reports/csc420-a2/pages/s-1.html'), 'utf8')).toContain(why);
      expect(rowOf(cwd, 's-1')).toBe(
        `s-1,graded,${before + 1},55,0,${before + 1},0,0,0,${before},"backprop-by-hand, a1: 0 → 1 (ana)"`,
      );
    }
    const other = folderWith({ 's-1.json': paperOf('s-1', { z1: '1.368', a1: '0.7971' }) });
    await command(['grade', other, '-a', 'csc420-a2'], cwd);
    const { status, adjustments } = resultOf(cwd, 's-1');
    expect(status).toBe('needs-review');
    expect(adjustments.stale[0]).toContain(
      'does not apply (1 point for backprop-by-hand, a1): the answer is another now',
    );
  });

  it('on a name or convention holds for the self-check as for the marks', async () => {
    const cwd = folderWith({ 'mine.json': paperOf('s-1', { 'sum one': '1.368' }) });
    const check = async () => JSON.parse((await command(['check', 'mine.json', '--json'], cwd)).out).problems[0];
    expect(await check()).toMatchObject({ counts: {}, unknown: [expect.stringContaining('no field "sum one"')] });
    const accept = ['-p', 'backprop-by-hand', '--accept-name', 'sum one', '--field', 'z1', '--why', 'so printed'];
    expect((await command(['adjust', 'csc420-a2', ...accept, ...signed], cwd)).code).toBe(0);
    expect(await check()).toMatchObject({ counts: { right: 1 }, unknown: [] });
  });

  it('is listed and taken back', async () => {
    const cwd = folderWith();
    await command(['adjust', 'csc420-a2', '-s', 's-1', 's-2', '--comment', 'Well done', ...signed], cwd);
    const listed = await command(['adjust', 'csc420-a2', '--list'], cwd);
    expect(listed.out).toBe(
      '   1  s-1: a comment: Well done (ana, 2026-10-02)\n   2  s-2: a comment: Well done (ana, 2026-10-02)\n',
    );
    await command(['adjust', 'csc420-a2', '--remove', '1'], cwd);
    expect((await command(['adjust', 'csc420-a2', '--list'], cwd)).out).toBe(
      '   1  s-2: a comment: Well done (ana, 2026-10-02)\n',
    );
  });

  it('of times comes from a table', async () => {
    const times = 'SID;Submission Time\ns-1;2026-10-02 03:59:00 -0400\ns-2;\n';
    const cwd = folderWith({ 't.csv': times });
    const { out } = await command(['adjust', 'csc420-a2', '--times', 't.csv', ...signed], cwd);
    expect(out).toBe('s-1: a time: 2026-10-02T03:59:00-04:00 (ana, 2026-10-02)\n');
  });

  const refused: [id: string, args: string[], says: RegExp][] = [
    ['nothing', [], /what is decided\?/],
    ['no student', [...place, '--points', '1', '--why', 'x'], /whose paper is it\?/],
    ['no reason', ['-s', 's', ...place, '--points', '1'], /say why/],
    [
      'a problem that is not set',
      ['-s', 's', '-p', 'conv-flop', '--points', '1', '--why', 'x'],
      /did you mean "conv-flops"/,
    ],
    [
      'a field that is not',
      ['-s', 's', '-p', 'backprop-by-hand', '--field', 'b1', '--points', '1', '--why', 'x'],
      /no field "b1"/,
    ],
    ['points that are none', ['-s', 's', ...place, '--points', 'many', '--why', 'x'], /points/],
    ['a due time without zone', ['--due', '2026-10-01T23:59:00', '--per-day', '0.1'], /zone/],
    ['a due time alone', ['--due', '2026-10-01T23:59:00Z'], /needs --per-day/],
    ['a number to take back that is not', ['--remove', '3'], /no decision 3/],
  ];
  test.each(refused)('%s is refused, and nothing is written', async (_, args, says) => {
    const cwd = folderWith();
    const { code, err } = await command(['adjust', 'csc420-a2', ...args], cwd);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
    expect(existsSync(join(cwd, 'adjustments'))).toBe(false);
  });

  it('in a file that is broken stops the grading, and says where', async () => {
    const cwd = folderWith({
      'in/s-1.json': paperOf('s-1'),
      'adjustments/csc420-a2.json': '{"version":1,"assignment":"csc420-a2","entries":[{"kind":"point"}]}',
    });
    const { code, err } = await command(['grade', 'in', '-a', 'csc420-a2'], cwd);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('adjustments/csc420-a2.json:1:50 /entries/0: "point" is no kind'),
    ]);
  });
});

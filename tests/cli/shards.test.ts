import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

const papers = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [`in/${i}.json`, paperOf(`s-${i}`, { z1: '1.368', a1: `0.20${i}` })]),
);
const odd = { 'in/broken.json': '{', 'in/copy.json': papers['in/0.json'] ?? '' };
const parts = ['1/3', '2/3', '3/3'];
const shard = (part: string, more: string[] = []): string[] => ['grade', 'in', '-o', 'r', '--shard', part, ...more];

let parted: string | undefined;
/** A folder of papers, all parts of which are graded: each test has its own. */
async function graded(): Promise<string> {
  parted ??= await gradedOnce();
  const cwd = folderWith({});
  cpSync(parted, cwd, { recursive: true });
  return cwd;
}

async function gradedOnce(): Promise<string> {
  const cwd = folderWith({ ...papers, ...odd });
  for (const part of parts) expect((await command(shard(part), cwd)).code).toBeOneOf([0, 3]);
  return cwd;
}

describe('a batch in parts', () => {
  it('merges to what one machine makes of it, and again to the same', async () => {
    const cwd = await graded();
    expect(readdirSync(join(cwd, 'r/shards'))).toEqual(['1-of-3', '2-of-3', '3-of-3']);
    const more = ['-f', 'jsonl,gradescope', '--roster', 'roster.csv'];
    writeFileSync(join(cwd, 'roster.csv'), 'id,name\ns-1,Ana\ns-99,Bo\n');
    const { code, err } = await command(['merge', 'r', ...more], cwd);
    expect([code, err]).toEqual([3, expect.stringContaining('s-99')]);
    expect((await command(['grade', 'in', '-o', 'whole', ...more], cwd)).code).toBe(3);
    cpSync(join(cwd, 'r/shards'), join(cwd, 'elsewhere'), { recursive: true });
    rmSync(join(cwd, 'r/shards'), { recursive: true });
    const whole = bytesBelow(join(cwd, 'whole'));
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(['marks.jsonl', 'gradescope/autograder.zip']));
    expect(bytesBelow(join(cwd, 'r'))).toEqual(whole);
    const again = ['elsewhere/3-of-3', 'elsewhere/1-of-3', 'elsewhere/2-of-3', 'elsewhere/1-of-3'];
    expect((await command(['merge', ...again, '-o', 'r'], cwd)).err).toContain('merged already');
    expect(bytesBelow(join(cwd, 'r'))).toEqual(whole);
  });

  it('has every student, and every file of nobody, in one part', async () => {
    const cwd = await graded();
    const students = parts.flatMap((part) => readdirSync(join(cwd, 'r/shards', part.replace('/', '-of-'), 'results')));
    expect(students.sort()).toEqual(Array.from({ length: 12 }, (_, i) => `s-${i}.json`).sort());
  });

  type Spoil = (cwd: string) => unknown;
  const spoilt: [id: string, spoil: Spoil, code: number, says: RegExp][] = [
    [
      'a part is missing',
      (cwd) => rmSync(join(cwd, 'r/shards/2-of-3'), { recursive: true }),
      3,
      /parts these are not there: 2/,
    ],
    [
      'a part did not come to its end',
      (cwd) => writeFileSync(join(cwd, 'r/shards/2-of-3/journal.jsonl'), ''),
      3,
      /2-of-3 did not come to its end; run it again/,
    ],
    [
      'a part of another number of parts',
      (cwd) => command(shard('1/2'), cwd),
      2,
      /1-of-3 is part 1\/3, and the others are parts of 2/,
    ],
    [
      'a record was changed',
      (cwd) => {
        const [name = ''] = readdirSync(join(cwd, 'r/shards/1-of-3/results'));
        writeFileSync(join(cwd, 'r/shards/1-of-3/results', name), '{}');
      },
      3,
      /is not what was graded; run the part .*1-of-3 again/,
    ],
    [
      'a part was graded with another key',
      async (cwd) => {
        const decision = { by: 'ana', at: '2026-10-02T10:00:00Z', why: 'w' };
        const name = { kind: 'name', problem: 'backprop-by-hand', name: 'sum1', field: 'z1', ...decision };
        const file = { version: 1, assignment: 'csc420-a2', entries: [name] };
        writeFileSync(join(cwd, 'adjusted.json'), JSON.stringify(file));
        await command(shard('2/3', ['--adjustments', 'adjusted.json']), cwd);
      },
      2,
      /2-of-3 was graded with another key than .*1-of-3/,
    ],
  ];
  test.each(spoilt)('is not merged where %s', async (_, spoil, code, says) => {
    const cwd = await graded();
    await spoil(cwd);
    const ended = await command(['merge', 'r'], cwd);
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(says)]);
  });

  test.each([['0/3'], ['4/3'], ['1'], ['a/b'], ['1/0']])('is not split as %s', async (part) => {
    const ended = await command(shard(part), folderWith(papers));
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('--shard is k/n')]);
  });
});

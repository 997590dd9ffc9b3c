import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, test } from 'vitest';
import { killAtRandom } from '../kills/kills.ts';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

it('a batch that is killed at random moments comes out byte for byte as without', async () => {
  expect(await killAtRandom(3, 24, 11)).toMatchObject({ kills: 3, differences: [] });
});

const fullDisk = `--import=${pathToFileURL(resolve('tests/support/full-disk.mjs')).href}`;
const papers = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`in/${i}.json`, paperOf(`s-${i}`)]));
const grade = ['grade', 'in', '-o', 'r', '-j', '1'];

const whole = (async () => {
  const cwd = folderWith(papers);
  await gradcheck(['grade', 'in', '-o', 'r'], { cwd });
  return bytesBelow(join(cwd, 'r'));
})();

test.each([[0], [1], [6], [9], [13]])(
  'a disk that is full after %i writes of a process costs nothing',
  async (writes) => {
    const cwd = folderWith(papers);
    const env = { NODE_OPTIONS: fullDisk, WRITES_UNTIL_FULL: String(writes) };
    const ended = await gradcheck(grade, { cwd, env });
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('the disk is full');
    expect(readdirSync(join(cwd, 'r'), { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual(
      [],
    );
    expect((await gradcheck(grade, { cwd })).code).toBe(0);
    expect(bytesBelow(join(cwd, 'r'))).toEqual(await whole);
  },
);

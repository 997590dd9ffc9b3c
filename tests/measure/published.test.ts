import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { falsehoods } from './falsehoods.ts';
import { power } from './power.ts';
import { subjects } from './subjects.ts';

/** A row of the published table as numbers, column by column. */
function published(row: string): number[][] {
  const line = readFileSync('docs/accuracy.md', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`| ${row}`));
  if (line === undefined) throw new Error(`docs/accuracy.md has no row "${row}"`);
  return line
    .split(' | ')
    .slice(1)
    .map((cell) => (cell.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
}

/** The cells of a printed table, without its head. */
const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));

const backprop = subjects.filter(({ name }) => name === 'backprop-by-hand').map((one) => ({ ...one, places: [4] }));
const draws = 120;
/** What so few draws may differ by: four standard deviations. */
const slack = (percent: number): number =>
  400 * Math.sqrt(Math.max(0.01, (percent / 100) * (1 - percent / 100)) / draws);

describe('a small run of what docs/accuracy.md publishes', () => {
  it('names as many slips, where all lines are shown and where half are', () => {
    const [all = 0, half = 0] = published('slips named, the true one first, 4 places')[0] ?? [];
    const [first, second] = cellsOf(power(backprop, draws, 5));
    for (const [row, expected] of [
      [first, all],
      [second, half],
    ] as const) {
      const named = Number(row?.[3]);
      expect([expected, Math.abs(named - expected) <= slack(expected)]).toEqual([expected, true]);
    }
  });

  it('gives as few false reasons', () => {
    const worst = Math.max(...(published('random wrong numbers that get a false reason')[0]?.slice(-2) ?? []));
    expect(worst).toBeLessThan(1);
    const shares = cellsOf(falsehoods(backprop, draws, 3)).flatMap((row) => row.slice(3).map(Number.parseFloat));
    expect(shares).toHaveLength(6);
    expect(shares.filter((share) => share > worst + slack(worst))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { readWritten } from '../../src/exact/written.ts';
import { attained } from '../../src/reported/share.ts';
import { figureOf } from '../../src/reported/window.ts';

function figure(text: string) {
  const reading = readWritten(text);
  if (!reading.ok) throw new Error(text);
  return { ...figureOf(reading.written), exact: false };
}

describe('a share of n', () => {
  it.each([
    ['8.37%', 2724, [228]],
    ['8.37%', 2720, []],
    ['0.915', 100, []],
    ['90.55%', 1000, []],
    ['97.1%', 500, []],
    ['97 %', 500, [483, 484, 485]],
    ['0.9763', 10000, [9763]],
    ['1.000', 100, [100]],
    ['0', 7, [0, 1, 2]],
  ])('%s of %i fits %o', (text, n, counts) => {
    const found = attained(figure(text), n);
    expect(found.cut ? [] : found.counts).toEqual(counts);
  });

  it('may have been cut off', () => expect(attained(figure('0.66'), 3)).toMatchObject({ cut: true, counts: [2] }));

  it('is found again however many digits are kept', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.integer({ min: 1, max: 8 }), (n, seed, places) => {
        const k = seed % (n + 1);
        const { counts } = attained(figure(new Decimal(k).div(n).toFixed(places)), n);
        return counts.length === 3 || counts.includes(k);
      }),
    ));
});

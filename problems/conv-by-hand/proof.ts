import type { Proof } from '../../src/derived/proof.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { texts, wide } from '../../src/exact/reverse-mode.ts';

const output = 2;
const kernel = 3;

/** Each pixel is scattered to every cell that it reaches, in place of gathering the pixels of a cell. */
function scattered(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const cells = new Map<string, Decimal>();
  for (let row = 1; row <= output + kernel - 1; row++)
    for (let column = 1; column <= output + kernel - 1; column++)
      for (let a = 1; a <= kernel; a++)
        for (let b = 1; b <= kernel; b++) {
          const cell = `${row - a + 1}${column - b + 1}`;
          if (!/^[12][12]$/.test(cell)) continue;
          const share = at(`x${row}${column}`).times(at(`k${a}${b}`));
          cells.set(cell, (cells.get(cell) ?? at('b')).plus(share));
        }
  const positive = [...cells].map(([cell, value]): [string, Decimal] => [cell, value.gt(0) ? value : wide('0')]);
  const [first, ...others] = positive.map(([, value]) => value).sort((a, b) => b.comparedTo(a));
  return texts({
    ...Object.fromEntries([...cells].map(([cell, value]) => [`c${cell}`, value])),
    ...Object.fromEntries(positive.map(([cell, value]) => [`r${cell}`, value])),
    pooled: first ?? others[0] ?? wide('0'),
  });
}

export default [{ method: 'scattering every pixel', values: scattered }] satisfies readonly Proof[];

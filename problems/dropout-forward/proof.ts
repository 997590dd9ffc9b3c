import type { Decimal } from '../../src/exact/decimal.ts';
import { texts, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

const units = [1, 2, 3, 4];

/** Only the kept units are summed, and the scale is applied once to their sum. */
function keptOnly(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const keeping = wide('1').minus(at('rate'));
  const kept = units.filter((unit) => !at(`m${unit}`).isZero());
  const weighed = (of: readonly number[]) =>
    of.reduce((total, unit) => total.plus(at(`w${unit}`).times(at(`h${unit}`))), wide('0'));
  const training = weighed(kept).div(keeping).plus(at('b'));
  const e = training.exp();
  const scaled = units.map((unit): [string, Decimal] => {
    return [`a${unit}`, kept.includes(unit) ? at(`h${unit}`).div(keeping) : wide('0')];
  });
  return texts({
    ...Object.fromEntries(scaled),
    training,
    p: e.div(e.plus(1)),
    testing: weighed(units).plus(at('b')),
  });
}

export default [{ method: 'summing the kept units only', values: keptOnly }] satisfies readonly Proof[];

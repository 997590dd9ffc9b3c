import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { cellsOf, matrix, total } from '../../src/exact/matrices.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The logarithm of the sum of the exponentials: its slopes are the probabilities. */
const logSum = (z: readonly Decimal[]): Decimal => total(z.map((one) => one.exp())).ln();
const entropy = (z: readonly Decimal[], y: readonly Decimal[]): Decimal =>
  logSum(z)
    .times(total(y))
    .minus(total(z.map((one, i) => one.times(y[i] ?? 0))));

/** Differences of the logarithm of the sum and of the loss; no probability is ever divided out. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const [z, y] = ['z', 'y'].map((name) => matrix(givens[name]).flat()) as [Decimal[], Decimal[]];
  const slopes = (of: (at: readonly Decimal[]) => Decimal) =>
    z.map((at, i) => [centralDifference((moved) => of(z.with(i, moved)), at)]);
  return {
    ...cellsOf(
      'E',
      z.map((one) => [one.neg().exp().pow(-1)]),
    ),
    S: logSum(z).exp().toString(),
    ...cellsOf('p', slopes(logSum)),
    L: entropy(z, y).toString(),
    ...cellsOf(
      'dz',
      slopes((at) => entropy(at, y)),
    ),
  };
}

export default [
  { method: 'central differences of the logarithm of the sum', error: differenceError, values: differences },
] satisfies readonly Proof[];

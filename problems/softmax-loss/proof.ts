import type { Decimal } from '../../src/exact/decimal.ts';
import { cellsOf, inner, type Matrix, matrix, slopes, total } from '../../src/exact/matrices.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The loss from the scores and the label; its gradient from differences; the batch cell by cell. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const [x, y, P, Y] = ['x', 'y', 'P', 'Y'].map((name) => matrix(givens[name])) as [Matrix, Matrix, Matrix, Matrix];
  const count = matrix(givens.N)[0]?.[0] as Decimal;
  const loss = (scores: Matrix): Decimal =>
    total(scores.flat().map((one) => one.exp()))
      .ln()
      .minus(inner(scores, y));
  const batch = P.map((row, i) => row.map((p, l) => p.div(count).minus((Y[i]?.[l] ?? p).div(count))));
  return {
    forward: loss(x).toString(),
    ...cellsOf('gradient', slopes(loss, x)),
    ...cellsOf('backward', batch),
  };
}

export default [
  { method: 'central differences of the loss', error: '1e-30', values: differences },
] satisfies readonly Proof[];

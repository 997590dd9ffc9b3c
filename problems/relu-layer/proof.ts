import { cellsOf, inner, type Matrix, matrix, slopes } from '../../src/exact/matrices.ts';
import { wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** Numbers below 0 are cut off one by one; the gradient comes from differences of the sum of dL_dy times y. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const [x, slope] = [matrix(givens.x), matrix(givens.dL_dy)];
  const cut = (a: Matrix): Matrix => a.map((row) => row.map((one) => (one.isNegative() ? wide('0') : one)));
  return {
    ...cellsOf('forward', cut(x)),
    ...cellsOf(
      'backward',
      slopes((moved) => inner(cut(moved), slope), x),
    ),
  };
}

export default [
  { method: 'central differences of the forward pass', error: '1e-30', values: differences },
] satisfies readonly Proof[];

import { cellsOf, inner, type Matrix, matrix, matrixProduct, plusColumn, slopes } from '../../src/exact/matrices.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The loss is taken as the sum of g times y, whose slope by y is g; each gradient comes from differences of it. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Matrix => matrix(givens[name]);
  const loss = (W: Matrix, x: Matrix, b: Matrix, g: Matrix) => inner(plusColumn(matrixProduct(W, x), b), g);
  const [W, x, b, g, X, G] = ['W', 'x', 'b', 'g', 'X', 'G'].map(at) as [Matrix, Matrix, Matrix, Matrix, Matrix, Matrix];
  return {
    ...cellsOf(
      'dL_dx',
      slopes((moved) => loss(W, moved, b, g), x),
    ),
    ...cellsOf(
      'dL_dW',
      slopes((moved) => loss(moved, x, b, g), W),
    ),
    ...cellsOf(
      'dL_db',
      slopes((moved) => loss(W, x, moved, g), b),
    ),
    ...cellsOf(
      'dL_dX',
      slopes((moved) => loss(W, moved, b, G), X),
    ),
    ...cellsOf(
      'dL_dW_batch',
      slopes((moved) => loss(moved, X, b, G), W),
    ),
    ...cellsOf(
      'dL_db_batch',
      slopes((moved) => loss(W, X, moved, G), b),
    ),
  };
}

export default [
  { method: 'central differences of the forward pass', error: '1e-30', values: differences },
] satisfies readonly Proof[];

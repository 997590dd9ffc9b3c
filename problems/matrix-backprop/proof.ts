import { differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { cellsOf, type Matrix, matrix, matrixProduct, slopes, total } from '../../src/exact/matrices.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The logistic function by way of the hyperbolic tangent. */
const logistic = (z: Decimal): Decimal => z.div(2).tanh().plus(1).div(2);
const squares = (A: Matrix, Y: Matrix): Decimal[] =>
  A.flatMap((row, i) => row.map((a, j) => a.minus(Y[i]?.[j] ?? 0).pow(2)));
const loss = (A: Matrix, Y: Matrix): Decimal => total(squares(A, Y)).div(2 * Y.length);
const outputs = (Z: Matrix): Matrix => Z.map((row) => row.map(logistic));
const sums = (X: Matrix, W: Matrix, b: Matrix): Matrix =>
  matrixProduct(X, W).map((row) => row.map((z, j) => z.plus(b[0]?.[j] ?? 0)));

/** The forward pass alone; every gradient is a difference of two of its losses. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const [X, W, b, Y] = ['X', 'W', 'b', 'Y'].map((name) => matrix(givens[name])) as [Matrix, Matrix, Matrix, Matrix];
  const Z = sums(X, W, b);
  const A = outputs(Z);
  const from = (x: Matrix, w: Matrix, of: Matrix): Decimal => loss(outputs(sums(x, w, of)), Y);
  return {
    ...cellsOf('Z', Z),
    ...cellsOf('A', A),
    L: loss(A, Y).toString(),
    ...cellsOf(
      'dA',
      slopes((moved) => loss(moved, Y), A),
    ),
    ...cellsOf(
      'dZ',
      slopes((moved) => loss(outputs(moved), Y), Z),
    ),
    ...cellsOf(
      'dW',
      slopes((moved) => from(X, moved, b), W),
    ),
    ...cellsOf(
      'db',
      slopes((moved) => from(X, W, moved), b),
    ),
    ...cellsOf(
      'dX',
      slopes((moved) => from(moved, W, b), X),
    ),
  };
}

export default [
  { method: 'central differences of the forward pass', error: differenceError, values: differences },
] satisfies readonly Proof[];

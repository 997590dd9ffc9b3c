import { cellsOf, type Matrix, matrix, matrixProduct, plusColumn, slopes } from '../../src/exact/matrices.ts';
import { wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The three layers are worked one after the other: at 0 they give b, and by differences of the input W. */
function forward(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Matrix => matrix(givens[name]);
  const layers = ['1', '2', '3'].map((i) => [at(`W${i}`), at(`b${i}`)] as const);
  const run = (x: Matrix): Matrix => layers.reduce((h, [W, b]) => plusColumn(matrixProduct(W, h), b), x);
  const inputs = at('W1')[0]?.length ?? 0;
  const origin: Matrix = Array.from({ length: inputs }, () => [wide('0')]);
  const outputs = run(origin);
  const W = outputs.map((_, i) => slopes((x) => run(x)[i]?.[0] ?? wide('0'), origin).map((row) => row[0] ?? wide('0')));
  return { ...cellsOf('b', outputs), ...cellsOf('W', W) };
}

export default [
  { method: 'the layers worked one after the other', error: '1e-25', values: forward },
] satisfies readonly Proof[];

import { cellsOf, type Matrix, matrix } from '../../src/exact/matrices.ts';
import type { Proof } from '../../src/working/proof.ts';

/** Cell by cell, each step by itself. */
function loop(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Matrix => matrix(givens[name]);
  const scalar = (name: string) => at(name)[0]?.[0] as NonNullable<Matrix[number][number]>;
  const [w, m, g] = [at('w'), at('m'), at('g')];
  const [rho, eta, lambda] = [scalar('rho'), scalar('eta'), scalar('lambda')];
  const moved = m.map((row, i) => row.map((x, j) => (g[i]?.[j] ?? x).plus(rho.times(x.minus(g[i]?.[j] ?? x)))));
  const next = w.map((row, i) =>
    row.map((x, j) => {
      const step = (moved[i]?.[j] ?? x).times(eta);
      return x.minus(step).minus(x.times(lambda).times(eta));
    }),
  );
  return { ...cellsOf('m_new', moved), ...cellsOf('w_new', next) };
}

export default [{ method: 'a loop over the cells', error: '1e-40', values: loop }] satisfies readonly Proof[];

import { centralDifference } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

const squash = (z: Decimal): Decimal => wide('1').div(z.neg().exp().plus(1));

function differences(givens: Record<string, unknown>): Record<string, string> {
  const [x, w, b, slope] = ['x', 'w', 'b', 'dL_dy'].map((name) => wide(String(givens[name]))) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ];
  const loss = (moved: Decimal): Decimal => squash(moved.times(x).plus(b)).times(slope);
  return {
    dy_dz: centralDifference(squash, w.times(x).plus(b)).toString(),
    dL_dw: centralDifference(loss, w).toString(),
  };
}

export default [
  { method: 'central differences of the forward pass', error: '1e-30', values: differences },
] satisfies readonly Proof[];

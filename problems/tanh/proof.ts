import { centralDifference } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

const tanh = (x: Decimal): Decimal => {
  const e = x.times(-2).exp();
  return wide('1').minus(e).div(e.plus(1));
};

export default [
  {
    method: 'central differences of the function',
    error: '1e-30',
    values: ({ x }) => {
      const slope = centralDifference(tanh, wide(String(x))).toString();
      return { derivative: slope, derivation: slope };
    },
  },
] satisfies readonly Proof[];

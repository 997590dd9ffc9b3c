import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { texts, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** tanh by way of e^2x. */
function squash(x: Decimal): Decimal {
  const e = x.times(2).exp();
  return e.minus(1).div(e.plus(1));
}

function forward(givens: Record<string, unknown>) {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const z1 = (w11: Decimal) =>
    w11
      .times(at('x1'))
      .plus(at('w12').times(at('x2')))
      .plus(at('b1'));
  const z2 = at('w21')
    .times(at('x1'))
    .plus(at('w22').times(at('x2')))
    .plus(at('b2'));
  const out = (h1: Decimal) =>
    at('v1')
      .times(h1)
      .plus(at('v2').times(squash(z2)))
      .plus(at('c'));
  const loss = (yhat: Decimal) => yhat.minus(at('y')).pow(2).div(2);
  return { at, z1, z2, out, loss };
}

function values(givens: Record<string, unknown>): Record<string, string> {
  const { at, z1, z2, out, loss } = forward(givens);
  const first = z1(at('w11'));
  const yhat = out(squash(first));
  return texts({ z1: first, h1: squash(first), z2, h2: squash(z2), yhat, L: loss(yhat) });
}

function differences(givens: Record<string, unknown>): Record<string, string> {
  const { at, z1, out, loss } = forward(givens);
  const first = z1(at('w11'));
  return texts({
    dyhat: centralDifference(loss, out(squash(first))),
    dh1: centralDifference((h1) => loss(out(h1)), squash(first)),
    dz1: centralDifference((z) => loss(out(squash(z))), first),
    dw11: centralDifference((w11) => loss(out(squash(z1(w11)))), at('w11')),
  });
}

export default [
  { method: 'the forward pass by e^2x', values },
  { method: 'central differences at 60 digits', error: differenceError, values: differences },
] satisfies readonly Proof[];

import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { texts, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The loss as softplus: the cross-entropy is ln(1 + e^z) - y*z. */
function forward(givens: Record<string, unknown>) {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const logit = (w1: Decimal) =>
    w1
      .times(at('x1'))
      .plus(at('w2').times(at('x2')))
      .plus(at('b'));
  const entropy = (z: Decimal) => z.exp().plus(1).ln().minus(at('y').times(z));
  const penalty = (w1: Decimal) =>
    w1
      .times(w1)
      .plus(at('w2').times(at('w2')))
      .times(at('decay'))
      .div(2);
  const loss = (w1: Decimal) => entropy(logit(w1)).plus(penalty(w1));
  return { at, logit, entropy, penalty, loss };
}

function values(givens: Record<string, unknown>): Record<string, string> {
  const { at, logit, entropy, penalty, loss } = forward(givens);
  const z = logit(at('w1'));
  const p = z.exp().div(z.exp().plus(1));
  const dw1 = p
    .minus(at('y'))
    .times(at('x1'))
    .plus(at('decay').times(at('w1')));
  return texts({
    z,
    p,
    entropy: entropy(z),
    penalty: penalty(at('w1')),
    J: loss(at('w1')),
    dz: p.minus(at('y')),
    w1_new: at('w1').minus(at('eta').times(dw1)),
  });
}

function differences(givens: Record<string, unknown>): Record<string, string> {
  const { at, logit, entropy, loss } = forward(givens);
  const slope = centralDifference(loss, at('w1'));
  return texts({
    dz: centralDifference(entropy, logit(at('w1'))),
    dw1: slope,
    w1_new: at('w1').minus(at('eta').times(slope)),
  });
}

export default [
  { method: 'the loss as softplus', values },
  { method: 'central differences at 60 digits', error: differenceError, values: differences },
] satisfies readonly Proof[];

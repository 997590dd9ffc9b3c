import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { derivative, leaf, logistic, minus, plus, texts, times, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The forward pass on traced numbers, and every derivative of the working sent back through it. */
function reverse(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string) => leaf(String(givens[name]));
  const w3 = at('w3');
  const first = plus(times(at('w1'), at('x1')), times(at('w2'), at('x2')));
  const second = plus(times(w3, at('x3')), times(at('w4'), at('x4')));
  const [firstOut, secondOut] = [logistic(first), logistic(second)];
  const last = plus(times(at('w5'), firstOut), times(at('w6'), secondOut));
  const prediction = logistic(last);
  const residual = minus(at('y'), prediction);
  const loss = times(residual, residual);
  return texts({
    z1: first.value,
    a1: firstOut.value,
    z2: second.value,
    a2: secondOut.value,
    z3: last.value,
    yhat: prediction.value,
    L: loss.value,
    dL_dyhat: derivative(loss, prediction),
    dyhat_dz3: derivative(prediction, last),
    da2_dz2: derivative(secondOut, second),
    dyhat_dw3: derivative(prediction, w3),
    dL_dw3: derivative(loss, w3),
  });
}

/** The same derivatives from differences of the forward pass, worked on plain decimals. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string) => wide(String(givens[name]));
  const squash = (x: Decimal) => wide('1').div(x.neg().exp().plus(1));
  const hidden = (w3: Decimal) => w3.times(at('x3')).plus(at('w4').times(at('x4')));
  const first = squash(
    at('w1')
      .times(at('x1'))
      .plus(at('w2').times(at('x2'))),
  );
  const last = (w3: Decimal) =>
    at('w5')
      .times(first)
      .plus(at('w6').times(squash(hidden(w3))));
  const prediction = (w3: Decimal) => squash(last(w3));
  const loss = (yhat: Decimal) => at('y').minus(yhat).pow(2);
  const w3 = at('w3');
  return texts({
    dL_dyhat: centralDifference(loss, prediction(w3)),
    dyhat_dz3: centralDifference(squash, last(w3)),
    da2_dz2: centralDifference(squash, hidden(w3)),
    dyhat_dw3: centralDifference(prediction, w3),
    dL_dw3: centralDifference((w) => loss(prediction(w)), w3),
  });
}

export default [
  { method: 'reverse-mode differentiation', values: reverse },
  { method: 'central differences at 60 digits', error: differenceError, values: differences },
] satisfies readonly Proof[];

import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { derivative, leaf, logistic, minus, plus, texts, times, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The forward pass on traced numbers; every derivative by reverse mode, and one step down the slope of the loss. */
function reverse(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string) => leaf(String(givens[name]));
  const w2 = at('w2');
  const inner = logistic(times(at('w1'), at('x1')));
  const out = logistic(plus(times(w2, inner), at('x2')));
  const residual = minus(at('y'), out);
  const loss = times(residual, residual);
  const moved = w2.value.minus(derivative(loss, w2).times(wide(String(givens.eta))));
  return texts({
    h: inner.value,
    f: out.value,
    df_dw2: derivative(out, w2),
    dL_df: derivative(loss, out),
    w2_new: moved,
  });
}

/** The same derivatives from differences of the forward pass, worked on plain decimals. */
function differences(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string) => wide(String(givens[name]));
  const squash = (x: Decimal) => wide('1').div(x.neg().exp().plus(1));
  const out = (w2: Decimal) =>
    squash(
      squash(at('x1').times(at('w1')))
        .times(w2)
        .plus(at('x2')),
    );
  const loss = (f: Decimal) => at('y').minus(f).pow(2);
  const slope = centralDifference((w2) => loss(out(w2)), at('w2'));
  return texts({
    df_dw2: centralDifference(out, at('w2')),
    dL_df: centralDifference(loss, out(at('w2'))),
    w2_new: at('w2').minus(at('eta').times(slope)),
  });
}

export default [
  { method: 'reverse-mode differentiation', values: reverse },
  { method: 'central differences at 60 digits', error: differenceError, values: differences },
] satisfies readonly Proof[];

import { Decimal } from 'decimal.js';

/**
 * The backprop chain reckoned a second time, without the expression tree: the numbers that a student writes who rounds
 * every line, half up, and goes on from what was written. `wrong` replaces the value of a line before it is used.
 */
export function backprop(wrong: Partial<Record<LineName, string>> = {}, places = 4): Record<LineName, string> {
  const v: Partial<Record<LineName, Decimal>> = {};
  for (const [name, work] of Object.entries(lines) as [LineName, Work][]) {
    v[name] = new Decimal(wrong[name] ?? work(v as Values)).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  }
  const text = (name: LineName): string => wrong[name] ?? (v as Values)[name].toFixed(places);
  return Object.fromEntries(lineNames.map((name) => [name, text(name)])) as Record<LineName, string>;
}

export const lineNames = [
  'z1',
  'a1',
  'z2',
  'a2',
  'z3',
  'yhat',
  'L',
  'dL_dyhat',
  'dyhat_dz3',
  'da2_dz2',
  'dyhat_dw3',
  'dL_dw3',
] as const;
export type LineName = (typeof lineNames)[number];
type Values = Record<LineName, Decimal>;
type Work = (v: Values) => Decimal;

const d = (text: string | number): Decimal => new Decimal(text);
const sigmoid = (x: Decimal): Decimal => d(1).div(d(1).plus(x.neg().exp()));
const slope = (s: Decimal): Decimal => s.times(d(1).minus(s));

const lines: Record<LineName, Work> = {
  z1: () => d('0.9').times('0.75').plus(d('-1.1').times('-0.63')),
  a1: ({ z1 }) => sigmoid(z1),
  z2: () => d('-0.3').times('0.24').plus(d('0.8').times('-1.7')),
  a2: ({ z2 }) => sigmoid(z2),
  z3: ({ a1, a2 }) => a1.times('0.8').plus(a2.times('-0.2')),
  yhat: ({ z3 }) => sigmoid(z3),
  L: ({ yhat }) => d('0.5').minus(yhat).pow(2),
  dL_dyhat: ({ yhat }) => yhat.minus('0.5').times(2),
  dyhat_dz3: ({ yhat }) => slope(yhat),
  da2_dz2: ({ a2 }) => slope(a2),
  dyhat_dw3: ({ dyhat_dz3, da2_dz2 }) => dyhat_dz3.times('-0.2').times(da2_dz2).times('-0.3'),
  dL_dw3: ({ dL_dyhat, dyhat_dz3, da2_dz2 }) => dL_dyhat.times(dyhat_dz3).times('-0.2').times(da2_dz2).times('-0.3'),
};

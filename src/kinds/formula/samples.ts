import { Decimal } from '../../exact/decimal.ts';
import { decimalField, evaluate } from '../../expressions/evaluate.ts';
import type { Working } from '../../working/problem.ts';

/** Points at which formulas are compared: a value for every name of a working, the lines worked from the givens. */
export type Samples = readonly ReadonlyMap<string, Decimal>[];

const points = 12;
const known = new WeakMap<Working, Samples>();

/** The same points every time, so that a verdict repeats; never whole numbers, and of both signs. */
export function samplesOf(working: Working): Samples {
  const samples = known.get(working) ?? Array.from({ length: points }, (_, i) => sample(working, i + 1));
  known.set(working, samples);
  return samples;
}

function sample({ givens, lines }: Working, seed: number): ReadonlyMap<string, Decimal> {
  const random = generator(seed * 7919);
  const values = new Map([...givens.keys()].map((name) => [name, drawn(random())]));
  for (const { name, formula } of lines)
    values.set(
      name,
      evaluate(formula, decimalField, (input) => values.get(input) ?? new Decimal(Number.NaN)),
    );
  return values;
}

/** A number of three places between -2 and 2, never within 1/10 of 0. */
function drawn(random: number): Decimal {
  const size = new Decimal(Math.round(101 + Math.abs(random - 0.5) * 2 * 1898)).div(1000);
  return random < 0.5 ? size.neg() : size;
}

/** The minimal standard generator of Park and Miller (1988). */
function generator(seed: number): () => number {
  let state = seed % 2147483647;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  next();
  return next;
}

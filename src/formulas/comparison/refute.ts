import { cell, isScalar, ShapeFault, TooMuch } from '../array.ts';
import { NoDerivative } from '../differentiate.ts';
import { holds } from '../field.ts';
import { decimals } from '../fields/decimal.ts';
import { type Names, usedBy } from '../names.ts';
import { drawnPoint } from '../points.ts';
import { UnclearIndex } from '../runs.ts';
import type { Formula } from '../tree.ts';
import { areApart, breaksOf, cellsText, points, pointText } from './at-points.ts';
import { bothAt } from './both.ts';

/** A relation that is said to hold for all numbers. */
export type Relation = Extract<Formula, { kind: 'compare' }>;

/** What came of trying a relation: a counterexample with its numbers, or none found. */
export type Trial =
  | { readonly kind: 'holds' }
  | { readonly kind: 'refuted'; readonly at: string; readonly left: string; readonly right: string }
  | { readonly kind: 'unknown'; readonly why: string };

const tolerance = '1e-40';

/** Looks for numbers at which a relation does not hold: near, far, and where its formulas may have a kink or a step. */
export function tried({ op, left, right }: Relation, given: Names): Trial {
  const names = { ...given, only: usedBy([left, right], given) };
  const special = breaksOf([left, right]);
  let defined = 0;
  try {
    for (let seed = 0; seed < points; seed++) {
      const point = drawnPoint(names, seed, special, decimals);
      const [a, b] = bothAt(left, right, decimals, point, names, { wide: true });
      const pick = (x: typeof a, i: number) => (isScalar(x) ? cell(x, 0, 0) : x.cells[i]);
      for (let i = 0; i < Math.max(a.cells.length, b.cells.length); i++) {
        const [x, y] = [pick(a, i), pick(b, i)];
        if (!x?.isFinite() || !y?.isFinite()) continue;
        defined++;
        const sign = areApart(x, y, tolerance) ? x.cmp(y) : 0;
        if (!holds(op, sign))
          return { kind: 'refuted', at: pointText(point, names), left: cellsText(a), right: cellsText(b) };
      }
    }
  } catch (error) {
    if (error instanceof ShapeFault || error instanceof UnclearIndex || error instanceof NoDerivative)
      return { kind: 'unknown', why: error.message };
    if (error instanceof TooMuch || error instanceof RangeError)
      return { kind: 'unknown', why: 'it takes too much work' };
    throw error;
  }
  return defined > 0 ? { kind: 'holds' } : { kind: 'unknown', why: 'it has a value at no point' };
}

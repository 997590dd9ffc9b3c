import { Decimal } from '../../exact/decimal.ts';
import { point, unknown } from '../../exact/interval.ts';
import { unrounded } from '../../exact/rounding.ts';
import { decimalField, evaluate } from '../../expressions/evaluate.ts';
import { hull } from '../../expressions/hull.ts';
import type { Expression } from '../../expressions/tree.ts';
import { atPlaces } from '../values.ts';

/** A formula worked on written numbers, at so many places; in floats where they settle it, because 50 digits take forty times as long. */
export function workedText(formula: Expression, text: (name: string) => string, places: number): string {
  const { lo, hi } = hull(formula, (name) => point(Number(text(name))), unrounded) ?? unknown;
  const isPlain = places >= 0 && places <= 15 && Math.abs(lo) < 1e6;
  if (isPlain && lo.toFixed(places) === hi.toFixed(places)) return lo.toFixed(places);
  return atPlaces(
    evaluate(formula, decimalField, (name) => new Decimal(text(name))),
    places,
  );
}

import type { Interval } from '../exact/interval.ts';
import type { Results } from '../working/check.ts';
import { earlierIn } from './earlier.ts';
import { valueIn } from './relation.ts';
import { numberIn, type Reported } from './reported.ts';
import { cutWindow } from './window.ts';

/** One result of a run, as an answer states it. */
export interface Stated {
  readonly result: string;
  readonly field: string;
  /** What it may be, as wide as the written digits leave it; the first is what is said of it. */
  readonly values: readonly Interval[];
  readonly text: string;
  /** "the fourth of the 6 that your log has", where it equals another value than the last of a table. */
  readonly earlier: (value: Interval) => string | undefined;
}

/** All results that the answers state. */
export function statedIn(
  results: Results,
  reported: Reported,
  given: (name: string) => Interval | undefined,
): Stated[] {
  const numbers = numberIn(reported, undefined, cutWindow);
  return Object.entries(results).flatMap(([result, fields]) =>
    Object.entries(fields).flatMap(([field, formulas]): Stated[] => {
      const all = typeof formulas === 'string' ? [formulas] : formulas;
      const values = all.flatMap((formula) => {
        const value = valueIn(formula, (name) => numbers(name) ?? given(name), reported.functions);
        return value ? [value] : [];
      });
      const [first] = values;
      const [formula = ''] = all;
      if (!first) return [];
      const text = reported.figures.get(formula)?.text ?? String(Number(first.lo.toPrecision(6)));
      return [{ result, field, values, text, earlier: (value) => earlierIn(formula, value, reported) }];
    }),
  );
}

/** Can both be of one run? Each is as wide as its digits leave it, so that no is proved. */
export const agree = (a: Stated, b: Stated): boolean =>
  a.values.some((one) => b.values.some((other) => one.lo <= other.hi + slack && other.lo <= one.hi + slack));

const slack = 1e-12;

import type { Shown } from '../exact/agreement.ts';
import { type Interval, join, meet, point, unknown } from '../exact/interval.ts';
import { half } from '../exact/rounding.ts';

/** What later lines may take for the value of a line. */
export interface Standing {
  /** Had everything above been right. */
  readonly truth: Interval;
  /** From the student's own numbers. */
  readonly own: Interval;
  /** The number as written; unrounded from the student's own numbers where nothing was written. */
  readonly written: number;
  /** Unrounded from the student's own numbers, even where it was written down otherwise. */
  readonly fine: number;
  /** Does it hang on a wrong line above? */
  readonly affected: boolean;
  /** The wrong lines it hangs on. */
  readonly roots: readonly string[];
  /** For a line right but for its rounding: the value that was rounded, which later lines may have used instead. */
  readonly before?: Interval;
  /** For a wrong line: what the student's own numbers above it lead to. */
  readonly recomputed?: Interval;
}

/** What every symbol stands for, and as single numbers in its slot: as written, and with all digits. */
export interface Standings {
  readonly at: (name: string) => Standing;
  readonly slots: ReadonlyMap<string, number>;
  readonly written: Float64Array;
  readonly fine: Float64Array;
}

/** The value that a written number stands for: itself, or any legal value that displays as it. */
export function window(shown: Shown, legal: Interval | undefined, reach = half(shown.places)): Interval {
  const itself = point(shown.value);
  if (shown.exact || !legal) return itself;
  const near = meet(legal, { lo: shown.value - reach, hi: shown.value + reach });
  return near ? join(itself, near) : itself;
}

/** A wrong number as the lines below may use it: with more digits than were written, but not with fewer. */
export function around(shown: Shown, places: number): Interval {
  const reach = shown.exact ? 0 : half(Math.max(shown.places, places));
  return { lo: shown.value - reach, hi: shown.value + reach };
}

export const given = (text: string): Standing => {
  const value = point(Number(text));
  const { lo } = value;
  return { truth: value, own: value, written: lo, fine: lo, affected: false, roots: [] };
};

/** A line that the walk has not come to. */
export const unvisited: Standing = {
  truth: unknown,
  own: unknown,
  written: Number.NaN,
  fine: Number.NaN,
  affected: false,
  roots: [],
};

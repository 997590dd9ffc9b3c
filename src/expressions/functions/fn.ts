import type { Decimal } from '../../exact/decimal.ts';
import type { Interval } from '../../exact/interval.ts';
import type { Grid } from '../../exact/rounding.ts';

/** A function that a formula may apply: all that the rest of the program knows about it. */
export interface Fn {
  /** As authors write it, and as formulas are printed. */
  readonly name: string;
  /** What a sentence calls it: "the sigmoid". */
  readonly called?: string;
  /** How many arguments it takes: the fewest and the most. */
  readonly arity: readonly [fewest: number, most: number];
  /** In floating point, for speed. */
  readonly float: (...x: number[]) => number;
  /** To the digits of its argument's own kind of decimal. */
  readonly decimal: (...x: Decimal[]) => Decimal;
  /**
   * Every value over intervals of arguments, and every value that a person gets who rounds the results within it.
   * Nothing is known (a NaN bound) where it is not defined everywhere.
   */
  readonly range: (grid: Grid, ...x: Interval[]) => Interval;
  /** MathML of an application; without it the name stands before brackets. */
  readonly mathml?: (args: readonly string[]) => string;
  /** Its MathML needs no dot beside another factor. */
  readonly compact?: boolean;
  /** Its MathML ends in a raised part, so that a power of it needs brackets. */
  readonly raised?: boolean;
  /** What else people call it: in every notation, or in one. */
  readonly aliases?: Aliases;
  /** Names that may mean it or another function, and so are refused. */
  readonly unclear?: readonly string[];
  /** The functions that people use in its place. */
  readonly mistakenFor?: readonly string[];
  /** Its derivative by each argument: formulas in `x`, and `y` for the second. */
  readonly derivative?: readonly string[];
  /** The derivative by its argument, from the value `y` that it gave, as people who kept that value write it. */
  readonly derivativeByValue?: string;
  /** A formula in `x` by exponentials alone, if there is one: then equality is decided exactly. */
  readonly byExp?: string;
  /** The function that a prime makes of it. */
  readonly prime?: string;
  /** Where it is defined, if not everywhere: a condition on `x`. */
  readonly domain?: string;
  /** The values that it nears far out, for which it is taken by who does not work it out. */
  readonly limits?: readonly string[];
  /** It rounds to a whole number. */
  readonly rounds?: boolean;
  /** Its value is rational wherever its arguments are. */
  readonly rational?: boolean;
  /** Where it has a step or a kink: arguments at which two formulas are worth comparing. */
  readonly breaks?: readonly string[];
}

export interface Aliases {
  readonly any?: readonly string[];
  readonly latex?: readonly string[];
  readonly matlab?: readonly string[];
  readonly numpy?: readonly string[];
}

import type { Shown } from '../exact/agreement.ts';
import type { WrongLine } from '../slips/wrong-line.ts';
import { floatsOf, type KeyValue, keyOf } from '../working/key.ts';
import type { Line, Working } from '../working/problem.ts';
import { type Policy, policyOf } from './policy.ts';
import { given, type Standing, unvisited } from './standing.ts';
import type { Step } from './step.ts';

/** One problem of a paper while it is judged: what was written, and what each line stands for so far. */
export class Paper {
  readonly working: Working;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly standing = new Map<string, Standing>();
  private readonly key: ReadonlyMap<string, KeyValue>;
  private readonly exact: ReadonlyMap<string, number>;
  private readonly byName: ReadonlyMap<string, Line>;
  private readonly digits: number;

  constructor(working: Working, shown: ReadonlyMap<string, Shown>) {
    this.working = working;
    this.shown = shown;
    this.key = keyOf(working);
    this.exact = floatsOf(working);
    this.byName = linesOf(working);
    this.digits = fewestDigits(shown);
    for (const [name, text] of working.givens) this.standing.set(name, given(text));
  }

  readonly at = (name: string): Standing => this.standing.get(name) ?? unvisited;

  isWeak(line: Line): boolean {
    return isWeak(this.key.get(line.name) as KeyValue);
  }

  policy(line: Line, shown: Shown | undefined): Policy {
    const { exact } = this.key.get(line.name) as KeyValue;
    return policyOf(this.working.rounding, exact, shown?.significant ?? this.digits);
  }

  /** A wrong line, and what the student had in hand when writing it. */
  wrongLine(step: Step, shown: Shown): WrongLine {
    return {
      working: this.working,
      line: step.line,
      hidden: this.hiddenAbove(step.line),
      shown,
      places: step.policy.places ?? shown.places,
      exact: step.policy.exact,
      own: (name) => this.at(name).own,
      written: (name) => this.at(name).written,
      unrounded: (name) => this.unrounded(name),
      stated: step.policy.grid,
      textOf: (name) => this.shown.get(name)?.text ?? this.working.givens.get(name),
      wrote: (name) => this.shown.has(name),
    };
  }

  /** With all digits, where no error lies above. */
  private unrounded(name: string): number {
    const { affected, written } = this.at(name);
    return affected ? written : (this.exact.get(name) ?? written);
  }

  /** The unwritten lines above a line, down to written ones. */
  hiddenAbove(line: Line): Line[] {
    const hidden = new Set<string>();
    const walk = (of: Line): void => {
      for (const input of of.inputs) {
        const above = this.byName.get(input);
        if (!above || this.shown.has(input) || hidden.has(input)) continue;
        hidden.add(input);
        walk(above);
      }
    };
    walk(line);
    return this.working.lines.filter(({ name }) => hidden.has(name));
  }
}

/** Where nothing is said of rounding: as many significant digits as the paper's shortest rounded number has. */
const fewestDigits = (shown: ReadonlyMap<string, Shown>): number =>
  Math.max(2, Math.min(...[...shown.values()].filter((s) => !s.exact).map((s) => s.significant), 15));

/** At most one significant digit at the places asked, and digits lost to the rounding. */
export const isWeak = ({ exact, stated, places }: KeyValue): boolean =>
  places !== undefined && !exact.eq(stated) && stated.precision() <= 1;

const lines = new WeakMap<Working, ReadonlyMap<string, Line>>();
const linesOf = (working: Working): ReadonlyMap<string, Line> => {
  const known = lines.get(working) ?? new Map(working.lines.map((line) => [line.name, line]));
  lines.set(working, known);
  return known;
};

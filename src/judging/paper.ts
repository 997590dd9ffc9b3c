import type { Shown } from '../exact/agreement.ts';
import { middle } from '../exact/interval.ts';
import { slotsOf } from '../slips/segment.ts';
import type { WrongLine } from '../slips/wrong-line.ts';
import { floatsOf, type KeyValue, keyOf } from '../working/key.ts';
import type { Line, Working } from '../working/problem.ts';
import { type Policy, policyOf } from './policy.ts';
import { given, type Standing, type Standings, unvisited } from './standing.ts';
import type { Step } from './step.ts';

/** One problem of a paper while it is judged: what was written, and what each line stands for so far. */
export class Paper implements Standings {
  readonly working: Working;
  readonly shown: ReadonlyMap<string, Shown>;
  /** Of every symbol, by its slot: the middle of the student's own value, the number as written, and with all digits. */
  readonly values: Float64Array;
  readonly written: Float64Array;
  readonly fine: Float64Array;
  readonly unrounded: Float64Array;
  readonly slots: ReadonlyMap<string, number>;
  private readonly standing = new Map<string, Standing>();
  private readonly hidden = new Map<Line, readonly Line[]>();
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
    this.slots = slotsOf(working);
    this.values = new Float64Array(this.slots.size).fill(Number.NaN);
    this.written = this.values.slice();
    this.fine = this.values.slice();
    this.unrounded = this.values.slice();
    for (const [name, text] of working.givens) this.stand(name, given(text));
  }

  /** From here on a symbol stands for this. */
  stand(name: string, standing: Standing): void {
    const { own, written, fine, affected } = standing;
    const slot = this.slots.get(name) as number;
    this.standing.set(name, standing);
    this.values[slot] = middle(own);
    this.written[slot] = written;
    this.fine[slot] = fine;
    // With all digits from the givens on, where no error lies above.
    this.unrounded[slot] = affected ? written : (this.exact.get(name) ?? written);
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
  wrongLine({ line, policy }: Step, shown: Shown): WrongLine {
    return {
      working: this.working,
      line,
      hidden: this.hiddenAbove(line),
      shown,
      places: policy.places ?? shown.places,
      exact: policy.exact,
      own: (name) => this.at(name).own,
      values: this.values,
      written: this.written,
      unrounded: this.unrounded,
      stated: policy.grid,
      textOf: (name) => this.shown.get(name)?.text ?? this.working.givens.get(name),
      wrote: (name) => this.shown.has(name),
    };
  }

  /** The unwritten lines above a line, down to written ones. */
  hiddenAbove(line: Line): readonly Line[] {
    const known = this.hidden.get(line) ?? this.findHidden(line);
    this.hidden.set(line, known);
    return known;
  }

  private findHidden(line: Line): readonly Line[] {
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
    return hidden.size === 0 ? [] : this.working.lines.filter(({ name }) => hidden.has(name));
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

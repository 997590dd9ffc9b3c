import { type Agreement, agreement, isCut, type Shown } from '../exact/agreement.ts';
import { type Interval, point, unknown } from '../exact/interval.ts';
import { rounded } from '../exact/rounding.ts';
import { hull } from '../expressions/hull.ts';
import { sites } from '../expressions/sites.ts';
import { type Expression, symbol } from '../expressions/tree.ts';
import { compiledOf } from '../slips/program.ts';
import type { Line } from '../working/problem.ts';
import { widened } from './habits.ts';
import type { Finding, Remark } from './judgement.ts';
import type { Policy } from './policy.ts';
import { around, type Standing, type Standings, window } from './standing.ts';

/** Stands for one use of a name; no formula has this symbol. */
const once = '\u0000once';

/** One line in its place: what its inputs stand for, and what values are legal there. */
export class Step {
  readonly line: Line;
  readonly policy: Policy;
  readonly affected: boolean;
  readonly roots: readonly string[];
  readonly truth: Interval | undefined;
  readonly own: Interval | undefined;
  readonly shown: Shown | undefined;
  private readonly standings: Standings;
  private readonly at: (name: string) => Standing;
  private fineValues: readonly (number | undefined)[] | undefined;

  constructor(line: Line, shown: Shown | undefined, policy: Policy, standings: Standings) {
    const { at } = standings;
    this.line = line;
    this.shown = shown;
    this.policy = policy;
    this.standings = standings;
    this.at = at;
    this.affected = line.inputs.some((name) => at(name).affected);
    this.roots = this.affected ? [...new Set(line.inputs.flatMap((name) => at(name).roots))] : [];
    this.truth = this.reach(line.formula, 'truth');
    this.own = this.affected ? this.reach(line.formula, 'own') : this.truth;
  }

  input(from: 'truth' | 'own'): (name: string) => Interval {
    return (name) => this.at(name)[from];
  }

  reach(tree: Expression, from: 'truth' | 'own', grid = this.policy.grid): Interval | undefined {
    return hull(tree, (name) => this.at(name)[from], grid);
  }

  /** The line's value from these inputs. */
  worth(inputs: (name: string) => Interval): Interval | undefined {
    return hull(this.line.formula, inputs, this.policy.grid);
  }

  /** The own value with another interval for one input. */
  with(name: string, instead: Interval): Interval | undefined {
    const { formula } = this.line;
    return hull(formula, (input) => (input === name ? instead : this.at(input).own), this.policy.grid);
  }

  /** Does it agree if numbers above that were rounded too early were used as they were before? */
  agreesBeforeRounding(from: 'truth' | 'own'): Agreement {
    const { inputs, formula } = this.line;
    const rounded = inputs.filter((name) => this.at(name).before !== undefined);
    if (rounded.length === 0) return undefined;
    const before = (name: string): Interval => this.at(name).before ?? this.at(name)[from];
    const choices = [
      before,
      ...rounded.map((one) => (name: string) => (name === one ? before : this.input(from))(name)),
    ];
    return choices
      .map((choice) => this.agrees(hull(formula, choice, this.policy.grid)))
      .find((how) => how !== undefined);
  }

  /** The own values with one single use of a name taken true. */
  oneUseTrue(name: string): (Interval | undefined)[] {
    const uses = sites(this.line.formula).filter(({ node }) => node.kind === 'symbol' && node.name === name);
    if (uses.length < 2) return [];
    const inputs = (input: string): Interval => (input === once ? this.at(name).truth : this.at(input).own);
    return uses.map(({ replace }) => hull(replace(symbol(once)), inputs, this.policy.grid));
  }

  get unit(): number {
    return 10 ** -Math.max(this.policy.places ?? 0, this.shown?.places ?? 0);
  }

  agrees(legal: Interval | undefined): Agreement {
    if (!legal || !this.shown) return undefined;
    return agreement(this.shown, legal, this.policy.places, this.policy.exact);
  }

  /** As `agrees`, with the habits that cost nothing. */
  agreesWidely(legal: Interval | undefined, from: 'truth' | 'own'): Agreement {
    const { places, exact, grid } = this.policy;
    if (!legal || !this.shown || exact || places === undefined || this.shown.places > places) return undefined;
    const wide = widened(legal, this.line.formula, this.input(from), grid, places);
    return agreement(this.shown, wide, places) === 'right' ? 'right' : undefined;
  }

  /** What is to be said of digits beyond those asked for. */
  beyond(shown: Shown, how: Agreement): Remark[] {
    const { places } = this.policy;
    if (places === undefined || this.policy.exact || shown.exact || shown.places <= places) return [];
    if (Math.round(shown.value * 10 ** places) / 10 ** places === shown.value) return [];
    if (how === 'right-at-places') return ['digits-beyond'];
    const finer = this.finer();
    const as = (how: (value: number) => boolean): boolean => finer.some((value) => value !== undefined && how(value));
    if (as((value) => agreement(shown, point(value), shown.places) === 'right')) return ['more-places'];
    return as((value) => isCut(shown.value, point(value), shown.places)) ? ['cut-beyond'] : ['digits-beyond'];
  }

  /** The line from the numbers as they were written, and with all the digits that they may have been used with. */
  finer(): readonly (number | undefined)[] {
    const { written, fine } = this.standings;
    this.fineValues ??= [this.worked(written), this.worked(fine)];
    return this.fineValues;
  }

  /** The line on single numbers, unrounded. */
  private worked(values: Float64Array): number | undefined {
    const value = compiledOf(this.line.formula, this.standings.slots)(values);
    return Number.isFinite(value) ? value : undefined;
  }

  unwritten(): Standing {
    const { grid } = this.policy;
    const truth = rounded(this.truth ?? unknown, grid);
    const own = this.affected ? rounded(this.own ?? unknown, grid) : truth;
    const fine = this.finest();
    return { truth, own, written: fine, fine, affected: this.affected, roots: this.roots };
  }

  /** From the student's own numbers, with all the digits that were written. */
  private finest(): number {
    return this.finer()[0] ?? Number.NaN;
  }

  written(shown: Shown, finding: Finding): Standing {
    const { grid, places = shown.places } = this.policy;
    const digits = { written: shown.value, fine: shown.value };
    if (shown.places > places) digits.fine = this.finest();
    if (finding.verdict === 'slip' || finding.verdict === 'wrong') {
      const truth = rounded(this.truth ?? unknown, grid);
      const own = around(shown, places);
      const recomputed = rounded(this.own ?? unknown, grid);
      return { truth, own, ...digits, fine: shown.value, affected: true, roots: [this.line.name], recomputed };
    }
    if (finding.verdict === 'carried') {
      const own = window(shown, finding.follows ?? this.own);
      const truth = rounded(this.truth ?? unknown, grid);
      return { truth, own, ...digits, affected: true, roots: finding.roots };
    }
    if (finding.remarks.includes('hidden')) {
      const own = window(shown, this.own);
      return { truth: window(shown, this.truth), own, ...digits, affected: true, roots: this.roots };
    }
    if (finding.verdict !== 'rounding') {
      const truth = window(shown, this.truth);
      return { truth, own: truth, ...digits, affected: false, roots: [] };
    }
    const fewer = shown.places < (this.policy.places ?? shown.places);
    const truth = fewer ? point(shown.value) : window(shown, this.truth, 10 ** -shown.places);
    return { truth, own: truth, ...digits, affected: false, roots: [], ...(this.truth && { before: this.truth }) };
  }
}

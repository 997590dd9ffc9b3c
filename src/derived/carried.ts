import { unknown } from '../exact/interval.ts';
import { compile } from '../expressions/compile.ts';
import type { Line, Working } from '../working/problem.ts';
import { type Agreement, isStray, type Shown } from './agreement.ts';
import { habitOf } from './habits.ts';
import type { Finding, Judgement, Remark } from './judgement.ts';
import { type KeyValue, keyOf } from './key.ts';
import { type Policy, policyOf } from './policy.ts';
import { keepsPower } from './power.ts';
import { chance, proved } from './slips/evidence.ts';
import { type Explained, explain, onlyMiswritten } from './slips/explain.ts';
import type { Mutant } from './slips/mutants.ts';
import { slotsOf } from './slips/segment.ts';
import { middle, through, type WrongLine } from './slips/wrong-line.ts';
import { given, type Standing, unvisited } from './standing.ts';
import { Step } from './step.ts';

/**
 * Judges every written line of a working, in working order, each from the student's own numbers: an error is charged
 * where it happened and followed through the rest.
 *
 * @param shown the numbers that could be read, by line
 * @param answers the lines whose rounding the question states, where it rounds only at the end
 * @param pays whether a line carries points: a slip that shows in several lines is charged on one that does
 */
export function judge(
  working: Working,
  shown: ReadonlyMap<string, Shown>,
  answers: ReadonlySet<string>,
  pays: (line: string) => boolean = () => true,
): Map<string, Judgement> {
  const walk = new Walk(working, shown, answers, pays);
  for (const line of working.lines) walk.visit(line);
  return walk.judgements;
}

class Walk {
  readonly judgements = new Map<string, Judgement>();
  private readonly working: Working;
  private readonly shown: ReadonlyMap<string, Shown>;
  private readonly answers: ReadonlySet<string>;
  private readonly pays: (line: string) => boolean;
  /** Wrong lines without points whose slip was charged further down. */
  private readonly paid = new Set<string>();
  private readonly standing = new Map<string, Standing>();
  private readonly key: ReadonlyMap<string, KeyValue>;
  private readonly inForce: { mutant: Mutant; root: string }[] = [];
  private readonly byName: ReadonlyMap<string, Line>;
  private readonly digits: number;

  constructor(
    working: Working,
    shown: ReadonlyMap<string, Shown>,
    answers: ReadonlySet<string>,
    pays: (line: string) => boolean,
  ) {
    this.working = working;
    this.pays = pays;
    this.shown = shown;
    this.answers = answers;
    this.key = keyOf(working);
    this.byName = linesOf(working);
    this.digits = fewestDigits(shown);
    for (const [name, text] of working.givens) this.standing.set(name, given(text));
  }

  visit(line: Line): void {
    const shown = this.shown.get(line.name);
    const step = new Step(line, shown, this.policy(line, shown), this.at);
    if (!shown) {
      this.standing.set(line.name, step.unwritten());
      return;
    }
    const finding = this.charged(line, this.find(step, shown));
    this.judgements.set(line.name, { line, weak: this.isWeak(line), ...finding });
    const repaired = finding.remarks.some((remark) => remark === 'not-from-own' || remark === 'recomputed');
    for (const root of repaired ? finding.roots : []) this.miswritten(root);
    this.standing.set(line.name, step.written(shown, finding));
  }

  /** A slip in a line without points is charged on the first line with points that follows from it. */
  private charged(line: Line, finding: Finding): Finding {
    const { verdict, roots, remarks } = finding;
    if (verdict !== 'carried' || remarks.includes('recomputed') || !this.pays(line.name)) return finding;
    const free = roots.filter((root) => !this.pays(root) && !this.paid.has(root));
    for (const root of free) this.paid.add(root);
    return free.length === 0 ? finding : { ...finding, remarks: [...remarks, 'charged-here'] };
  }

  /** A later line used what a wrong one should have been: its number was only written down wrongly. */
  private miswritten(root: string): void {
    const judged = this.judgements.get(root);
    const explained = judged?.explained && onlyMiswritten(judged.explained);
    if (!judged || !explained || judged.remarks.includes('repaired')) return;
    const verdict = explained.proved ? 'slip' : 'wrong';
    this.judgements.set(root, { ...judged, verdict, explained, remarks: [...judged.remarks, 'repaired'] });
  }

  /** A later line shows which of several slips it was: those that reached it. Its digits add to the evidence. */
  private confirmed(root: string, slips: ReadonlySet<Mutant>, surprise: number): void {
    const judged = this.judgements.get(root);
    if (!judged?.explained) return;
    const left = judged.explained.explanations.filter((e) => e.mutants.some((mutant) => slips.has(mutant)));
    const all = left.reduce((total, { share }) => total + share, 0);
    const gain = Math.max(0, surprise - Math.log2(mostInForce));
    const explanations = left.map((e) => ({ ...e, share: e.share / all, bits: e.bits + gain }));
    const bits = Math.max(...explanations.map((e) => e.bits));
    const explained = { ...judged.explained, explanations, bits, proved: bits >= proved };
    this.judgements.set(root, { ...judged, verdict: explained.proved ? 'slip' : judged.verdict, explained });
  }

  private readonly at = (name: string): Standing => this.standing.get(name) ?? unvisited;

  private isWeak(line: Line): boolean {
    return isWeak(this.key.get(line.name) as KeyValue);
  }

  private policy(line: Line, shown: Shown | undefined): Policy {
    const { exact } = this.key.get(line.name) as KeyValue;
    return policyOf(this.working.rounding, exact, shown?.significant ?? this.digits);
  }

  /** The cases in their order; the first that fits decides. */
  private find(step: Step, shown: Shown): Finding {
    return (
      (step.affected ? this.fromOwn(step, shown) : this.fromTruth(step, shown)) ??
      this.recomputed(step) ??
      this.sameSlip(step, shown) ??
      this.ownSlip(step, shown)
    );
  }

  private fromTruth(step: Step, shown: Shown): Finding | undefined {
    const how = this.excused(step, shown, step.agrees(step.truth));
    const right = how ?? step.agreesBeforeRounding('truth') ?? step.agreesWidely(step.truth, 'truth');
    if (right === 'right' || (right === 'right-at-places' && !this.isWeak(step.line)))
      return this.right(step, shown, right, []);
    if (right === 'right-at-places') return undefined;
    const habit = right ? habitWords(right, step, shown) : this.habit(step, shown, 'truth');
    return habit ? { verdict: 'rounding', roots: [], remarks: [], habit } : undefined;
  }

  /** Where only the end is rounded, lines on the way may be shown at fewer places. */
  private excused(step: Step, shown: Shown, how: Agreement): Agreement {
    const { rounding } = this.working;
    const free = 'when' in rounding && rounding.when === 'end' && !this.answers.has(step.line.name);
    return free && how === 'fewer-places' && shown.significant >= 2 ? 'right' : how;
  }

  private right(step: Step, shown: Shown, how: Agreement, remarks: Remark[]): Finding {
    return { verdict: 'correct', roots: [], remarks: [...remarks, ...step.beyond(shown, how)] };
  }

  private fromOwn(step: Step, shown: Shown): Finding | undefined {
    const own = this.excused(
      step,
      shown,
      step.agrees(step.own) ?? step.agreesBeforeRounding('own') ?? step.agreesWidely(step.own, 'own'),
    );
    const truth = step.agrees(step.truth);
    const isRight = truth === 'right' || (truth === 'right-at-places' && !this.isWeak(step.line));
    if (own && isRight) return this.right(step, shown, truth, ['hidden']);
    if (own === 'right' || own === 'right-at-places') return this.carried(step, step.beyond(shown, own));
    if (isRight) return { ...this.right(step, shown, truth, ['not-from-own']), roots: step.roots };
    const habit = own ? habitWords(own, step, shown) : this.habit(step, shown, 'own');
    return habit ? { ...this.carried(step, []), habit } : undefined;
  }

  private carried(step: Step, remarks: Remark[]): Finding {
    const degenerate: Remark[] = keepsPower(this.working, step.line, step.input('truth'), step.input('own'), step.unit)
      ? []
      : ['degenerate'];
    const follows = step.own ? { follows: step.own } : {};
    return { verdict: 'carried', roots: step.roots, remarks: [...remarks, ...degenerate], ...follows };
  }

  /** A wrong line above was only miswritten: this line used what it should have been. Or one input was taken true. */
  private recomputed(step: Step): Finding | undefined {
    for (const name of step.affected ? step.line.inputs : []) {
      const instead = this.at(name).recomputed;
      if (instead && isRightly(step.agrees(step.with(name, instead)))) return this.carried(step, ['recomputed']);
    }
    return undefined;
  }

  private mixed(step: Step): Finding | undefined {
    for (const name of step.affected ? step.line.inputs : []) {
      if (!this.at(name).affected) continue;
      if (isRightly(step.agrees(step.with(name, this.at(name).truth)))) return this.carried(step, ['mixed']);
      if (step.oneUseTrue(name).some((value) => isRightly(step.agrees(value)))) return this.carried(step, ['mixed']);
    }
    return undefined;
  }

  /**
   * A slip that explains a wrong line above, and reaches this one as well, is not charged again: a given misread
   * throughout, or a slip in an unwritten line that both hang on.
   */
  private sameSlip(step: Step, shown: Shown): Finding | undefined {
    if (this.inForce.length === 0) return undefined;
    const wrong = this.wrongLine(step, shown);
    const reaching = this.inForce.filter(({ mutant }) =>
      [...wrong.hidden, wrong.line].some(({ name }) => mutant.trees.has(name)),
    );
    const value = (mutant: Mutant) => through(wrong, mutant.trees, wrong.own, step.policy.grid);
    const fitting = reaching.filter(({ mutant }) => isRightly(step.agrees(value(mutant))));
    const [first] = fitting;
    if (!first) return undefined;
    const { root } = first;
    const follows = value(first.mutant);
    const surprise = -Math.log2(chance(shown.value, 10 ** -shown.places, middle(step.own ?? unknown)));
    this.confirmed(root, new Set(fitting.flatMap((f) => (f.root === root ? [f.mutant] : []))), surprise);
    const roots = [...new Set([root, ...step.roots])];
    return { ...this.carried(step, ['same-slip']), roots, ...(follows && { follows }) };
  }

  private ownSlip(step: Step, shown: Shown): Finding {
    const explained = explain(this.wrongLine(step, shown));
    if (!explained.proved) {
      const mixed = this.mixed(step);
      if (mixed) return mixed;
    }
    if (this.pays(step.line.name)) this.putInForce(step.line.name, explained);
    const follows = step.affected && step.own ? { follows: step.own } : {};
    return { verdict: explained.proved ? 'slip' : 'wrong', roots: [], remarks: [], explained, ...follows };
  }

  private wrongLine(step: Step, shown: Shown): WrongLine {
    return {
      working: this.working,
      line: step.line,
      hidden: this.hiddenAbove(step.line),
      shown,
      places: step.policy.places ?? shown.places,
      exact: step.policy.exact,
      own: (name) => this.at(name).own,
      textOf: (name) => this.shown.get(name)?.text ?? this.working.givens.get(name),
      wrote: (name) => this.shown.has(name),
    };
  }

  /** Slips that may show in later lines as well. Proved or not: a second line that one of them gives is no accident. */
  private putInForce(root: string, { explanations }: Explained): void {
    for (const { mutants, share } of explanations.slice(0, mostInForce))
      for (const mutant of share > 0.02 ? mutants : [])
        if (mutant.trees.size > 1 || !mutant.trees.has(root)) this.inForce.push({ mutant, root });
  }

  private hiddenAbove(line: Line): Line[] {
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

  /**
   * A habit of rounding is named only if it gives just this number; and for a value of one significant digit only if
   * every number it was made from is there to see, because nearly anything gives 0.001.
   */
  private habit(step: Step, shown: Shown, from: 'truth' | 'own'): string | undefined {
    const { line, policy } = step;
    if (policy.exact || policy.places === undefined || shown.places > policy.places) return undefined;
    const legal = from === 'truth' ? step.truth : step.own;
    if (!legal || isStray(shown, policy.places, legal)) return undefined;
    const hidden = this.hiddenAbove(line);
    if (this.isWeak(line) && hidden.length > 0) return undefined;
    const early = this.roundsEarly(step, shown, hidden, from);
    if (isRightly(early) && shown.significant >= 2) return 'a result on the way was rounded too early';
    const input = hidden.length === 0 && shown.significant >= 2 ? step.inputRoundedEarly(from) : undefined;
    if (input) return input;
    const values = this.numbers(from);
    return habitOf(shown, policy.places, (round) => this.reworked(line, hidden, values, round));
  }

  /**
   * What rounding earlier than is allowed gives: in this line, where every number above is there to see; where the
   * question rounds only at the end, also on the unwritten way to it.
   */
  private roundsEarly(step: Step, shown: Shown, hidden: readonly Line[], from: 'truth' | 'own'): Agreement {
    const { rounding } = this.working;
    const onTheWay = 'when' in rounding && rounding.when === 'end';
    if (hidden.length > 0 && !onTheWay) return undefined;
    const inputs = (name: string) => this.at(name)[from];
    return step.agrees(through(this.wrongLine(step, shown), new Map(), inputs, step.policy.early));
  }

  /** A single number for every line above: as written, or the middle of what is legal. */
  private numbers(from: 'truth' | 'own'): Float64Array {
    const slot = slotsOf(this.working);
    const values = new Float64Array(slot.size);
    for (const [name, at] of slot) {
      const { lo, hi } = this.at(name)[from];
      values[at] = this.shown.get(name)?.value ?? (lo + hi) / 2;
    }
    return values;
  }

  /** The line worked on floats with a rounding at every unwritten step. */
  private reworked(line: Line, hidden: readonly Line[], values: Float64Array, round: (x: number) => number): number {
    const slot = slotsOf(this.working);
    for (const above of hidden) values[slot.get(above.name) as number] = round(floatOf(this.working, above)(values));
    return floatOf(this.working, line)(values);
  }
}

/** Where nothing is said of rounding: as many significant digits as the paper's shortest rounded number has. */
const fewestDigits = (shown: ReadonlyMap<string, Shown>): number =>
  Math.max(2, Math.min(...[...shown.values()].filter((s) => !s.exact).map((s) => s.significant), 15));

/** More than these are what anything fits. */
const mostInForce = 12;

const isRightly = (how: Agreement): boolean => how === 'right' || how === 'right-at-places';

function habitWords(how: Agreement, step: Step, shown: Shown): string {
  const { places: asked = shown.places, exact } = step.policy;
  if (shown.places < 0 || exact) return `the exact value was asked for; yours has ${digitsText(shown.significant)}`;
  return how === 'fewer-places'
    ? `the value is right to ${placesText(shown.places)}; ${asked} were asked for`
    : `the value was cut off after ${placesText(Math.min(shown.places, asked))} instead of rounded`;
}

const digitsText = (n: number): string => `${n} significant ${n === 1 ? 'digit' : 'digits'}`;
const placesText = (n: number): string => `${n} ${n === 1 ? 'place' : 'places'}`;

/** At most one significant digit at the places asked, and digits lost to the rounding. */
export const isWeak = ({ exact, stated, places }: KeyValue): boolean =>
  places !== undefined && !exact.eq(stated) && stated.precision() <= 1;

const lines = new WeakMap<Working, ReadonlyMap<string, Line>>();
const linesOf = (working: Working): ReadonlyMap<string, Line> => {
  const known = lines.get(working) ?? new Map(working.lines.map((line) => [line.name, line]));
  lines.set(working, known);
  return known;
};

const floats = new WeakMap<Line, (values: ArrayLike<number>) => number>();
const floatOf = (working: Working, line: Line): ((values: ArrayLike<number>) => number) => {
  const slot = slotsOf(working);
  const known = floats.get(line) ?? compile(line.formula, (name) => slot.get(name) as number);
  floats.set(line, known);
  return known;
};

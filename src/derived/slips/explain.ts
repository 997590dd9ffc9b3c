import { type Interval, point } from '../../exact/interval.ts';
import { type Grid, placesGrid, rounded, unrounded } from '../../exact/rounding.ts';
import { hull } from '../../expressions/hull.ts';
import { print } from '../../expressions/print.ts';
import { type Expression, substitute } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Agreement, agreement, type Shown, saysNothing } from '../agreement.ts';
import { type Copy, copiedValues, copies, copyWeight, miswritings, pointMoved } from './copies.ts';
import type { Wording } from './edit.ts';
import { chance, proved } from './evidence.ts';
import { literal, type Mutant } from './mutants.ts';
import { segmentOf, slotsOf } from './segment.ts';

/** A wrong line, and what the student had in hand when writing it. */
export interface WrongLine {
  readonly working: Working;
  readonly line: Line;
  /** The unwritten lines above it, down to written ones. */
  readonly hidden: readonly Line[];
  readonly shown: Shown;
  /** The places asked for. */
  readonly places: number;
  readonly exact: boolean;
  /** The student's own numbers. */
  readonly own: (name: string) => Interval;
  /** The text of a given, or of a line the student wrote. */
  readonly textOf: (name: string) => string | undefined;
  /** Was this symbol written by the student (rather than given)? */
  readonly wrote: (name: string) => boolean;
}

/** One way to come by the wrong number. */
export interface Explanation {
  readonly kind: SlipKind;
  readonly step: string;
  readonly wording: Wording;
  /** Bits against chance, for its class: the slips that come to the same number, which no digit can tell apart. */
  readonly bits: number;
  /** Its own share of the weight of all that fit. */
  readonly share: number;
  /** What the slip gives, unrounded. */
  readonly value: number;
  /** The line with the slip and the numbers in it. */
  readonly formula?: string;
  readonly mutants: readonly Mutant[];
  /** The line was worked rightly, and only its number written down wrongly. */
  readonly miswritten: boolean;
}

/** Everything that fits a wrong number, likeliest first, and whether the written digits prove that it is among them. */
export interface Explained {
  readonly explanations: readonly Explanation[];
  readonly bits: number;
  readonly proved: boolean;
  /** Bits that every miswriting gains once a later line shows that the number was only written down wrongly. */
  readonly gain: number;
  /** What the line should have given. */
  readonly legal?: Interval;
}

interface Fitting {
  readonly kind: SlipKind;
  readonly step: string;
  readonly wording: Wording;
  readonly value: number;
  readonly weight: number;
  readonly formula?: string;
  readonly mutants: readonly Mutant[];
  readonly miswritten: boolean;
}

/** Finds the slips that give a wrong number, by trying every one on the segment it stands in. */
export function explain(wrong: WrongLine): Explained {
  const { shown, places } = wrong;
  if (!Number.isFinite(shown.value)) return { explanations: [], bits: -Infinity, proved: false, gain: 0 };
  const grid = wrong.exact ? unrounded : placesGrid(Math.max(places, shown.places));
  const legal = through(wrong, new Map(), wrong.own, grid);
  const found = [...structural(wrong, legal, grid), ...copied(wrong, legal, grid), ...miswritten(wrong, legal)];
  const all = weightOf(wrong);
  const truth = legal ? (legal.lo + legal.hi) / 2 : 0;
  const by = chance(shown.value, 10 ** -shown.places, truth);
  const total = found.reduce((sum, f) => sum + f.weight, 0);
  const bits = (weight: number): number => Math.log2(weight / all / by);
  const explanations = ranked(merged(found)).map(({ f: { weight, ...f }, ofClass }) => ({
    ...f,
    bits: bits(ofClass),
    share: weight / total,
  }));
  const gain = Math.log2(all / copyWeight);
  const sure = total > 0 && bits(total) >= proved;
  return { explanations, bits: bits(total), proved: sure, gain, ...(legal && { legal }) };
}

/** What is left of an explanation when a later line used the right number: it was only written down wrongly. */
export function onlyMiswritten({ explanations, gain }: Explained): Explained | undefined {
  const left = explanations.filter(({ miswritten }) => miswritten);
  const share = left.reduce((total, e) => total + e.share, 0);
  if (share === 0) return undefined;
  const surer = left.map((e) => ({ ...e, bits: e.bits + gain, share: e.share / share }));
  const bits = Math.max(...surer.map((e) => e.bits));
  return { explanations: surer, bits, proved: bits >= proved, gain: 0 };
}

const middle = ({ lo, hi }: Interval): number => (lo + hi) / 2;

/** The written line's interval with some formulas changed, all rounding legal at the places the student works with. */
function through(
  { line, hidden, own }: WrongLine,
  trees: ReadonlyMap<string, Expression>,
  inputs: (name: string) => Interval,
  grid: Grid,
): Interval | undefined {
  const reached = new Map<string, Interval>();
  const at = (name: string): Interval => reached.get(name) ?? inputs(name) ?? own(name);
  for (const { name, formula } of hidden) {
    const value = hull(trees.get(name) ?? formula, at, grid);
    if (!value) return undefined;
    reached.set(name, rounded(value, grid));
  }
  return hull(trees.get(line.name) ?? line.formula, at, grid);
}

/** Of those who write down an inexact result, how many round it and how many cut it off. */
const writers: Readonly<Partial<Record<NonNullable<Agreement>, number>>> = { right: 0.8, 'cut-off': 0.2 };

/**
 * The part of a slip's weight that falls on the number that was written, 0 where it is not what the slip gives. It is
 * shared out over those who round and those who cut off, and over the cells that the interval covers: a vague
 * prediction proves less.
 */
function weighed(weight: number, { shown, exact }: WrongLine, value: Interval): number {
  if (!exact && saysNothing(shown, value)) return 0;
  const how = agreement(shown, value, shown.places, exact);
  const share = exact ? Number(how === 'right') : ((how && writers[how]) ?? 0);
  return (weight * share) / Math.max(1, (value.hi - value.lo) * 10 ** shown.places + 1);
}

function valuesOf({ working, own }: WrongLine): Float64Array {
  const values = new Float64Array(slotsOf(working).size).fill(Number.NaN);
  for (const [name, slot] of slotsOf(working)) values[slot] = middle(own(name));
  return values;
}

const reachOf = ({ shown }: WrongLine, legal: Interval | undefined): number =>
  2 * 10 ** -shown.places + (legal ? 8 * (legal.hi - legal.lo) : 0);

function structural(wrong: WrongLine, legal: Interval | undefined, grid: Grid): Fitting[] {
  const { working, line, hidden, shown } = wrong;
  const values = valuesOf(wrong);
  const reach = reachOf(wrong, legal);
  const found: Fitting[] = [];
  for (const { mutant, others, weight, run } of segmentOf(working, line, hidden).candidates) {
    const value = run(values);
    if (!(Math.abs(value - shown.value) <= reach)) continue;
    const interval = through(wrong, mutant.trees, wrong.own, grid);
    const here = interval ? weighed(weight, wrong, interval) : 0;
    if (here === 0) continue;
    const changed = [...hidden, line].find((l) => mutant.trees.has(l.name));
    const formula = changed === line ? inNumbers(wrong, mutant.trees.get(line.name)) : undefined;
    const { kind, wording } = mutant;
    const fitting = {
      kind,
      wording,
      step: changed?.name ?? line.name,
      value,
      mutants: [mutant, ...others],
      miswritten: false,
    };
    found.push({ ...fitting, weight: here, ...(formula && { formula }) });
  }
  return withoutIdle(found);
}

/** A slip on top of a convention that changes nothing is no explanation where the convention is one by itself. */
function withoutIdle(found: readonly Fitting[]): Fitting[] {
  const fit = new Set(found.flatMap(({ mutants }) => mutants));
  return found.filter(({ mutants: [first] }) => first?.on === undefined || !fit.has(first.on));
}

/** A written number above was copied wrongly into this line. */
function copied(wrong: WrongLine, legal: Interval | undefined, grid: Grid): Fitting[] {
  const { working, line, hidden, shown } = wrong;
  const { run } = segmentOf(working, line, hidden);
  const values = valuesOf(wrong);
  const reach = reachOf(wrong, legal);
  const parents = parentsWritten(wrong);
  return parents.flatMap((name) => {
    const slot = slotsOf(working).get(name) as number;
    const before = values[slot] as number;
    const worked = (value: number): number => {
      values[slot] = value;
      return run(values);
    };
    const near = (value: number): boolean => Math.abs(worked(value) - shown.value) <= reach;
    const text = wrong.textOf(name) ?? '';
    const hits = copiedValues(text).some(near) ? copies(text).filter(({ value }) => near(value)) : [];
    const found = hits.flatMap((copy) =>
      copyFitting(wrong, name, { ...copy, weight: copy.weight / parents.length }, worked(copy.value), grid),
    );
    values[slot] = before;
    return found;
  });
}

function copyFitting(wrong: WrongLine, name: string, copy: Copy, value: number, grid: Grid): Fitting[] {
  const inputs = (other: string): Interval => (other === name ? point(copy.value) : wrong.own(other));
  const interval = through(wrong, new Map(), inputs, grid);
  const weight = interval ? weighed(copy.weight, wrong, interval) : 0;
  if (weight === 0) return [];
  const wording = { ...copy.wording, says: `\`${name}\` was copied as ${copy.text} instead of ${wrong.textOf(name)}.` };
  const { kind } = copy;
  return [{ kind, step: wrong.line.name, wording, value, weight, mutants: [], miswritten: false }];
}

const parentsWritten = ({ line, hidden, wrote }: WrongLine): string[] =>
  [...new Set([...hidden, line].flatMap((l) => l.inputs))].filter(wrote);

/** The line was worked rightly and its number written down wrongly. */
function miswritten(wrong: WrongLine, legal: Interval | undefined): Fitting[] {
  if (!legal) return [];
  const meant = cells(legal, wrong.shown.places);
  const copied = meant.flatMap((right) =>
    miswritings(wrong.shown, right).map((copy) => ({ ...copy, weight: copy.weight / meant.length })),
  );
  return [...copied, ...pointMoved(wrong.shown, legal)].map(({ value, ...copy }) => ({
    ...copy,
    step: wrong.line.name,
    value,
    mutants: [],
    miswritten: true,
  }));
}

const mostCells = 8;

/** The numbers of so many places that stand for values of the interval; none where it is too vague. */
function cells({ lo, hi }: Interval, places: number): number[] {
  const scale = 10 ** places;
  const first = Math.round(lo * scale);
  const count = Math.round(hi * scale) - first + 1;
  return count > mostCells ? [] : Array.from({ length: count }, (_, i) => (first + i) / scale);
}

function weightOf(wrong: WrongLine): number {
  const { weight } = segmentOf(wrong.working, wrong.line, wrong.hidden);
  return weight + copyWeight * (parentsWritten(wrong).length > 0 ? 2 : 1);
}

/** Those of the same words as one. */
function merged(found: readonly Fitting[]): Fitting[] {
  const distinct: Fitting[] = [];
  for (const f of [...found].sort((a, b) => b.weight - a.weight)) {
    const i = distinct.findIndex((c) => c.kind === f.kind && c.wording.says === f.wording.says);
    const same = distinct[i];
    if (same) distinct[i] = { ...same, weight: same.weight + f.weight, mutants: [...same.mutants, ...f.mutants] };
    else distinct.push(f);
  }
  return distinct;
}

/** The likeliest class first, and in a class the likeliest slip. */
function ranked(fitting: readonly Fitting[]): { f: Fitting; ofClass: number }[] {
  const weight = (f: Fitting): number =>
    fitting.reduce((total, other) => total + (sameValue(f.value, other.value) ? other.weight : 0), 0);
  const classed = fitting.map((f) => ({ f, ofClass: weight(f) }));
  return classed.sort((a, b) => b.ofClass - a.ofClass || b.f.weight - a.f.weight);
}

/** Do two slips come to the same number, so that no digit can ever tell them apart? */
export const sameValue = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function inNumbers({ textOf, own, places }: WrongLine, tree: Expression | undefined): string | undefined {
  if (!tree) return undefined;
  const value = (name: string): Expression => literal(textOf(name) ?? trimmed(middle(own(name)), places));
  return print(substitute(tree, value));
}

const trimmed = (value: number, places: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.min(12, Math.max(0, places)));

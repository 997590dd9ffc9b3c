import { chance } from '../exact/chance.ts';
import type { Interval } from '../exact/interval.ts';
import { placesGrid, unrounded } from '../exact/rounding.ts';
import { proved, type SlipKind } from '../records/result.ts';
import type { Wording } from '../working/working.ts';
import { copied, misplaced, miswritten, parentsWritten } from './copied.ts';
import { copyWeight } from './copies.ts';
import type { Mutant } from './mutant.ts';
import { pairs } from './pairs.ts';
import { pricingOf } from './pricing.ts';
import { merged, ranked } from './ranking.ts';
import { segmentOf } from './segment.ts';
import { structural } from './structural.ts';
import { through, type WrongLine } from './wrong-line.ts';

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

/** Finds the slips that give a wrong number, by trying every one on the segment it stands in. */
export function explain(wrong: WrongLine): Explained {
  const { shown, places } = wrong;
  if (!Number.isFinite(shown.value)) return { explanations: [], bits: -Infinity, proved: false, gain: 0 };
  const grid = wrong.exact ? unrounded : placesGrid(Math.max(places, shown.places));
  const legal = through(wrong, new Map(), wrong.own, grid);
  const segment = segmentOf(wrong.working, wrong.line, wrong.hidden);
  const parents = parentsWritten(wrong);
  const all = pricingOf(segment, wrong.working).weight + copyWeight * (parents.length > 0 ? 2 : 1);
  const single = [
    ...structural(wrong, segment, legal, grid),
    ...copied(wrong, segment, parents, legal, grid),
    ...miswritten(wrong, legal),
    ...misplaced(wrong),
  ];
  const found = single.length > 0 ? single : pairs(wrong, segment, legal, grid, all);
  const truth = legal ? (legal.lo + legal.hi) / 2 : 0;
  const by = chance(shown.value, 10 ** -shown.places, truth);
  const total = found.reduce((sum, f) => sum + f.weight, 0);
  const likely = found.reduce((sum, f) => sum + f.plausibility, 0);
  const bits = (weight: number): number => Math.log2(weight / all / by);
  const explanations = ranked(merged(found)).map(({ f: { weight, plausibility, ...f }, ofClass }) => ({
    ...f,
    bits: bits(ofClass),
    share: plausibility / likely,
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

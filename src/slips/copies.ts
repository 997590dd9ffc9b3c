import { agreement, type Shown, saysNothing } from '../exact/agreement.ts';
import type { Interval } from '../exact/interval.ts';
import type { SlipKind } from '../records/result.ts';
import { say } from '../working/message.ts';
import { prices } from '../working/prices.ts';
import type { Wording } from '../working/working.ts';
import { type Misreading, misreadings, pointWording } from './misreadings.ts';

/** A number of the student's own, copied or written down wrongly. */
export interface Copy {
  readonly kind: SlipKind;
  readonly text: string;
  readonly value: number;
  readonly weight: number;
  /** Made when it is asked for: few of a hundred copies ever are. */
  readonly wording: () => Wording;
}

/** Prior weight of each sort of miscopy, shared out over all that a number of so many digits allows. */
const sorts: Readonly<Record<Misreading['sort'], number>> = {
  changed: 2 ** -4.5,
  exchanged: 2 ** -5.5,
  lost: 2 ** -6.5,
  sign: 2 ** -6.5,
  moved: 2 ** -6,
  off: 0,
};

/** Prior weight of a number that belongs to another line: two boxes exchanged, or all moved down by one. */
export const misplacedWeight = 2 ** -6;

/** All of them together. */
export const copyWeight = Object.values(sorts).reduce((total, weight) => total + weight, misplacedWeight);

/** The common miscopies of a written number that are `wanted` by their value, weighed beside all of them. */
export function copies(text: string, wanted: (value: number) => boolean): Copy[] {
  if (text.length > 30 || !/^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) || !copiedValues(text).some(wanted)) return [];
  const all = misreadings(text, false);
  const found = all.filter(({ value }) => wanted(value));
  if (found.length === 0) return [];
  const total = new Map<string, number>();
  for (const m of all) total.set(m.sort, (total.get(m.sort) ?? 0) + 2 ** -m.price);
  return found.map((one) => {
    const { kind, sort, price, text, value } = one;
    const weight = (sorts[sort] * 2 ** -price) / Math.max(total.get(sort) ?? 0, 2 ** -prices.sign);
    return { kind, text, weight, value, wording: () => one.wording };
  });
}

/**
 * The values of all miscopies, without the words: to see cheaply whether any is worth looking at.
 * Digits are numbered by the power of ten they stand for.
 */
function copiedValues(text: string): number[] {
  const value = Number(text);
  const size = Math.abs(value);
  const sign = value < 0 ? -1 : 1;
  const bare = text.replace('-', '');
  const point = bare.indexOf('.');
  const whole = point < 0 ? bare.length : point;
  const digits = [...bare.replace('.', '')].map(Number);
  const unit = (i: number): number => 10 ** (whole - 1 - i);
  const found = [-value, value / 10, value * 10, value / 100, value * 100];
  digits.forEach((digit, i) => {
    const worth = unit(i);
    for (let other = 0; other <= 9; other++) if (other !== digit) found.push(sign * (size + (other - digit) * worth));
    const next = digits[i + 1];
    if (next !== undefined) found.push(sign * (size + (next - digit) * (worth - worth / 10)));
    const after = size % worth;
    const before = size - after - digit * worth;
    found.push(sign * (i < whole ? before / 10 + after : before + after * 10));
  });
  return found;
}

/** The ways in which `right`, at the student's own number of places, is written down as what was written. */
export function miswritings({ value, places, text }: Shown, right: number): Copy[] {
  if (places < 0 || places > 15 || Math.abs(right) >= 1e15) return [];
  const fuzz = 10 ** -places / 1000;
  const meant = right.toFixed(places);
  const hits = copies(meant, (copied) => Math.abs(copied - value) <= fuzz);
  return hits
    .filter(({ kind }) => kind !== 'magnitude')
    .map((copy) => ({
      ...copy,
      value: right,
      wording: () => {
        const wording = copy.wording();
        return { ...wording, says: say`${meant} was written down as ${text}. ${wording.says}` };
      },
    }));
}

/** The right digits with the point one or two places off, rounded or cut off where the student stopped writing. */
export function pointMoved(shown: Shown, legal: Interval): Copy[] {
  return [1, -1, 2, -2].flatMap((by) => {
    const places = shown.places + by;
    const value = shown.value * 10 ** -by;
    const moved = { ...shown, value, places };
    if (saysNothing(moved, legal) || agreement(moved, legal, places) === undefined) return [];
    const cells = Math.max(1, (legal.hi - legal.lo) * 10 ** places + 1);
    const weight = sorts.moved / (Math.abs(by) === 1 ? 3 : 6) / cells;
    const own = (legal.lo + legal.hi) / 2;
    const wording = () => pointWording(by, 'The digits are right; check the size of the result.', estimate);
    return [{ kind: 'magnitude', text: shown.text, value: own, weight, wording }];
  });
}

const estimate = 'Estimate the result with one digit for each number: how many zeros follow the point?';

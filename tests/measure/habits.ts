import { Decimal } from 'decimal.js';
import type { Rounder } from '../support/student.ts';

/** How a simulated student rounds: inside a line, from line to line, and on paper. */
export interface Habit {
  readonly name: string;
  readonly inside: Rounder;
  readonly carried: Rounder;
  readonly places: number;
  readonly paper: Decimal.Rounding;
}

const { ROUND_HALF_UP: up, ROUND_HALF_EVEN: even, ROUND_DOWN: cut } = Decimal;
const to =
  (places: number, rule: Decimal.Rounding = up): Rounder =>
  (x) =>
    x.toDecimalPlaces(places, rule);
const not: Rounder = (x) => x;

/** Habits that the question allows: all of these where it rounds every step, those with guard places where only the end. */
export const honest = (d: number, everyStep: boolean): readonly Habit[] =>
  everyStep ? [...roundsAll(d), ...keepsMore(d)] : keepsMore(d);

const roundsAll = (d: number): readonly Habit[] => [
  { name: 'every line, half up', inside: not, carried: to(d), places: d, paper: up },
  { name: 'every line, half to even', inside: not, carried: to(d, even), places: d, paper: even },
  { name: 'every operation', inside: to(d), carried: to(d), places: d, paper: up },
  { name: 'every operation, half to even', inside: to(d, even), carried: to(d, even), places: d, paper: even },
  { name: 'one place more, carried', inside: not, carried: to(d + 1), places: d + 1, paper: up },
  { name: 'operations rounded, lines not', inside: to(d), carried: not, places: d, paper: up },
];

const keepsMore = (d: number): readonly Habit[] => [
  { name: 'only on paper', inside: not, carried: not, places: d, paper: up },
  { name: 'two places more', inside: not, carried: to(d + 2), places: d + 2, paper: up },
  { name: 'two places more, cut off', inside: not, carried: to(d + 2, cut), places: d + 2, paper: cut },
];

/** Habits that the question does not allow. */
export const departing = (d: number, everyStep: boolean): readonly Habit[] =>
  everyStep ? tooCoarse(d) : [...roundsAll(d), ...tooCoarse(d)];

const tooCoarse = (d: number): readonly Habit[] => [
  { name: 'every line cut off', inside: not, carried: to(d, cut), places: d, paper: cut },
  { name: 'one place fewer', inside: not, carried: to(d - 1), places: d - 1, paper: up },
  { name: 'operations to one place fewer', inside: to(d - 1), carried: to(d), places: d, paper: up },
];

/** What people do who cut off, who round too early, and who write down all that their calculator shows. */
export const alone = (
  d: number,
): Readonly<Record<'cuts off' | 'rounds early' | 'keeps all digits', readonly Habit[]>> => ({
  'cuts off': [{ name: 'every line cut off', inside: not, carried: to(d, cut), places: d, paper: cut }],
  'rounds early': tooCoarse(d).slice(1),
  'keeps all digits': [{ name: 'all digits', inside: not, carried: not, places: 10, paper: up }],
});

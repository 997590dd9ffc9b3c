import { Decimal } from '../exact/decimal.ts';
import type { Rounding } from '../exact/rounding.ts';
import { decimalField, evaluate } from '../expressions/evaluate.ts';
import type { Working } from './problem.ts';

/** A line's key: its value at 50 digits, and as a careful student rounds it. */
export interface KeyValue {
  /** The line worked on unrounded values. */
  readonly exact: Decimal;
  /** The line worked as the question says: every step rounded half up, or only the end. For print, never the test. */
  readonly stated: Decimal;
  /** How many places `stated` is shown at; undefined where it is shown in full. */
  readonly places: number | undefined;
}

const keys = new WeakMap<Working, ReadonlyMap<string, KeyValue>>();

/** The key of every line, in working order; reckoned once for a working. */
export function keyOf(working: Working): ReadonlyMap<string, KeyValue> {
  const known = keys.get(working) ?? reckon(working);
  keys.set(working, known);
  return known;
}

function reckon(working: Working): ReadonlyMap<string, KeyValue> {
  const key = new Map<string, KeyValue>();
  const value = (name: string, of: 'exact' | 'stated'): Decimal =>
    key.get(name)?.[of] ?? new Decimal(working.givens.get(name) ?? Number.NaN);
  for (const { name, formula } of working.lines) {
    const exact = evaluate(formula, decimalField, (input) => value(input, 'exact'));
    const upstream = 'when' in working.rounding && working.rounding.when === 'every-step' ? 'stated' : 'exact';
    const unrounded = evaluate(formula, decimalField, (input) => value(input, upstream));
    const places = placesOf(working.rounding, unrounded);
    const stated = places === undefined ? unrounded : roundedTo(unrounded, places);
    key.set(name, { exact, stated, places });
  }
  return key;
}

const floats = new WeakMap<Working, ReadonlyMap<string, number>>();

/** The exact values as floats; reckoned once for a working. */
export function floatsOf(working: Working): ReadonlyMap<string, number> {
  const known =
    floats.get(working) ?? new Map([...keyOf(working)].map(([name, { exact }]) => [name, exact.toNumber()]));
  floats.set(working, known);
  return known;
}

/** Half up; a negative number of places rounds to tens or hundreds. */
const roundedTo = (value: Decimal, places: number): Decimal =>
  places >= 0
    ? value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
    : value.toSignificantDigits(Math.max(1, value.e + 1 + places), Decimal.ROUND_HALF_UP);

/** The places at which a value of this size is written under a rounding; undefined where nothing is said. */
export function placesOf(rounding: Rounding, value: Decimal): number | undefined {
  if ('places' in rounding) return rounding.places;
  if ('significant' in rounding) return value.isZero() ? 0 : rounding.significant - 1 - value.e;
  return 'exact' in rounding ? Math.min(value.decimalPlaces(), 12) : undefined;
}

/** A key value as text, at the places asked for. */
export function keyText({ stated, places }: KeyValue): string {
  return places === undefined ? stated.toSignificantDigits(6).toString() : stated.toFixed(Math.max(0, places));
}

import { english } from '../working/message.ts';
import type { Fitting } from './wrong-line.ts';

/** Those of the same words as one. */
export function merged(found: readonly Fitting[]): Fitting[] {
  const distinct = new Map<string, Fitting>();
  for (const f of [...found].sort((a, b) => b.plausibility - a.plausibility)) {
    const key = `${f.kind} ${english(f.wording.says)}`;
    const same = distinct.get(key);
    distinct.set(key, same ? both(same, f) : f);
  }
  return [...distinct.values()];
}

const both = (a: Fitting, b: Fitting): Fitting => ({
  ...a,
  weight: a.weight + b.weight,
  plausibility: a.plausibility + b.plausibility,
  mutants: [...a.mutants, ...b.mutants],
});

/** The likeliest class first, and in a class the likeliest slip. */
export function ranked(fitting: readonly Fitting[]): { f: Fitting; ofClass: number }[] {
  const all = (f: Fitting, of: 'weight' | 'plausibility'): number =>
    fitting.reduce((total, other) => total + (sameValue(f.value, other.value) ? other[of] : 0), 0);
  const classed = fitting.map((f) => ({ f, ofClass: all(f, 'weight'), likely: all(f, 'plausibility') }));
  return classed.sort((a, b) => b.likely - a.likely || b.f.plausibility - a.f.plausibility);
}

/** Do two slips come to the same number, so that no digit can ever tell them apart? */
export const sameValue = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

import type { Fitting } from './wrong-line.ts';

/** Those of the same words as one. */
export function merged(found: readonly Fitting[]): Fitting[] {
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
export function ranked(fitting: readonly Fitting[]): { f: Fitting; ofClass: number }[] {
  const weight = (f: Fitting): number =>
    fitting.reduce((total, other) => total + (sameValue(f.value, other.value) ? other.weight : 0), 0);
  const classed = fitting.map((f) => ({ f, ofClass: weight(f) }));
  return classed.sort((a, b) => b.ofClass - a.ofClass || b.f.weight - a.f.weight);
}

/** Do two slips come to the same number, so that no digit can ever tell them apart? */
export const sameValue = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

import { NotApplicable } from '../field.ts';
import { residues } from '../fields/modular.ts';
import { Pole, type Residue, residue } from '../fields/residue.ts';
import type { Names } from '../names.ts';
import { generator, pointOf } from '../points.ts';
import type { Formula } from '../tree.ts';
import { bothAt, shapeFault } from './both.ts';
import type { Comparison, Meaning } from './comparison.ts';

const trials = 2;
const poles = 20;

/**
 * Compares modulo 2^61 - 1; undefined where that does not apply. If `free`, functions of which nothing is known give equals
 * for equals, and only that formulas are equal is known.
 */
export function modular(
  yours: Formula,
  right: Formula,
  names: Names,
  meaning: Meaning,
  free = false,
): Comparison | undefined {
  let left = poles;
  for (let trial = 0; trial < trials; ) {
    try {
      const difference = atResidues(yours, right, names, meaning, trial + (poles - left) * trials, free);
      if (difference) return difference;
      trial++;
    } catch (error) {
      if (error instanceof NotApplicable) return undefined;
      if (!(error instanceof Pole) || --left <= 0) {
        if (error instanceof Pole) return undefined;
        throw error;
      }
    }
  }
  return { kind: 'equal' };
}

function atResidues(
  yours: Formula,
  right: Formula,
  names: Names,
  meaning: Meaning,
  seed: number,
  free: boolean,
): Comparison | undefined {
  const random = generator(seed * 104729 + 5);
  const drawn = new Map<string, bigint>();
  const draw = (name: string): bigint => {
    const value = drawn.get(name) ?? (BigInt(random()) << 29n) + BigInt(random() >>> 3) + 2n;
    drawn.set(name, value);
    return value;
  };
  const field = residues(draw, free);
  const point = pointOf(names, field, (name) => residue(name, draw(name)), random);
  const [a, b] = bothAt(yours, right, field, point, names, meaning);
  const fault = shapeFault(a, b, names);
  if (fault) return fault;
  return a.cells.some(({ value }, i) => value !== (b.cells[i] as Residue).value) ? { kind: 'different' } : undefined;
}

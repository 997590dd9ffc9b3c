import type { Working } from '../working/working.ts';
import { onConventions } from './conventions.ts';
import { otherGivens, sisters } from './declared.ts';
import type { Mutant } from './mutant.ts';
import { slipsOf } from './singles.ts';
import { fits } from './structure.ts';

const made = new WeakMap<Working, readonly Mutant[]>();

/** The slips that hang on the numbers of one working; few, beside those of its structure. */
export function ofNumbers(working: Working): readonly Mutant[] {
  const known =
    made.get(working) ??
    [...single(working), ...sisters(working), ...onConventions(working, single)].filter(fits(working));
  made.set(working, known);
  return known;
}

const single = (working: Working): Mutant[] => [...otherGivens(working), ...slipsOf('ofNumbers', working)];

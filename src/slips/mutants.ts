import type { Working } from '../working/working.ts';
import { readingsOf, said } from './misread.ts';
import type { Mutant } from './mutant.ts';
import { ofNumbers } from './numbers.ts';
import { structureOf } from './structure.ts';

export { literal } from './literal.ts';
export type { Mutant } from './mutant.ts';

const made = new WeakMap<Working, readonly Mutant[]>();

/** Every working that one slip makes of this one, each by itself; generated once for a working. */
export function mutantsOf(working: Working): readonly Mutant[] {
  const known = made.get(working) ?? [
    ...structureOf(working)
      .mutants()
      .flatMap((one) => spelt(one, working)),
    ...ofNumbers(working),
  ];
  made.set(working, known);
  return known;
}

/** A misread given is as many slips as its number has misreadings. */
const spelt = (one: Mutant, working: Working): readonly Mutant[] =>
  one.reads ? readingsOf(one, working).map((reading) => said(one, reading, working)) : [one];

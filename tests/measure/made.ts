import type { Mutant } from '../../src/slips/mutants.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import type { Working } from '../../src/working/problem.ts';

/** Draws slips as often as people are thought to make them: by the price of the kind, shared among its mutants. */
export function slipsOf(working: Working, random: () => number): () => Mutant {
  const mutants = mutantsOf(working);
  const counts = new Map<string, number>();
  for (const { kind } of mutants) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let total = 0;
  const until = mutants.map(({ kind, price }) => (total += 2 ** -price / (counts.get(kind) ?? 1)));
  return () => {
    const at = random() * total;
    return mutants[until.findIndex((sum) => sum > at)] as Mutant;
  };
}

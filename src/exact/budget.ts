/**
 * The work that a paper may ask for, counted in steps and not in seconds, so that the same paper comes to the same end
 * on every machine. Only what the paper itself asks for is counted: what a problem costs is shared by all its papers.
 */
let left = Number.POSITIVE_INFINITY;

/** The paper asks for more work than it may. */
export class Overspent extends Error {}

/** Does work that may take so many steps, and throws `Overspent` when they are used up. */
export function withBudget<T>(steps: number, work: () => T): T {
  const before = left;
  left = steps;
  try {
    return work();
  } finally {
    left = before;
  }
}

/** Steps for each character of a formula: it is compared with the right one at many points, to many digits. */
export const perCharacter = 20;

/** Takes steps from the budget in force, if one is. A step is about as much as reading one character takes. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new Overspent();
}

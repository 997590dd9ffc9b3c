import { createHmac } from 'node:crypto';
import type { Given, Givens } from '../working/given.ts';
import type { Domain, Problem } from '../working/problem.ts';
import { type Draw, drawFrom, pick } from './draw.ts';
import { type Unfit, unfit } from './fitness.ts';

const mostTries = 5000;

/**
 * Other givens for a problem, drawn from their domains: the same for the same seed. Draws whose steps degenerate, whose
 * answers say too little, or in which common slips coincide are passed over. Givens without a domain, and those in
 * `fixed`, stay as they are. Throws a plain `Error` where nothing fit is found.
 */
export function variantOf(problem: Problem, seed: string, fixed: Givens = {}): Givens {
  const free = Object.entries(problem.domains ?? {}).filter(([name]) => !Object.hasOwn(fixed, name));
  if (free.length === 0) return fixed;
  const draw = drawFrom(`${problem.id}\u0000${seed}`);
  const reasons = new Map<string, { times: number; rule: string | undefined }>();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const givens = {
      ...fixed,
      ...Object.fromEntries(free.map(([name, domain]) => [name, drawn(problem.givens[name], domain, draw)])),
    };
    const reason = reasonAgainst(problem, givens);
    if (reason === undefined) return givens;
    reasons.set(reason.says, { times: (reasons.get(reason.says)?.times ?? 0) + 1, rule: reason.rule });
  }
  throw new Error(`no fit variant of "${problem.id}" in ${mostTries} tries, ${causeOf(reasons)}`);
}

/** Every number of a vector or matrix is drawn by itself, unless whole ones are listed. */
const drawn = (own: Given | undefined, domain: Domain, draw: Draw): Given =>
  Array.isArray(own) && !('oneOf' in domain) ? own.map((one: Given) => drawn(one, domain, draw)) : pick(domain, draw);

/** What stands in the way most often. What every draw breaks lies in the problem, and wider domains are no mend. */
function causeOf(reasons: ReadonlyMap<string, { times: number; rule: string | undefined }>): string {
  const [most] = [...reasons].sort(([, a], [, b]) => b.times - a.times);
  if (!most) return 'because its domains are empty; widen them';
  const [says, { times, rule }] = most;
  if (times < mostTries) return `most often because ${says}; widen its domains`;
  const waive =
    rule === undefined
      ? ''
      : `; where that lies in its nature, waive the rule with a reason: waives: { '${rule}': '…' }`;
  return `each time because ${says}${waive}`;
}

/** So many variants from one seed. */
export const variantsOf = (problem: Problem, seed: string, count: number): Givens[] =>
  Array.from({ length: count }, (_, i) => variantOf(problem, `${seed}\u0000${i}`));

function reasonAgainst(problem: Problem, givens: Givens): Unfit | undefined {
  try {
    return unfit(problem, problem.work(givens));
  } catch (error) {
    return { says: (error as Error).message };
  }
}

const shortestSeed = 16;

/**
 * A student's own seed: a keyed hash, so that nobody without the assignment's seed can reckon another's numbers. A NUL
 * parts the names, since no student's id holds one. Throws where the assignment's seed is short enough to be guessed.
 */
export function seedFor(seed: string, student: string, problem: string): string {
  if (seed.length < shortestSeed)
    throw new Error(`the seed of the variants must have at least ${shortestSeed} characters, or students can guess it`);
  return createHmac('sha256', seed).update(`${student}\u0000${problem}`).digest('hex');
}

import type { Check, Place } from '../records/verification.ts';
import type { Problem } from '../working/problem.ts';
import type { Disagreement, Proven, Proving } from './prove.ts';

type PlaceOf = (line: string) => Place | undefined;

/** What proving a problem showed, a check for each method and for each answer that none proves. */
export function checksOfProofs(problem: Problem, { methods, unproved }: Proving, placeOf: PlaceOf): Check[] {
  const asked = unproved.filter((line) => Object.hasOwn(problem.asks, line));
  return [
    ...methods.map((proven) => checkOf(problem, proven, placeOf)),
    ...asked.map((line): Check => {
      const says = `${line} is asked for, and no second method that runs here proves it; add one to proof.ts`;
      return { ...frame(problem, line, placeOf(line)), rule: 'proof-missing', status: 'failed', says };
    }),
  ];
}

const frame = (problem: Problem, name: string, place: Place | undefined) => ({
  suite: problem.id,
  name,
  seconds: 0,
  ...(place && { place }),
});

function checkOf(problem: Problem, proven: Proven, placeOf: PlaceOf): Check {
  const { method, skipped, disagreement } = proven;
  const place = placeOf(disagreement?.line ?? '');
  const check = { ...frame(problem, method, place), rule: 'proof-disagrees' } as const;
  if (skipped) return { ...check, status: 'skipped', says: `${method} did not run: ${skipped}` };
  if (disagreement) return { ...check, status: 'failed', says: differText(proven, disagreement) };
  return { ...check, status: 'passed', says: `${proven.lines.length} lines on ${setsText(proven.sets)}` };
}

const setsText = (sets: number): string =>
  sets === 1 ? 'the published givens' : `the published givens and ${sets - 1} variants`;

function differText({ method, agreed, sets }: Proven, { line, working, proof, variant, givens }: Disagreement): string {
  const where = variant === 0 ? 'with the published givens' : `in variant ${variant}`;
  const numbers = Object.entries(givens).map(
    ([name, value]) => `${name} = ${JSON.stringify(value).replaceAll('"', '')}`,
  );
  return (
    `the working and ${method} first differ in "${line}" ${where}: ${working} and ${proof} ` +
    `(${numbers.join(', ')}); they agree on ${agreed} of ${sets} sets of givens`
  );
}

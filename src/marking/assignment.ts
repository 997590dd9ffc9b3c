import { createHash } from 'node:crypto';
import { seedFor, variantOf } from '../derived/variants.ts';
import { Decimal } from '../exact/decimal.ts';
import { print } from '../expressions/print.ts';
import type { MarkingPolicy } from '../kinds/index.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Givens } from '../working/given.ts';
import type { Problem, RoundingShares, Working } from '../working/problem.ts';
import { acceptedOf } from './conventions.ts';
import { checkNames } from './names.ts';
import { checkProblemNames } from './problem-names.ts';
import type { SlipShares } from './slip-share.ts';

type AssignedProblem = Assignment['problems'][number];

/** A problem as an assignment sets it: with its givens in place and its points. */
export interface LoadedProblem {
  /** Its key in a submission. */
  readonly id: string;
  readonly title: string;
  readonly problem: Problem;
  readonly working: Working;
  readonly points: number;
  /** As the assignment sets it: what a student's own variant is made from. */
  readonly set: AssignedProblem;
}

/** An assignment that can be marked. */
export interface LoadedAssignment extends MarkingPolicy {
  readonly id: string;
  readonly title: string;
  readonly course?: string;
  readonly problems: readonly LoadedProblem[];
  /** Is a paper judged by the conventions that it states in words? */
  readonly statedConventions: 'followed' | 'not-followed';
  /** What a proved slip keeps, by its kind. */
  readonly slipShares: SlipShares;
  /** Every student has other givens, drawn with this seed. */
  readonly variants?: { readonly seed: string };
  /** sha256 of all that the keys are made of: with variants, of every student's. */
  readonly keyHash: string;
}

/**
 * Puts an assignment's givens and points into its problems; with `student`, that student's own givens where the
 * assignment gives everyone a variant.
 * Throws a plain `Error` that names the problem and the mend where a problem is unknown or a given cannot be used.
 */
export function loadAssignment(
  assignment: Assignment,
  problems: readonly Problem[],
  student?: string,
): LoadedAssignment {
  const loaded = assignment.problems.map((set) => loadProblem(set, problems));
  checkProblemNames(loaded);
  const { id, title = id, course, solutionShown = true, degenerate = 'no-points', roundingShare = '0.75' } = assignment;
  const { statedConventions = 'followed' } = assignment;
  const slipShares = Object.fromEntries(
    Object.entries(assignment.slipShares ?? {}).map(([kind, share]) => [kind, Number(share)]),
  );
  const options = { solutionShown, degenerate, roundingShare: Number(roundingShare), slipShares };
  const { variants } = assignment;
  if (variants) seedFor(variants.seed, '', '');
  const ownWay = statedConventions === 'followed' ? {} : { statedConventions };
  const keyHash = hashOf(loaded, { ...options, variants, ...ownWay });
  const all = {
    id,
    title,
    ...(course && { course }),
    ...(variants && { variants }),
    problems: loaded,
    ...options,
    statedConventions,
    keyHash,
  };
  return student === undefined ? all : forStudent(all, student);
}

/** The assignment with a student's own givens; the same assignment where all have the same. */
export function forStudent(assignment: LoadedAssignment, student: string): LoadedAssignment {
  const { variants } = assignment;
  if (!variants) return assignment;
  const problems = assignment.problems.map(({ id, problem, set }) => {
    const givens = variantOf(problem, seedFor(variants.seed, student, id), (set.givens ?? {}) as Givens);
    return loadProblem({ ...set, givens: givens as NonNullable<AssignedProblem['givens']> }, [problem]);
  });
  return { ...assignment, problems };
}

/** The givens of a problem as it is set, under the names that its statement uses. */
export function givensOf(loaded: LoadedProblem): Givens {
  const found = givens.get(loaded) ?? givensIn(loaded);
  givens.set(loaded, found);
  return found;
}

/** One object for all papers, so that a page knows them again. */
const givens = new WeakMap<LoadedProblem, Givens>();

function givensIn({ problem, set, working }: LoadedProblem): Givens {
  const own: Givens = { ...problem.givens, ...(set.givens as Givens | undefined) };
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, working.givens.get(name) ?? value]));
}

function loadProblem(set: AssignedProblem, problems: readonly Problem[]): LoadedProblem {
  const problem = problems.find(({ id }) => id === set.problem);
  if (!problem) throw new Error(`there is no problem "${set.problem}"; the problems are ${names(problems)}`);
  const own = set.rounding ? { rounding: set.rounding } : {};
  const worked = workOf(problem, set);
  const shares = checked(set, () => sharesOf(set));
  const isOwn = set.rounding ?? set.conventions ?? set.alsoAccepted ?? shares;
  const working = isOwn
    ? {
        ...worked,
        ...own,
        ...(shares && { roundingShares: shares }),
        accepted: checked(set, () => accepted(worked, set)),
      }
    : worked;
  checked(set, () => checkNames(worked, set.names));
  const asked = Object.values(working.asks ?? problem.asks).reduce((total, ask) => total + ask.points, 0);
  return {
    id: set.as ?? problem.id,
    title: set.title ?? problem.title,
    problem,
    working,
    points: Number(set.points ?? asked),
    set,
  };
}

/** Throws where more students than all are said to work in some way. */
function sharesOf({ roundingShares: set }: AssignedProblem): RoundingShares | undefined {
  if (!set) return undefined;
  const sum = Object.values(set).reduce((total, share) => total.plus(share), new Decimal(0));
  if (sum.gt(1)) throw new Error(`the rounding shares add up to ${sum}, and all students are 1`);
  const shares = Object.fromEntries(Object.entries(set).map(([way, share]) => [way, Number(share)]));
  return shares as unknown as RoundingShares;
}

function workOf(problem: Problem, set: AssignedProblem): Working {
  try {
    return problem.work((set.givens ?? {}) as Givens);
  } catch (error) {
    throw new Error(`problem "${set.as ?? problem.id}": ${(error as Error).message}`);
  }
}

const accepted = (working: Working, { conventions, alsoAccepted = [] }: AssignedProblem): readonly string[] => {
  acceptedOf(working, alsoAccepted);
  return [...new Set([...acceptedOf(working, conventions), ...alsoAccepted])];
};

/** An error of a problem, with its name. */
function checked<T>(set: AssignedProblem, of: () => T): T {
  try {
    return of();
  } catch (error) {
    throw new Error(`problem "${set.as ?? set.problem}": ${(error as Error).message}`);
  }
}

const names = (problems: readonly Problem[]): string => problems.map(({ id }) => id).join(', ');

function hashOf(problems: readonly LoadedProblem[], options: object): string {
  const facts = problems.map(({ id, problem, working, points, set }) => ({
    id,
    points,
    asks: working.asks ?? problem.asks,
    accepted: working.accepted ?? [],
    names: set.names ?? {},
    ...(set.alsoCalled && { alsoCalled: set.alsoCalled }),
    ...(set.run !== undefined && { run: set.run }),
    rounding: working.rounding,
    ...(working.roundingShares && { roundingShares: working.roundingShares }),
    givens: [...working.givens],
    lines: working.lines.map((line) => [line.name, print(line.formula)]),
  }));
  return `sha256:${createHash('sha256')
    .update(JSON.stringify([facts, options]))
    .digest('hex')}`;
}

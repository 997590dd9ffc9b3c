import { point } from '../exact/interval.ts';
import type { MarkingPlace } from '../kinds/index.ts';
import { type Reported, together } from '../reported/reported.ts';
import { agree, type Stated, statedIn } from '../reported/results.ts';
import type { Problem, Working } from '../working/problem.ts';

/** What another problem of the same run states. */
export interface Elsewhere {
  readonly title: string;
  /** Does the assignment set it before the problem that is marked? */
  readonly before: boolean;
  readonly isAsked: (field: string) => boolean;
  readonly stated: readonly Stated[];
}

/** What marking may look at, with the rest of the paper. */
export interface PaperPlace extends MarkingPlace {
  readonly elsewhere: readonly Elsewhere[];
}

/** What the answers to a problem state of its run. */
export const statedOf = ({ results = {}, givens }: Working, reported: Reported): Stated[] =>
  statedIn(results, reported, (name) => (givens.has(name) ? point(Number(givens.get(name))) : undefined));

/** A problem as an assignment sets it, as far as it matters here. */
interface SetProblem {
  readonly title: string;
  readonly problem: Problem;
  readonly working: Working;
  readonly set: { readonly run?: string };
}

/** For each problem that an assignment sets for a run, what the others of that run state. */
export function elsewhereIn<P extends SetProblem>(
  problems: readonly P[],
  reportedIn: (loaded: P) => readonly Reported[],
): (loaded: P) => readonly Elsewhere[] {
  const all = problems
    .filter(({ set }) => set.run !== undefined)
    .map((loaded) => ({ loaded, stated: statedOf(loaded.working, together(reportedIn(loaded))) }));
  return (own) => {
    const at = problems.indexOf(own);
    return all
      .filter(({ loaded }) => loaded !== own && own.set.run !== undefined && loaded.set.run === own.set.run)
      .map(({ loaded, stated }) => ({
        title: loaded.title,
        before: problems.indexOf(loaded) < at,
        isAsked: (field) => isAsked(loaded, field),
        stated,
      }));
  };
}

const isAsked = ({ working, problem }: SetProblem, field: string): boolean =>
  Object.hasOwn(working.asks ?? problem.asks, field);

/** A result that cannot be of the same run as this answer. */
export interface Disagreement {
  readonly says: string;
  /** It stands here; else beside the other answer, and is a note here. */
  readonly isHere: boolean;
}

/** Where a field's own results contradict those of other problems; of two answers the one that is asked for has it, else the later one. */
export function disagreements(
  field: { readonly name: string; readonly asked: boolean },
  own: readonly Stated[],
  elsewhere: readonly Elsewhere[],
): Disagreement[] {
  const mine = own.filter((one) => one.field === field.name);
  return mine.flatMap((one) =>
    elsewhere.flatMap((other) =>
      other.stated
        .filter(({ result, ...rest }) => result === one.result && !agree(one, { result, ...rest }))
        .map((stated) => {
          const asked = other.isAsked(stated.field);
          const isHere = asked === field.asked ? other.before : field.asked;
          return { isHere, says: text(one, stated, other.title) };
        }),
    ),
  );
}

function text(own: Stated, other: Stated, title: string): string {
  const [value] = own.values;
  const earlier = value && other.earlier(value);
  const equals = earlier === undefined ? '' : ` It equals ${earlier}, so it may be of another time of the run.`;
  return `By this answer the ${own.result} is ${own.text}; by your answer to “${title}” (\`${other.field}\`) it is ${other.text}. Both cannot be of one run.${equals}`;
}

/** What the rest of the paper states of the result that an unanswered field asks for; empty where it states nothing. */
export function statedInstead(
  field: string,
  working: Working,
  reported: Reported,
  elsewhere: readonly Elsewhere[],
): string {
  const own = Object.entries(working.results ?? {}).find(([, fields]) => Object.hasOwn(fields, field))?.[0];
  const here = statedOf(working, reported).map((stated) => ({ stated, where: `\`${stated.field}\`` }));
  const there = elsewhere.flatMap(({ stated, title }) =>
    stated.map((one) => ({ stated: one, where: `\`${one.field}\` of “${title}”` })),
  );
  const all = [...here, ...there].filter(({ stated }) => stated.result === own && stated.field !== field);
  return all.length === 0
    ? ''
    : ` For the same run the paper states ${all.map(({ stated, where }) => `${stated.text} (${where})`).join(', ')}.`;
}

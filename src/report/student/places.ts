import type { ProblemResult } from '../../records/result.ts';
import type { Place } from './view.ts';

/** Where a problem stands on its page. By its number, because an id may hold anything. */
export const problemAnchor = (index: number): string => `p${index + 1}`;

/** Where the lines of one problem stand. */
export interface Places {
  readonly anchor: string;
  of(field: string): Place;
}

/** The places of the problem with this index. */
export function placesOf(problem: ProblemResult, index: number): Places {
  const anchor = problemAnchor(index);
  const numbers = new Map(problem.marks.map(({ field }, i) => [field, i + 1]));
  return {
    anchor,
    of: (field) => {
      const number = numbers.get(field);
      const words = problem.marks[(number ?? 0) - 1]?.name ?? field;
      return { anchor: number === undefined ? anchor : `${anchor}-${number}`, problem: problem.title, field, words };
    },
  };
}

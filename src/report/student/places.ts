import type { ProblemResult } from '../../records/result.ts';
import type { Place } from './view.ts';

/** Where a problem stands on its page. By its number, because an id may hold anything. */
export const problemAnchor = (index: number): string => `p${index + 1}`;

/** Where a line stands, by its number within the problem. */
export const lineAnchor = (problem: number, line: number): string => `${problemAnchor(problem)}-${line + 1}`;

/** Where the lines of one problem stand. */
export interface Places {
  readonly anchor: string;
  of(field: string): Place;
}

/** The places of the problem with this index. */
export function placesOf(problem: ProblemResult, index: number): Places {
  const anchor = problemAnchor(index);
  const numbers = new Map(problem.marks.map(({ field }, i) => [field, i]));
  return {
    anchor,
    of: (field) => {
      const number = numbers.get(field);
      const words = problem.marks[number ?? -1]?.name ?? field;
      return {
        anchor: number === undefined ? anchor : lineAnchor(index, number),
        problem: problem.title,
        field,
        words,
      };
    },
  };
}

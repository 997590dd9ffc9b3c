import type { Roster } from '../records/roster.ts';
import type { Score } from './score.ts';

/** A table that a course system gave out, to be filled in. */
export interface Sheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly delimiter: string;
}

/** What goes into a sheet. */
export interface Filling {
  readonly title: string;
  readonly assignment: string;
  /** The points of the whole assignment. */
  readonly outOf: string;
  readonly scores: readonly Score[];
  readonly roster?: Roster;
  /** The header of the column, where it cannot be told from the title. */
  readonly column?: string;
}

/** What becomes of a sheet: its text, and what a person should know; or why it cannot be filled in. */
export type Filled =
  | { readonly ok: true; readonly text: string; readonly says: readonly string[] }
  | { readonly ok: false; readonly says: string };

/** Finds the score of whoever stands in a row, by id or e-mail; a row that fits two finds neither. */
export function finderOf(
  scores: readonly Score[],
  roster: Roster | undefined,
): (cells: readonly (string | undefined)[]) => Score | 'several' | undefined {
  const byName = new Map<string, Set<Score>>();
  for (const score of scores) {
    const { email } = roster?.get(score.student) ?? {};
    for (const name of [score.student, ...(email ? [email] : [])])
      byName.set(plain(name), (byName.get(plain(name)) ?? new Set()).add(score));
  }
  return (cells) => {
    const found = new Set(cells.flatMap((cell) => [...(byName.get(plain(cell ?? '')) ?? [])]));
    return found.size > 1 ? 'several' : [...found][0];
  };
}

const plain = (text: string): string => text.trim().toLowerCase().normalize();

/** What is to be told of students without a row, and of papers that are not filled in. */
export function leftOut(scores: readonly Score[], found: ReadonlySet<Score>, file: string): string[] {
  const strangers = scores.filter((score) => score.counts && !found.has(score));
  const unmarked = scores.filter((score) => !score.counts && !score.excused && found.has(score));
  return [
    ...told(strangers, (who) => `${file} has no row for ${who}; nothing was filled in for them`),
    ...told(unmarked, (who) => `not marked, so left as they were: ${who}`),
  ];
}

const told = (scores: readonly Score[], says: (who: string) => string): string[] =>
  scores.length === 0 ? [] : [says(listed(scores.map(({ student }) => student)))];

export const listed = (names: readonly string[]): string =>
  names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`;

/** A column by its name, or undefined. */
export function at(header: readonly string[], ...names: readonly string[]): number | undefined {
  const found = header.findIndex((cell) => names.includes(plain(cell)));
  return found < 0 ? undefined : found;
}

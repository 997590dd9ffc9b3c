import type { Book } from '../adjustments/book.ts';
import { type BrokenPaper, namedBy } from '../batch/paper.ts';
import type { Enrolled, Roster } from '../records/roster.ts';
import { columnOf, readTable } from './csv.ts';
import { exit, Stop } from './exit.ts';
import { talk } from './talk.ts';

const columns = {
  id: ['id', 'student', 'student id', 'sid', 'sis user id', 'id number', 'username'],
  name: ['name', 'full name', 'student name'],
  email: ['email', 'e-mail', 'email address', 'mail'],
  section: ['section', 'sections', 'group', 'class'],
} as const;

/** The list of a course from a CSV with the columns id, name, e-mail and section, of which only id must be. */
export function rosterOf(file: string): Roster {
  const { header, rows } = readTable(file);
  const id = columnOf(header, columns.id);
  if (id < 0) throw new Stop(exit.usage, `${file}: it needs a column "id"; it has ${header.join(', ')}`);
  const at = {
    name: columnOf(header, columns.name),
    email: columnOf(header, columns.email),
    section: columnOf(header, columns.section),
  };
  const roster = new Map<string, Enrolled>();
  for (const { cells, line } of rows) {
    const own = (cells[id] ?? '').trim().normalize();
    if (own === '') throw new Stop(exit.usage, `${file}:${line}: the row has no id`);
    if (roster.has(own)) throw new Stop(exit.usage, `${file}:${line}: "${own}" stands more than once; keep one`);
    const rest = Object.entries(at).flatMap(([name, i]) => (cells[i]?.trim() ? [[name, cells[i].trim()]] : []));
    roster.set(own, { id: own, ...Object.fromEntries(rest) });
  }
  if (roster.size === 0) throw new Stop(exit.usage, `${file}: nobody is in it`);
  return roster;
}

/** Says who has not handed in, and whose papers are of nobody in the course. */
export function tellRoster(
  roster: Roster,
  papers: readonly { readonly student: string }[],
  { students, excused }: Pick<Book, 'students' | 'excused'>,
  broken: readonly BrokenPaper[],
): void {
  const handedIn = new Set(papers.map(({ student }) => student));
  const without = [...roster.keys()].filter((student) => !handedIn.has(student) && !excused.has(student));
  const unread = new Set(broken.map(namedBy));
  const missing = without.filter((student) => !unread.has(student));
  const failed = without.filter((student) => unread.has(student));
  const strangers = [...handedIn].filter((student) => !roster.has(student));
  const nobody = [...students].filter((student) => !roster.has(student) && !handedIn.has(student));
  if (failed.length > 0) talk(`by its name a file that was not graded is of: ${shown(failed)}`);
  if (missing.length > 0) talk(`${missing.length} of ${roster.size} have not handed in: ${shown(missing)}`);
  if (strangers.length > 0) talk(`not on the roster: ${shown(strangers)}`);
  if (nobody.length > 0) talk(`decisions about people who are not on the roster: ${shown(nobody)}`);
}

const most = 20;
const shown = (names: readonly string[]): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

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
export function tellRoster(roster: Roster, papers: readonly { readonly student: string }[]): void {
  const handedIn = new Set(papers.map(({ student }) => student));
  const missing = [...roster.keys()].filter((student) => !handedIn.has(student));
  const strangers = [...handedIn].filter((student) => !roster.has(student));
  if (missing.length > 0) talk(`${missing.length} of ${roster.size} have not handed in: ${shown(missing)}`);
  if (strangers.length > 0) talk(`not on the roster: ${shown(strangers)}`);
}

const most = 20;
const shown = (names: readonly string[]): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

import { decisionsOf } from '../adjustments/summary.ts';
import { csvText } from '../exports/cells.ts';
import type { Result } from '../records/result.ts';
import type { Enrolled, Roster } from '../records/roster.ts';

/**
 * The gradebook as CSV (RFC 4180): one row for each student, points as plain decimals. A paper that was not graded has
 * no score at all, because an importer would take 0 for a mark; nor has one that is excused, or missing by the roster.
 * Where people decided something, two more columns say what the machine alone came to, and what was decided; with a
 * roster its columns follow, and `absent` says how those stand who have no result. Cells that a spreadsheet would run are made text, but for the roster's ids.
 */
export function gradebookCsv(
  problems: readonly string[],
  results: readonly Result[],
  roster?: Roster,
  absent: (student: string) => string = () => 'missing',
): string {
  const isDecided = results.some(({ machine, adjustments }) => machine ?? adjustments);
  const header = [
    ...['student', 'status', 'score', 'outOf', 'waiting'],
    ...problems,
    ...(isDecided ? ['machineScore', 'decided'] : []),
    ...(roster ? ['name', 'email', 'section'] : []),
  ];
  const people = (student: string): string[] => (roster ? enrolledCells(roster.get(student)) : []);
  const rows = results.map((result) => {
    const decided = isDecided ? [machineScore(result), decisionsOf(result).join('; ')] : [];
    return [...cellsOf(result, problems), ...decided, ...people(result.student)];
  });
  const handedIn = new Set(results.map(({ student }) => student));
  const missing = [...(roster?.keys() ?? [])].filter((student) => !handedIn.has(student));
  const blank = Array.from({ length: header.length - 2 - (roster ? 3 : 0) }, () => '');
  const others = missing.map((student) => [student, absent(student), ...blank, ...people(student)]);
  return csvText([header, ...rows, ...others], { known: new Set(roster?.keys()) });
}

const isGraded = ({ status }: Result): boolean => status === 'graded' || status === 'needs-review';

function cellsOf(result: Result, problems: readonly string[]): string[] {
  const { student, status, score, outOf, waiting, adjustments } = result;
  const scores = problems.map((id) => {
    const problem = result.problems.find((one) => one.id === id);
    return problem && !problem.excused ? problem.score : '';
  });
  const counts = isGraded(result) && !adjustments?.excused;
  return [student, adjustments?.excused ? 'excused' : status, counts ? score : '', outOf, waiting, ...scores];
}

const machineScore = (result: Result): string => (isGraded(result) ? (result.machine ?? result).score : '');

const enrolledCells = ({ name = '', email = '', section = '' }: Partial<Enrolled> = {}): string[] => [
  name,
  email,
  section,
];

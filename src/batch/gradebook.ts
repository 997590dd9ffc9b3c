import { stringify } from 'csv-stringify/sync';
import type { Result } from '../records/result.ts';

/**
 * The gradebook as CSV (RFC 4180): one row for each student, points as plain decimals. A paper that was not graded has
 * no score at all, because an importer would take 0 for a mark. Cells that a spreadsheet would run are made text.
 */
export function gradebookCsv(problems: readonly string[], results: readonly Result[]): string {
  const header = ['student', 'status', 'score', 'outOf', 'waiting', ...problems];
  const rows = results.map((result) => {
    const graded = result.status === 'graded' || result.status === 'needs-review';
    const scores = problems.map((id) => result.problems.find((problem) => problem.id === id)?.score ?? '');
    const { student, status, score, outOf, waiting } = result;
    return [student, status, graded ? score : '', outOf, waiting, ...scores];
  });
  return stringify([header, ...rows], { escape_formulas: true });
}

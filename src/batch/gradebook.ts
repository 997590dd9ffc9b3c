import { stringify } from 'csv-stringify/sync';
import { decisionsOf } from '../adjustments/summary.ts';
import type { Result } from '../records/result.ts';

/**
 * The gradebook as CSV (RFC 4180): one row for each student, points as plain decimals. A paper that was not graded has
 * no score at all, because an importer would take 0 for a mark; nor has one that is excused. Where people decided
 * something, two more columns say what the machine alone came to, and what was decided.
 * Cells that a spreadsheet would run are made text.
 */
export function gradebookCsv(problems: readonly string[], results: readonly Result[]): string {
  const isDecided = results.some(({ machine, adjustments }) => machine ?? adjustments);
  const header = ['student', 'status', 'score', 'outOf', 'waiting', ...problems];
  const rows = results.map((result) => {
    const graded = result.status === 'graded' || result.status === 'needs-review';
    const scores = problems.map((id) => result.problems.find((problem) => problem.id === id)?.score ?? '');
    const { student, status, score, outOf, waiting, machine = result, adjustments } = result;
    const decided = isDecided ? [graded ? machine.score : '', decisionsOf(result).join('; ')] : [];
    const counts = graded && !adjustments?.excused;
    const standing = adjustments?.excused ? 'excused' : status;
    return [student, standing, counts ? score : '', outOf, waiting, ...scores, ...decided];
  });
  const more = isDecided ? ['machineScore', 'decided'] : [];
  return stringify([[...header, ...more], ...rows], { escape_formulas: true });
}

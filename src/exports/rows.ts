import type { Mark, ProblemResult, Result } from '../records/result.ts';

/** One line of one paper, flat, for those who analyse a class. */
export interface MarkRow {
  readonly assignment: string;
  readonly student: string;
  readonly section: string | null;
  readonly status: string;
  readonly problem: string;
  readonly field: string;
  readonly asked: boolean;
  readonly given: string | null;
  readonly read: string | null;
  readonly verdict: string;
  readonly points: number;
  readonly outOf: number;
  readonly waiting: number;
  /** The likeliest slip, and bits for it. */
  readonly slip: string | null;
  readonly slipStep: string | null;
  readonly evidence: number | null;
  /** What the machine gave, where a person changed it, and who. */
  readonly machinePoints: number | null;
  readonly decidedBy: string | null;
}

/** A paper as rows, one for each line. */
export function rowsOf(result: Result, section: string | undefined): MarkRow[] {
  return result.problems.flatMap((problem) => problem.marks.map((mark) => rowOf(result, section, problem, mark)));
}

function rowOf(
  { assignment, student, status }: Result,
  section: string | undefined,
  { id: problem }: ProblemResult,
  { field, asked, given, read, verdict, points, outOf, waiting = '0', slips, machine, adjusted }: Mark,
): MarkRow {
  const [slip] = verdict === 'slip' ? (slips ?? []) : [];
  return {
    assignment,
    student,
    section: section ?? null,
    status,
    problem,
    field,
    asked,
    given: given ?? null,
    read: read ?? null,
    verdict,
    points: Number(points),
    outOf: Number(outOf),
    waiting: Number(waiting),
    slip: slip?.kind ?? null,
    slipStep: slip?.step ?? null,
    evidence: slip ? Number(slip.evidence) : null,
    machinePoints: machine ? Number(machine.points) : null,
    decidedBy: adjusted?.by ?? null,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { restored } from '../../adjustments/restored.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { MachineSaid } from '../../records/adjustments.ts';
import { didYouMean } from '../../records/nearest.ts';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';
import { studentFileName } from '../../report/file-name.ts';
import { pointsText } from '../../report/points.ts';
import { exit, Stop } from '../exit.ts';
import { fieldsOf } from '../problem-list.ts';
import { exists } from '../read.ts';

/** What the machine made of a student's paper, from the report; undefined where it has none. */
export function resultIn(report: string, student: string): Result | undefined {
  const path = join(report, 'results', `${studentFileName(student)}.json`);
  const result = exists(path) ? readResult(readFileSync(path, 'utf8')) : undefined;
  return result && restored(result);
}

/** What the machine said of a line or problem. Throws where there are fewer points than a person wants to give. */
export function machineOf(
  result: Result,
  { problem: id, field }: { problem: string; field?: string | undefined },
  points: string,
): MachineSaid | undefined {
  const problem = result.problems.find((one) => one.id === id);
  const mark = problem?.marks.find((one) => one.field === field);
  const target = field === undefined ? problem : mark;
  if (!target) return undefined;
  if (Number(points) > Number(target.outOf))
    throw new Stop(
      exit.usage,
      `${[id, field].filter(Boolean).join(', ')} carries ${pointsText(target.outOf)}; give no more`,
    );
  if (field === undefined) return { points: problem?.score ?? '0' };
  return mark && { points: mark.points, verdict: mark.verdict, given: mark.given ?? '' };
}

/** Throws where the assignment does not set the problem, or the problem has no such field. */
export function checkPlace(assignment: LoadedAssignment, id: string, field?: string): void {
  const problem = assignment.problems.find((one) => one.id === id);
  const ids = assignment.problems.map((one) => one.id);
  if (!problem) throw new Stop(exit.usage, `"${assignment.id}" sets no problem "${id}"; ${didYouMean(id, ids)}`);
  const fields = fieldsOf(problem.problem, problem.working).map(({ name }) => name);
  if (field !== undefined && !fields.includes(field))
    throw new Stop(exit.usage, `"${id}" has no field "${field}"; ${didYouMean(field, fields)}`);
}

import { gradePaper } from '../../marking/paper.ts';
import type { Assignment } from '../../records/assignment.ts';
import { complaintText } from '../../records/complaint.ts';
import { assignmentOf, everyAssignment, knownProblems, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { exists, readSubmissionAt } from '../read.ts';
import { print, talk } from '../talk.ts';
import type { HintLevel } from './level.ts';
import { selfCheck } from './self-check.ts';
import { selfCheckText } from './text.ts';

export interface CheckOptions extends CourseOptions {
  readonly submission: string;
  readonly hints: number;
  readonly assignment?: string | undefined;
  readonly json: boolean;
}

/** `gradcheck check`: says how far the answers are right, at the level of help that was asked for. */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const { submission: path, assignment: named } = options;
  if (!exists(path)) throw new Stop(exit.nothing, `${path}: there is no such file`);
  const catalogue = await openCatalogue(options);
  const assignments = named === undefined ? everyAssignment(catalogue) : [assignmentOf(catalogue, named)];
  const [only] = assignments;
  const fallback = named !== undefined && only ? { assignment: only.id } : {};
  const reading = readSubmissionAt(path, { known: knownProblems(assignments), ...fallback });
  for (const complaint of reading.complaints) talk(complaintText(complaint));
  if (!reading.ok) return exit.incomplete;
  const { submission } = reading;
  const assignment = assignments.find(({ id }) => id === submission.assignment) as Assignment;
  const result = gradePaper(await loaded(catalogue, assignment), submission);
  if (result.status === 'timeout') throw new Stop(exit.incomplete, `${path}: ${result.messages?.join('\n')}`);
  const checked = selfCheck(result, submission, options.hints as HintLevel);
  print(options.json ? JSON.stringify(checked, null, 2) : selfCheckText(checked));
  return checked.right && reading.complaints.length === 0 ? exit.done : exit.no;
}

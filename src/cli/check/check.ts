import { gradePaper } from '../../marking/paper.ts';
import type { HintLevel } from '../../marking/self-check/level.ts';
import { selfCheck } from '../../marking/self-check/self-check.ts';
import { complaintText } from '../../records/complaint.ts';
import { oneLine } from '../../report/text/visible.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { readLocated } from '../read-located.ts';
import { print, printJson, talk } from '../talk.ts';
import { countCheck } from './count.ts';
import { selfCheckText } from './text.ts';

export interface CheckOptions extends CourseOptions {
  readonly submission: string;
  readonly hints: number;
  readonly assignment?: string | undefined;
  readonly adjustments?: string | undefined;
  readonly json: boolean;
}

/** `gradcheck check`: says how far the answers are right, at the level of help that was asked for. */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const { submission: path, assignment: named, adjustments } = options;
  const { reading, assignment } = await readLocated(path, named, await openCatalogue(options), adjustments);
  for (const complaint of reading.complaints) talk(oneLine(complaintText(complaint), 500));
  if (!reading.ok || !assignment) return exit.incomplete;
  const { submission } = reading;
  // Hints are held to what may be told by the key itself, so it is always at hand.
  const result = gradePaper({ ...assignment, solutionShown: true }, submission);
  if (result.status === 'timeout') throw new Stop(exit.incomplete, `${path}: ${result.messages?.join('\n')}`);
  const checks = countCheck(path, `${submission.assignment}/${submission.student}`);
  const checked = selfCheck(result, submission, options.hints as HintLevel, checks);
  if (options.json) printJson(checked);
  else print(selfCheckText(checked));
  return checked.done && reading.complaints.length === 0 && !submission.asked ? exit.done : exit.no;
}

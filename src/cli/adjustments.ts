import { type Adjustments, readAdjustments } from '../records/adjustments.ts';
import { complaintText } from '../records/complaint.ts';
import { exit, Stop } from './exit.ts';
import { exists, readBytes } from './read.ts';

/** Where the decisions about an assignment lie unless said. */
export const adjustmentsFile = (assignment: string): string => `adjustments/${assignment}.json`;

/**
 * The decisions about an assignment: none where there is no file and none was named. Throws where the file is not what
 * it should be, or is about another assignment.
 */
export function adjustmentsOf(assignment: string, named?: string): Adjustments {
  const path = named ?? adjustmentsFile(assignment);
  if (named === undefined && !exists(path)) return { version: 1, assignment, entries: [] };
  const bytes = readBytes(path);
  const reading = bytes.ok ? readAdjustments(bytes.bytes, path) : { ok: false as const, complaints: [bytes.complaint] };
  if (!reading.ok) throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
  const { adjustments } = reading;
  if (adjustments.assignment !== assignment)
    throw new Stop(exit.usage, `${path} is about the assignment "${adjustments.assignment}", not "${assignment}"`);
  return adjustments;
}

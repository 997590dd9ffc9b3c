import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type LoadedAssignment, loadAssignment } from '../../marking/assignment.ts';
import { checksOfKey } from '../../marking/key-checks.ts';
import type { Complaint } from '../../records/complaint.ts';
import { aboutFile } from '../../records/complaint.ts';
import { type AnswerKey, readKey } from '../../records/key.ts';
import type { Check } from '../../records/verification.ts';
import type { Problem } from '../../working/problem.ts';
import { assignmentOf } from '../assignments.ts';
import { nameOf, readBytes } from '../read.ts';

/** What an answer-key file came to, and the problems whose proofs its values hang on. */
export interface KeyChecks {
  readonly checks: readonly Check[];
  readonly problems: readonly string[];
}

/** Holds an answer-key file against the solver. Whatever is wrong with the file is a failed check. */
export function checkKeyFile(path: string, problems: readonly Problem[]): KeyChecks {
  const file = nameOf(path);
  const bytes = readBytes(path);
  if (!bytes.ok) return unusable(file, [bytes.complaint]);
  const reading = readKey(bytes.bytes, file);
  if (!reading.ok) return unusable(file, reading.complaints);
  try {
    const assignment = loadedFor(reading.key, path, problems);
    const used = assignment.problems.map(({ problem }) => problem.id);
    return { checks: checksOfKey(reading.key, assignment), problems: [...new Set(used)] };
  } catch (error) {
    return unusable(file, [aboutFile(file, (error as Error).message, '')]);
  }
}

function unusable(suite: string, complaints: readonly Complaint[]): KeyChecks {
  const checks = complaints.map(({ file, line, column, pointer, says, mend }): Check => {
    const text = mend ? `${says}; ${mend}` : says;
    const place = { file, line, column, pointer };
    return {
      suite,
      name: pointer || suite,
      rule: 'key-file-unusable',
      status: 'failed',
      seconds: 0,
      place,
      says: text,
    };
  });
  return { checks, problems: [] };
}

/** The assignment that a key is for, a path read from the key's own folder; without one the problems that it names. */
function loadedFor(key: AnswerKey, path: string, problems: readonly Problem[]): LoadedAssignment {
  if (key.assignment !== undefined) {
    const beside = resolve(dirname(path), key.assignment);
    return loadAssignment(assignmentOf(existsSync(beside) ? beside : key.assignment), problems, key.student);
  }
  const known = key.problems.map(({ name }) => name).filter((name) => problems.some(({ id }) => id === name));
  const set = (known.length > 0 ? known : problems.map(({ id }) => id)).map((problem) => ({ problem }));
  return loadAssignment({ id: 'published', title: 'Published givens', problems: set }, problems);
}

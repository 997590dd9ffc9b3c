import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AuthorFault } from '../../collections/author-fault.ts';
import type { Catalogue } from '../../collections/catalogue.ts';
import { forStudent, type LoadedAssignment } from '../../marking/assignment.ts';
import type { Complaint } from '../../records/complaint.ts';
import { aboutFile } from '../../records/complaint.ts';
import { type AnswerKey, readKey } from '../../records/key.ts';
import type { Check } from '../../records/verification.ts';
import { checksOfKey } from '../../verification/key-checks.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { nameOf, readBytes } from '../read.ts';

/** What an answer-key file came to, and the problems whose proofs its values hang on. */
export interface KeyChecks {
  readonly checks: readonly Check[];
  readonly problems: readonly string[];
}

/** Holds an answer-key file against the solver. Whatever is wrong with the file is a failed check. */
export async function checkKeyFile(path: string, catalogue: Catalogue): Promise<KeyChecks> {
  const file = nameOf(path);
  const bytes = readBytes(path);
  if (!bytes.ok) return unusable(file, [bytes.complaint]);
  const reading = readKey(bytes.bytes, file);
  if (!reading.ok) return unusable(file, reading.complaints);
  try {
    const assignment = await loadedFor(reading.key, path, catalogue);
    const used = assignment.problems.map(({ problem }) => problem.id);
    const names = reading.key.assignment === undefined ? catalogue.ids : assignment.problems.map(({ id }) => id);
    return { checks: checksOfKey(reading.key, assignment, names), problems: [...new Set(used)] };
  } catch (error) {
    if (error instanceof AuthorFault) throw error;
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
async function loadedFor(key: AnswerKey, path: string, catalogue: Catalogue): Promise<LoadedAssignment> {
  if (key.assignment !== undefined) {
    const beside = resolve(dirname(path), key.assignment);
    const all = await loaded(catalogue, assignmentOf(catalogue, existsSync(beside) ? beside : key.assignment));
    if (all.variants && key.student === undefined)
      throw new Error(`every student has other numbers in "${all.id}"; say whose key this is: "student": "…"`);
    return key.student === undefined ? all : forStudent(all, key.student);
  }
  const known = key.problems.map(({ name }) => name).filter((name) => catalogue.ids.includes(name));
  const set = known.map((problem) => ({ problem }));
  return loaded(catalogue, { id: 'published', title: 'Published givens', problems: set });
}

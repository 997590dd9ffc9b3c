import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedAssignment, loadAssignment } from '../../marking/assignment.ts';
import { checksOfKey } from '../../marking/key-checks.ts';
import { type Assignment, readAssignment } from '../../records/assignment.ts';
import { aboutFile, type Complaint } from '../../records/complaint.ts';
import { tooLarge } from '../../records/decode.ts';
import { type AnswerKey, readKey } from '../../records/key.ts';
import { limits } from '../../records/limits.ts';
import type { Check } from '../../records/verification.ts';
import type { Problem } from '../../working/problem.ts';

/** What an answer-key file came to, and the problems whose proofs its values hang on. */
export interface KeyChecks {
  readonly checks: readonly Check[];
  readonly problems: readonly string[];
}

/** Holds an answer-key file against the solver. Whatever is wrong with the file is a failed check. */
export async function checkKeyFile(path: string, problems: readonly Problem[]): Promise<KeyChecks> {
  const file = relative('.', path) || path;
  try {
    const reading = readKey(await readBounded(path, file), file);
    if (!reading.ok) return { checks: reading.complaints.map((complaint) => unusable(file, complaint)), problems: [] };
    const assignment = await assignmentOf(reading.key, path, problems);
    const used = assignment.problems.map(({ problem }) => problem.id);
    return { checks: checksOfKey(reading.key, assignment), problems: [...new Set(used)] };
  } catch (error) {
    return { checks: [unusable(file, aboutFile(file, (error as Error).message, ''))], problems: [] };
  }
}

async function readBounded(path: string, file: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw new Error(tooLarge(file, size).says);
  return readFile(path);
}

function unusable(suite: string, { file, line, column, pointer, says, mend }: Complaint): Check {
  const text = mend ? `${says}; ${mend}` : says;
  const place = { file, line, column, pointer };
  return { suite, name: pointer || suite, rule: 'key-file-unusable', status: 'failed', seconds: 0, place, says: text };
}

/** The assignment that a key is for; without one, the published problems that it names. */
async function assignmentOf(key: AnswerKey, path: string, problems: readonly Problem[]): Promise<LoadedAssignment> {
  if (key.assignment !== undefined)
    return loadAssignment(await findAssignment(key.assignment, path, problems), problems, key.student);
  const known = key.problems.map(({ name }) => name).filter((name) => problems.some(({ id }) => id === name));
  const all = known.length > 0 ? known : problems.map(({ id }) => id);
  return loadAssignment(
    { id: 'published', title: 'published', problems: all.map((problem) => ({ problem })) },
    problems,
  );
}

const shipped = fileURLToPath(new URL('../../../problems/assignments/', import.meta.url));

async function findAssignment(name: string, keyFile: string, problems: readonly Problem[]): Promise<Assignment> {
  const near = resolve(dirname(keyFile), name);
  for (const path of [near, resolve(name), resolve(shipped, `${name}.json`)]) {
    const source = await readFile(path).catch(() => undefined);
    if (!source) continue;
    const ids = problems.map(({ id }) => id);
    const reading = readAssignment(source, relative('.', path), ids);
    if (reading.ok) return reading.assignment;
    const [first] = reading.complaints;
    throw new Error(
      `the assignment ${path}:${first?.line ?? 1} cannot be used: ${first?.says ?? ''}; ${first?.mend ?? ''}`,
    );
  }
  throw new Error(`there is no assignment "${name}" at this id or path`);
}

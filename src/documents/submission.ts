import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { forStudent, type LoadedAssignment } from '../marking/assignment.ts';
import { aboutFile, type Complaint } from '../records/complaint.ts';
import type { Asked } from '../records/located.ts';
import { didYouMean } from '../records/nearest.ts';
import type { Submission, SubmissionOptions, SubmissionReading } from '../records/submission.ts';
import type { WriteUp } from './document.ts';
import { type Ground, locate } from './locate/locate.ts';
import { readDocument } from './read-document.ts';

/** What reading a document needs beside the file: the assignments, ready to be located in. */
export interface DocumentOptions extends SubmissionOptions {
  /** Without it a file is only told whose paper to which assignment it is. */
  readonly loadedOf?: (assignment: string) => LoadedAssignment;
}

export type DocumentSubmission = SubmissionReading & {
  /** How surely each answer was placed, and by what. */
  readonly grounds?: Readonly<Record<string, Readonly<Record<string, Ground>>>>;
};

/**
 * A write-up as a submission. Whose it is stands in it, or is the name of its file. What is found and not surely placed
 * is asked; so is every field that carries points and has no place in a document that follows no template. Never throws.
 */
export function submissionOf(bytes: Uint8Array, file: string, options: DocumentOptions): DocumentSubmission {
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const reading = readDocument(bytes, file);
  if (!reading.ok) return { ok: false, unusable: { hash, ...nameOnly(file) }, complaints: reading.complaints };
  const { writeUp } = reading;
  const student = studentOf(writeUp, file);
  const assignment = writeUp.about.assignment?.trim() || options.assignment;
  const complaint = complaintAbout(assignment, student, file, options);
  if (complaint || assignment === undefined)
    return {
      ok: false,
      unusable: { hash, student },
      complaints: [...writeUp.complaints, ...(complaint ? [complaint] : [])],
    };
  return located(writeUp, { assignment, student, hash }, options);
}

const nameOnly = (file: string) => ({ student: stem(file) });
const stem = (file: string): string =>
  basename(file)
    .replace(/\.[^.]+$/, '')
    .normalize();
const studentOf = ({ about }: WriteUp, file: string): string => about.student?.trim().normalize() || stem(file);

const idPattern = /^(?=\s*\S)[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,100}$/u;

function complaintAbout(
  assignment: string | undefined,
  student: string,
  file: string,
  { known }: SubmissionOptions,
): Complaint | undefined {
  if (assignment === undefined)
    return aboutFile(
      file,
      'it does not say which assignment it answers',
      'say so with --assignment, or write "assignment: …" between two lines of --- at its top',
    );
  if (known && !known.has(assignment))
    return aboutFile(file, `there is no assignment "${assignment}" here`, didYouMean(assignment, [...known.keys()]));
  return idPattern.test(student)
    ? undefined
    : aboutFile(
        file,
        'the id of the student has more than 100 characters or unprintable ones',
        'write "student: …" at its top',
      );
}

function located(
  writeUp: WriteUp,
  about: Pick<Submission, 'assignment' | 'student' | 'hash'>,
  { loadedOf }: DocumentOptions,
): DocumentSubmission {
  if (!loadedOf) return { ok: true, submission: { ...about, answers: {} }, complaints: writeUp.complaints };
  const assignment = forStudent(loadedOf(about.assignment), about.student);
  const { answers, where, asked, grounds } = locate(writeUp, assignment);
  const open = [...asked, ...unfound(writeUp, assignment, answers, asked)];
  const submission: Submission = { ...about, answers, where, ...(open.length > 0 && { asked: open }) };
  return { ok: true, submission, complaints: writeUp.complaints, grounds };
}

/** A blank place of a template is blank. In a free write-up an answer may stand where no label led to it. */
function unfound(
  { blocks }: WriteUp,
  { problems }: LoadedAssignment,
  answers: Submission['answers'],
  asked: readonly Asked[],
): Asked[] {
  const kept = new Set(blocks.filter(({ kind }) => kind === 'problem').map(({ label }) => label));
  return problems.flatMap(({ id, working, problem }) => {
    if (kept.has(id)) return [];
    const fields = Object.keys(working.asks ?? problem.asks).filter(
      (field) => answers[id]?.[field] === undefined && !asked.some((one) => one.problem === id && one.field === field),
    );
    return fields.map((field) => ({
      problem: id,
      field,
      candidates: [],
      why: 'no place in the document is labelled as its answer',
    }));
  });
}

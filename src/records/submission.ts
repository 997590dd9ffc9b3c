import { createHash } from 'node:crypto';
import type { Node } from 'jsonc-parser';
import type { AnswerValue } from './answer-value.ts';
import { type Answers, readAnswers } from './answers.ts';
import type { Complaint } from './complaint.ts';
import { type ComplaintList, complaintList } from './complaint-list.ts';
import { type JsonDocument, readJson, sourceOf } from './json.ts';
import { agrees, membersOf, plain, record } from './members.ts';
import { didYouMean } from './nearest.ts';
import { complainOf, schemaErrors } from './schema.ts';

export type { Answers, AnswerValue };

/** One paper: the answers of a student to an assignment, by problem and field. */
export interface Submission {
  readonly assignment: string;
  readonly student: string;
  readonly answers: Answers;
  /** sha256 of the file as handed in. */
  readonly hash: string;
}

/** What a file is whose answers cannot be used: as much as can still be told of it. */
export interface Unusable {
  readonly assignment?: string;
  readonly student?: string;
  readonly hash: string;
}

/** A submission and what was odd about it, or why there is none. */
export type SubmissionReading =
  | { readonly ok: true; readonly submission: Submission; readonly complaints: readonly Complaint[] }
  | { readonly ok: false; readonly unusable: Unusable; readonly complaints: readonly Complaint[] };

export interface SubmissionOptions {
  /** The assignment of a file that names none. */
  readonly assignment?: string;
  /** The assignments that there are; a paper for another cannot be used. Any name will do unless said. */
  readonly known?: readonly string[];
}

/**
 * Reads a submission. One wrong field costs no other: only a file that is not JSON, or has no student, assignment or
 * answers, cannot be used. Never throws.
 */
export function readSubmission(
  source: string | Uint8Array,
  file: string,
  options: SubmissionOptions = {},
): SubmissionReading {
  const hash = `sha256:${createHash('sha256').update(source).digest('hex')}`;
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, unusable: { hash }, complaints: [json.complaint] };
  const list = complaintList(json.document);
  const { sound, assignment, student, answers } = readMembers(json.document, list, options);
  const complaints = list.all();
  if (sound && assignment !== undefined && student !== undefined && answers)
    return { ok: true, submission: { assignment, student, answers, hash }, complaints };
  const known = { ...(assignment !== undefined && { assignment }), ...(student !== undefined && { student }) };
  return { ok: false, unusable: { ...known, hash }, complaints };
}

interface Members {
  readonly sound: boolean;
  readonly assignment: string | undefined;
  readonly student: string | undefined;
  readonly answers: Answers | undefined;
}

function readMembers(document: JsonDocument, list: ComplaintList, options: SubmissionOptions): Members {
  const { members, doubtful } = knownMembers(document, list);
  const node = members.get('answers');
  const answers = node?.type === 'object' ? readAnswers(document, node, list) : undefined;
  const errors = schemaErrors('submission', envelope(document.root, members, answers, options));
  complainOf(errors, document.root, list);
  const textOf = (name: string): string | undefined => {
    const at = members.get(name);
    if (!at || doubtful || errors.some(({ instancePath }) => instancePath === `/${name}`)) return undefined;
    return (at.type === 'string' ? String(at.value) : sourceOf(document, at)).trim().normalize();
  };
  const named = members.has('assignment') ? textOf('assignment') : options.assignment;
  const assignment = named !== undefined && isKnown(named, options) ? named : undefined;
  if (named !== undefined && assignment === undefined)
    list.add(
      members.get('assignment') ?? document.root,
      `there is no assignment "${named}" here`,
      didYouMean(named, options.known ?? []),
    );
  return { sound: errors.length === 0 && !doubtful, assignment, student: textOf('student'), answers };
}

const isKnown = (name: string, { known }: SubmissionOptions): boolean => known === undefined || known.includes(name);

/** The file as its schema sees it: with the answers as they were read, so that one of them cannot fail the whole. */
function envelope(
  root: Node,
  members: ReadonlyMap<string, Node>,
  answers: Answers | undefined,
  { assignment }: SubmissionOptions,
): unknown {
  if (root.type !== 'object') return plain(root);
  const value = record<unknown>(
    [...members].map(([name, node]) => [name, name === 'answers' && answers ? answers : plain(node)]),
  );
  if (assignment !== undefined && !members.has('assignment')) value.assignment = assignment;
  return value;
}

const names = ['$schema', 'assignment', 'student', 'answers'];

/** The members that a submission may have; doubtful when one stands twice and it matters which is meant. */
function knownMembers(document: JsonDocument, list: ComplaintList): { members: Map<string, Node>; doubtful: boolean } {
  const all = document.root.type === 'object' ? membersOf(document.root) : [];
  const known = all.filter(({ name }) => names.includes(name));
  for (const { name, key } of all)
    if (!names.includes(name)) list.add(key, `"${name}" is not a field of a submission`, didYouMean(name, names));
  const twice = known.filter((member) => !agrees(document, member));
  for (const { name, key } of twice) list.add(key, `"${name}" stands more than once, and differs`, 'keep one');
  return { members: new Map(known.map(({ name, value }) => [name, value])), doubtful: twice.length > 0 };
}

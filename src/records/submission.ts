import { createHash } from 'node:crypto';
import type { Node } from 'jsonc-parser';
import { type Answers, readAnswers } from './answers.ts';
import type { Complaint } from './complaint.ts';
import { type ComplaintList, complaintList } from './complaint-list.ts';
import { type JsonDocument, readJson, sourceOf } from './json.ts';
import { type FromDocument, locatedIn } from './located.ts';
import { agrees, membersOf, plain, record } from './members.ts';
import { didYouMean } from './nearest.ts';
import { complainOf, schemaErrors } from './schema.ts';

/** One paper: the answers of a student to an assignment, by problem and field. */
export interface Submission extends FromDocument {
  readonly assignment: string;
  readonly student: string;
  /** Whose numbers hold, where another of the student's group handed it in. */
  readonly author?: string;
  readonly answers: Answers;
  /** The numbers that the paper says it was set with; what it is marked by is the assignment's. */
  readonly givens?: Readonly<Record<string, unknown>>;
  /** sha256 of the file as handed in. */
  readonly hash: string;
}

/** What a file is whose answers cannot be used: as much as can still be told of it. */
interface Unusable {
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
  /** The assignments that there are, each with the problems it sets; any name will do unless said. */
  readonly known?: ReadonlyMap<string, readonly string[]>;
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
  const { sound, assignment, student, answers, givens, located } = readMembers(json.document, list, options);
  const complaints = list.all();
  if (sound && assignment !== undefined && student !== undefined && answers)
    return {
      ok: true,
      submission: { assignment, student, answers, ...(givens && { givens }), ...located, hash },
      complaints,
    };
  const known = { ...(assignment !== undefined && { assignment }), ...(student !== undefined && { student }) };
  return { ok: false, unusable: { ...known, hash }, complaints };
}

interface Members {
  readonly sound: boolean;
  readonly assignment: string | undefined;
  readonly student: string | undefined;
  readonly answers: Answers | undefined;
  readonly givens: Readonly<Record<string, unknown>> | undefined;
  readonly located: FromDocument;
}

function readMembers(document: JsonDocument, list: ComplaintList, options: SubmissionOptions): Members {
  const { members, doubtful } = knownMembers(document, list);
  const texts = textsOf(document, members);
  const assignment = members.has('assignment') ? texts('assignment') : options.assignment;
  const node = members.get('answers');
  const problems = assignment === undefined ? undefined : options.known?.get(assignment);
  const answers = node?.type === 'object' ? readAnswers(document, node, list, problems) : undefined;
  const errors = schemaErrors('submission', envelope(document.root, members, answers, options));
  complainOf(errors, document.root, list);
  const sound = !doubtful && errors.length === 0;
  const fits = (name: string) => !doubtful && !errors.some(({ instancePath }) => instancePath === `/${name}`);
  const known = fits('assignment') && isKnown(assignment, members.get('assignment') ?? document.root, list, options);
  return {
    sound,
    assignment: known ? assignment : undefined,
    student: fits('student') ? texts('student') : undefined,
    answers,
    givens: givensIn(members.get('givens')),
    located: locatedIn(members),
  };
}

const givensIn = (node: Node | undefined): Record<string, unknown> | undefined =>
  node?.type === 'object' ? (plain(node) as Record<string, unknown>) : undefined;

/** The text of a member, without spaces around it and in the one form that Unicode has for equal texts. */
const textsOf =
  (document: JsonDocument, members: ReadonlyMap<string, Node>) =>
  (name: string): string | undefined => {
    const node = members.get(name);
    return node && (node.type === 'string' ? String(node.value) : sourceOf(document, node)).trim().normalize();
  };

function isKnown(
  assignment: string | undefined,
  node: Node,
  list: ComplaintList,
  { known }: SubmissionOptions,
): assignment is string {
  if (assignment === undefined || !known || known.has(assignment)) return assignment !== undefined;
  list.add(node, `there is no assignment "${assignment}" here`, didYouMean(assignment, [...known.keys()]));
  return false;
}

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

const names = ['$schema', 'assignment', 'student', 'givens', 'answers', 'where', 'asked', 'draft'];

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

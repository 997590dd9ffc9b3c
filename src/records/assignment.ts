import type { Node } from 'jsonc-parser';
import type { Rounding } from '../exact/rounding.ts';
import type { Complaint } from './complaint.ts';
import { type ComplaintList, complaintList } from './complaint-list.ts';
import { type JsonDocument, readJson, sourceOf } from './json.ts';
import { membersOf, plain, record } from './members.ts';
import { didYouMean } from './nearest.ts';
import type { SlipKind } from './result.ts';
import { complainOf, schemaErrors } from './schema.ts';

/** A given as an assignment sets it: a number as text, or lists and records of them. */
type GivenValue = string | readonly GivenValue[] | { readonly [name: string]: GivenValue };

/** One problem as it is set. */
interface AssignedProblem {
  readonly problem: string;
  /** The key in a submission; the problem's id unless said. */
  readonly as?: string;
  readonly title?: string;
  /** Points of the whole problem; the sum of what its fields ask unless said. */
  readonly points?: number;
  readonly givens?: Readonly<Record<string, GivenValue>>;
  readonly rounding?: Rounding;
  /** Conventions of the problem under which another formula is right. */
  readonly conventions?: readonly string[];
  /** Conventions accepted beside those of the problem or of `conventions`. */
  readonly alsoAccepted?: readonly string[];
  /** Other names of fields that are accepted: `{ "dLdw3": "dL_dw3" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** How many students come to a line from those they show in which way, as text; the shares add up to at most 1. */
  readonly roundingShares?: Readonly<Record<'written' | 'unrounded' | 'stated' | 'places' | 'any', string>>;
  /** Other names of the problem that are accepted as the key in a submission. */
  readonly alsoCalled?: readonly string[];
  /** Problems with the same run report numbers of one training, which must agree. */
  readonly run?: string;
  readonly showSolution?: boolean;
}

/** An assignment file. What is left out takes the default named here. */
export interface Assignment {
  readonly id: string;
  readonly title: string;
  readonly course?: string;
  readonly problems: readonly AssignedProblem[];
  /** Other givens for every student, drawn by this seed; the same givens for all unless said. */
  readonly variants?: { readonly seed: string };
  /** Whether pages and records hold the key; true unless said. */
  readonly solutionShown?: boolean;
  /** What later lines earn when an earlier wrong value makes them trivial; no-points unless said. */
  readonly degenerate?: 'no-points' | 'points';
  /** Share of the points for an answer that is wrong only in its rounding; 0.75 unless said. */
  readonly roundingShare?: string;
  /** What a convention that a student states in words does: the paper is judged by it unless said. */
  readonly statedConventions?: 'followed' | 'not-followed';
  /** By kind of slip the share of the points that a proved one keeps; 0 unless said. */
  readonly slipShares?: Readonly<Partial<Record<SlipKind, string>>>;
}

export type AssignmentReading =
  | { readonly ok: true; readonly assignment: Assignment }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads an assignment. Staff write it, so everything odd is refused. `problems`: the ids of the catalogue. */
export function readAssignment(
  source: string | Uint8Array,
  file: string,
  problems: readonly string[],
): AssignmentReading {
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, complaints: [json.complaint] };
  const { document } = json;
  const list = complaintList(document);
  complainOfTwice(document.root, list);
  complainOf(schemaErrors('assignment', plain(document.root)), document.root, list);
  if (list.all().length === 0) checkProblems(document.root, problems, list);
  const complaints = list.all();
  if (complaints.length > 0) return { ok: false, complaints };
  return { ok: true, assignment: typed(document, document.root, '') as Assignment };
}

export type GivensReading =
  | { readonly ok: true; readonly givens: Readonly<Record<string, GivenValue>> }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads givens that replace a problem's own, as they stand in an assignment: `{ "size": "32" }`. */
export function readGivens(source: string | Uint8Array, file: string): GivensReading {
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, complaints: [json.complaint] };
  const { document } = json;
  const list = complaintList(document);
  complainOfTwice(document.root, list);
  if (document.root.type !== 'object') list.add(document.root, 'givens are an object', 'write { "size": "32" }');
  const complaints = list.all();
  if (complaints.length > 0) return { ok: false, complaints };
  return { ok: true, givens: typed(document, document.root, 'givens') as Record<string, GivenValue> };
}

/** The value as its type wants it: text for numbers, as written, except where the type says number. */
function typed(document: JsonDocument, node: Node, name: string): unknown {
  if (name === 'rounding') return plain(node);
  if (name === 'points') return Number(node.value);
  if (node.type === 'array') return (node.children ?? []).map((item) => typed(document, item, ''));
  if (node.type === 'number') return sourceOf(document, node);
  if (node.type !== 'object') return node.value;
  const members = membersOf(node).filter((member) => member.name !== '$schema');
  const inside = name === 'givens' ? () => '' : (member: string) => member;
  return record(members.map((member) => [member.name, typed(document, member.value, inside(member.name))] as const));
}

function complainOfTwice(node: Node, list: ComplaintList): void {
  if (node.type === 'object')
    for (const { name, key, values } of membersOf(node))
      if (values.length > 1) list.add(key, `"${name}" stands more than once`, 'keep one');
  for (const child of node.children ?? []) complainOfTwice(child, list);
}

function checkProblems(root: Node, problems: readonly string[], list: ComplaintList): void {
  const keys = new Set<string>();
  for (const item of membersOf(root).find(({ name }) => name === 'problems')?.value.children ?? []) {
    const members = new Map(membersOf(item).map(({ name, value }) => [name, value]));
    const problem = members.get('problem');
    if (!problem) continue;
    const id = String(problem.value);
    if (!problems.includes(id)) list.add(problem, `there is no problem "${id}"`, didYouMean(id, problems));
    const as = members.get('as') ?? problem;
    if (keys.has(as.value)) list.add(as, `two problems are called "${as.value}"`, 'give one another name: "as": "q2"');
    keys.add(String(as.value));
  }
}

import type { Node } from 'jsonc-parser';
import type { AnswerValue } from './answer-value.ts';
import { readAnswer } from './answer-value.ts';
import type { Complaint } from './complaint.ts';
import { complaintList } from './complaint-list.ts';
import { complain, type JsonDocument, readJson } from './json.ts';
import { membersOf, plain } from './members.ts';
import { complainOf, schemaErrors } from './schema.ts';
import type { Place } from './verification.ts';

/** A name of an answer key, and where it stands. */
interface KeyName {
  readonly name: string;
  readonly place: Place;
}

export interface KeyField extends KeyName {
  readonly value: AnswerValue;
}

export interface KeyProblem extends KeyName {
  readonly fields: readonly KeyField[];
}

/** The values that staff hold for right. */
export interface AnswerKey {
  readonly file: string;
  /** The assignment whose givens hold, by id or path; the published givens where it is absent. */
  readonly assignment?: string;
  /** Whose variant this is the key of. */
  readonly student?: string;
  readonly keys: KeyName;
  readonly problems: readonly KeyProblem[];
}

export type KeyReading =
  | { readonly ok: true; readonly key: AnswerKey }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads an answer key. Staff write it, so everything odd is refused. Never throws. */
export function readKey(source: string | Uint8Array, file: string): KeyReading {
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, complaints: [json.complaint] };
  const { document } = json;
  const list = complaintList(document);
  for (const { name, node } of doubles(document.root)) list.add(node, `"${name}" stands more than once`, 'keep one');
  complainOf(schemaErrors('key', plain(document.root)), document.root, list);
  const members = new Map(document.root.type === 'object' ? membersOf(document.root).map((m) => [m.name, m]) : []);
  const keys = members.get('keys');
  const problems =
    keys && list.all().length === 0 ? membersOf(keys.value).map((m) => problemOf(document, m, list)) : [];
  const complaints = list.all();
  if (complaints.length > 0 || !keys) return { ok: false, complaints };
  const text = (name: string): string | undefined => members.get(name)?.value.value;
  const [assignment, student] = [text('assignment'), text('student')];
  const named = { ...(assignment !== undefined && { assignment }), ...(student !== undefined && { student }) };
  return { ok: true, key: { file, ...named, keys: { name: 'keys', place: placeOf(document, keys.value) }, problems } };
}

type Member = ReturnType<typeof membersOf>[number];

function problemOf(document: JsonDocument, member: Member, list: ReturnType<typeof complaintList>): KeyProblem {
  const fields = membersOf(member.value).map(({ name, value }) => {
    return { name, place: placeOf(document, value), value: readAnswer(document, value, list) };
  });
  return { name: member.name, place: placeOf(document, member.value), fields };
}

function placeOf(document: JsonDocument, node: Node): Place {
  const { file, line, column, pointer } = complain(document, node, '', '');
  return { file, line, column, pointer };
}

function doubles(node: Node): { name: string; node: Node }[] {
  const own = node.type === 'object' ? membersOf(node).filter(({ values }) => values.length > 1) : [];
  const below = (node.children ?? []).flatMap(doubles);
  return [...own.map(({ name, key }) => ({ name, node: key })), ...below];
}

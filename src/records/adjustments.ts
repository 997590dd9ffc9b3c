import type { Node } from 'jsonc-parser';
import type { Complaint } from './complaint.ts';
import { type ComplaintList, complaintList } from './complaint-list.ts';
import { readJson } from './json.ts';
import { membersOf, plain } from './members.ts';
import { complainOf, schemaErrors } from './schema.ts';

/** Who decided something, and when. */
export interface Signed {
  readonly by: string;
  readonly at: string;
  readonly why?: string;
}

/** What the machine said of a line, or of a problem, when a person decided otherwise. */
export interface MachineSaid {
  readonly points: string;
  readonly verdict?: string;
  readonly given?: string;
}

/** Something that a person decided, by its kind. */
interface Kinds {
  points: { student: string; problem: string; field?: string; points: string; machine?: MachineSaid };
  comment: { student: string; problem?: string; field?: string; text: string };
  reviewed: { student: string; submission?: string };
  excused: { student: string; problem?: string };
  group: { id?: string; students: readonly string[]; paper?: string };
  'late-policy': {
    due: string;
    perDay: string;
    of?: 'score' | 'outOf';
    atMost?: string;
    freeDays?: number;
    graceMinutes?: number;
  };
  'handed-in': { student: string; time: string };
  extension: { student: string; days: number };
  /** Without a field the name stands for the problem. */
  name: { problem: string; name: string; field?: string };
  convention: { problem: string; convention: string };
}

export type EntryKind = keyof Kinds;
export type EntryOf<K extends EntryKind> = { readonly kind: K } & Readonly<Kinds[K]> & Signed;
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** What people decided about the papers of an assignment, in the order they decided it. */
export interface Adjustments {
  readonly version: 1;
  readonly assignment: string;
  readonly entries: readonly Entry[];
}

export type AdjustmentsReading =
  | { readonly ok: true; readonly adjustments: Adjustments }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads adjustments. Staff write them, so everything odd is refused. Never throws. */
export function readAdjustments(source: string | Uint8Array, file: string): AdjustmentsReading {
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, complaints: [json.complaint] };
  const { root } = json.document;
  const list = complaintList(json.document);
  complainOf(schemaErrors('adjustments', plain(root)), root, list);
  if (list.all().length === 0) complainOfTimes(root, list);
  const complaints = list.all();
  if (complaints.length > 0) return { ok: false, complaints };
  const { $schema, ...adjustments } = plain(root) as Adjustments & { $schema?: string };
  return { ok: true, adjustments };
}

const times = ['at', 'due', 'time'];

/** A time may have the form of one and not exist. */
function complainOfTimes(node: Node, list: ComplaintList): void {
  if (node.type === 'object')
    for (const { name, value, values, key } of membersOf(node)) {
      if (values.length > 1) list.add(key, `"${name}" stands more than once`, 'keep one');
      if (times.includes(name) && Number.isNaN(Date.parse(String(value.value))))
        list.add(value, `there is no time "${value.value}"`, 'write it as "2026-10-01T23:59:00-04:00"');
    }
  for (const child of node.children ?? []) complainOfTimes(child, list);
}

/** The file as it is stored. */
export const adjustmentsText = (adjustments: Adjustments, $schema?: string): string =>
  `${JSON.stringify({ ...($schema !== undefined && { $schema }), ...adjustments }, null, 2)}\n`;

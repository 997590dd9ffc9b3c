import { getNodePath, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { limits } from '../exact/limits.ts';
import { aboutFile, type Complaint } from './complaint.ts';
import { decode } from './decode.ts';
import { faultOf } from './json-faults.ts';

/** A JSON file as a tree that remembers where everything stands. */
export interface JsonDocument {
  readonly file: string;
  readonly text: string;
  readonly root: Node;
}

export type JsonReading =
  | { readonly ok: true; readonly document: JsonDocument }
  | { readonly ok: false; readonly complaint: Complaint };

/** Reads strict JSON (RFC 8259; a byte order mark is allowed) without losing a digit or a place. Never throws. */
export function readJson(source: string | Uint8Array, file: string): JsonReading {
  const decoded = decode(source, file);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.trim() === '') return { ok: false, complaint: emptyFile(file) };
  // The parser calls itself for every level, so the depth is checked before it runs.
  const deep = tooDeep(text);
  if (deep !== undefined) return refuse(file, text, deep, `more than ${limits.depth} levels of brackets`, 'flatten it');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) {
    const { says, mend } = faultOf(first, text);
    return refuse(file, text, first.offset, says, mend);
  }
  if (!root) return { ok: false, complaint: emptyFile(file) };
  return { ok: true, document: { file, text, root } };
}

/** A complaint about the value at `node`. */
export function complain(document: JsonDocument, node: Node, says: string, mend: string): Complaint {
  const pointer = getNodePath(node).map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { file: document.file, ...placeOf(document.text, node.offset), pointer: pointer.join(''), says, mend };
}

/** The value as it stands in the file, digit for digit. */
export function sourceOf(document: JsonDocument, node: Node): string {
  return document.text.slice(node.offset, node.offset + node.length);
}

const emptyFile = (file: string): Complaint => aboutFile(file, 'the file is empty', 'hand in the JSON file itself');

function refuse(file: string, text: string, offset: number, says: string, mend: string): JsonReading {
  return { ok: false, complaint: { file, ...placeOf(text, offset), pointer: '', says, mend } };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the first bracket too many opens. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (c === '"') quoted = !quoted;
    else if (quoted) at += c === '\\' ? 1 : 0;
    else if (c === '[' || c === '{') depth += 1;
    else if (c === ']' || c === '}') depth -= 1;
    if (depth > limits.depth) return at;
  }
  return undefined;
}

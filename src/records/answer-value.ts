import type { Node } from 'jsonc-parser';
import { limits } from '../exact/limits.ts';
import type { ComplaintList } from './complaint-list.ts';
import { type JsonDocument, sourceOf } from './json.ts';

/** An answer as handed in: text (a JSON number as it was written), a list of these, or null for none. */
export type AnswerValue = string | readonly AnswerValue[] | null;

interface Fault {
  readonly node: Node;
  readonly says: string;
  readonly mend: string;
}

/** Reads one answer. What cannot be an answer is complained of and kept as the text that stands in the file. */
export function readAnswer(document: JsonDocument, node: Node, list: ComplaintList): AnswerValue {
  const fault = faultIn(node);
  if (fault) {
    list.add(fault.node, fault.says, fault.mend);
    return sourceOf(document, node).slice(0, 200);
  }
  return toValue(document, node, list);
}

function faultIn(node: Node): Fault | undefined {
  const mend = 'write a number, text, or a list of these';
  if (node.type === 'boolean' || node.type === 'object')
    return { node, says: `${node.type === 'object' ? 'an object' : String(node.value)} is no answer`, mend };
  if (node.type === 'string' && node.value.length > limits.text)
    return { node, says: `this text has more than ${limits.text} characters`, mend: 'shorten it' };
  if (node.type !== 'array') return undefined;
  const items = node.children ?? [];
  if (items.length > limits.items)
    return { node, says: `this list has more than ${limits.items} items`, mend: 'shorten it' };
  for (const item of items) {
    const fault = faultIn(item);
    if (fault) return fault;
  }
  return undefined;
}

function toValue(document: JsonDocument, node: Node, list: ComplaintList): AnswerValue {
  if (node.type === 'array') return (node.children ?? []).map((item) => toValue(document, item, list));
  if (node.type === 'null') return null;
  if (node.type === 'number') return sourceOf(document, node);
  checkControls(String(node.value), node, list);
  return String(node.value);
}

/** In JSON `"\frac"` is a form feed and "rac": a reader would see an odd number, the student meant LaTeX. */
function checkControls(text: string, node: Node, list: ComplaintList): void {
  const found = /(?![\n\r\t])\p{Cc}/u.exec(text)?.[0];
  if (found === undefined) return;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  list.add(
    node,
    `a control character (U+${code}) stands in this text`,
    'in JSON a backslash is written twice: "\\\\frac"',
  );
}

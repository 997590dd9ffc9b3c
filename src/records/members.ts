import type { Node } from 'jsonc-parser';
import type { JsonDocument } from './json.ts';
import { sourceOf } from './json.ts';

/** One name of an object. More than one value: the name was written more than once. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
  /** Every value of this name, in the order of the file. */
  readonly values: readonly Node[];
}

/** The members of an object in the order of the file. A map, so that a name such as `__proto__` is like any other. */
export function membersOf(object: Node): readonly Member[] {
  const members = new Map<string, { name: string; key: Node; value: Node; values: Node[] }>();
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const known = members.get(String(key.value));
    if (known) known.values.push(value);
    else members.set(String(key.value), { name: String(key.value), key, value, values: [value] });
  }
  return [...members.values()];
}

/** Are all values of this name written alike? */
export function agrees(document: JsonDocument, { value, values }: Member): boolean {
  return values.every((other) => sourceOf(document, other) === sourceOf(document, value));
}

/** The value as plain data for a schema: no prototypes to pollute, no number that is not finite. */
export function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type === 'number') return Math.min(Math.max(Number(node.value), -Number.MAX_VALUE), Number.MAX_VALUE);
  if (node.type !== 'object') return node.value;
  return record(membersOf(node).map(({ name, value }) => [name, plain(value)]));
}

/** An object without a prototype. */
export function record<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const object: Record<string, T> = Object.create(null);
  for (const [name, value] of entries) object[name] = value;
  return object;
}

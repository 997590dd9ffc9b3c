import type { Formula } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { indexOf } from './indices.ts';

/** `1[i = j]`, `1_{x > 0}`, `I(x > 0)`: 1 where it holds. */
export function indicator(cursor: Cursor): Formula {
  const at = cursor.peek.at;
  cursor.took('_');
  const tokens = cursor.group().filter(({ text }) => text !== '\\{' && text !== '\\}');
  const inside = cursor.inner(tokens);
  if (inside.kind !== 'compare') return cursor.refuse('a condition is expected here', at);
  return inside;
}

/** `I(x > 0)` and Kronecker's δ with two indices. */
export function conditional(cursor: Cursor, key: string): Formula {
  if (key === 'I' || !cursor.is('_')) return indicator(cursor);
  const at = cursor.peek.at;
  cursor.take();
  const tokens = cursor.group().filter(({ text }) => text !== ',');
  if (tokens.some(({ text }) => text === '=')) return cursor.inner(tokens);
  const indices = tokens.flatMap(({ text, kind }) => (kind === 'word' ? [...text] : [text]));
  const [left, right] = indices.map((text) => indexOf(cursor, text, at));
  if (!left || !right || indices.length !== 2) return cursor.refuse('δ needs two indices', at);
  return { kind: 'compare', op: '=', left, right };
}

import { type Formula, number, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';

/** The index that a text names: a number, or a letter that runs over something here. */
export function indexOf(cursor: Cursor, text: string, at: number): Formula {
  if (/^\d+$/.test(text)) return number(text);
  const isIndex = cursor.bound.includes(text) || cursor.vocabulary.indices.has(text);
  return isIndex ? symbol(text) : cursor.refuse(`"${text}" is no index of this question`, at);
}

/** The indices of a group, `ij` or `i,j`. */
export function indicesOf(cursor: Cursor): Formula[] {
  const at = cursor.peek.at;
  const tokens = cursor.group().filter(({ text }) => text !== ',');
  const found = tokens.flatMap((token) =>
    (token.kind === 'word' ? [...token.text] : [token.text]).map((text) => indexOf(cursor, text, token.at)),
  );
  if (found.length === 0 || found.length > 2) cursor.refuse('one index or two are read', at);
  return found;
}

/** `(Wx)_i`, `x_{ij}`: a cell of an array. */
export const cellOf = (cursor: Cursor, of: Formula): Formula => ({ kind: 'at', of, indices: indicesOf(cursor) });

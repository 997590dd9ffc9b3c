import { below, type Formula, number, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** The index that a text names: a number, or a letter that runs over something here. */
export function indexOf(cursor: Cursor, text: string, at: number): Formula {
  if (/^\d+$/.test(text)) return number(text);
  return isIndex(cursor, text) ? symbol(text) : cursor.refuse(`"${text}" is no index of this question`, at);
}

const isIndex = (cursor: Cursor, text: string): boolean =>
  cursor.bound.includes(text) || cursor.vocabulary.indices.has(text);

/** The indices of a group: `ij`, `i,j`, and `i+a-1, j+c-1`. */
export function indicesOf(cursor: Cursor): Formula[] {
  const at = cursor.peek.at;
  const tokens = cursor.group();
  const found = partsOf(tokens).flatMap((part) => (part.some(isSign) ? [worked(cursor, part)] : glued(cursor, part)));
  if (found.length === 0 || found.length > 2) cursor.refuse('one index or two are read', at);
  return found;
}

const isSign = ({ text }: Token): boolean => ['+', '-', '*', '\\cdot'].includes(text);

function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens)
    if (token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

/** Letters and digits side by side are an index each. */
const glued = (cursor: Cursor, part: readonly Token[]): Formula[] =>
  part.flatMap((token) =>
    (token.kind === 'word' ? [...token.text] : [token.text]).map((text) => indexOf(cursor, text, token.at)),
  );

/** `i+a-1`: an index worked out of others. */
function worked(cursor: Cursor, part: readonly Token[]): Formula {
  const tree = cursor.inner(part);
  const isOf = (node: Formula): boolean => {
    if (node.kind === 'number') return /^\d+$/.test(node.text);
    if (node.kind === 'symbol') return isIndex(cursor, node.name);
    if (node.kind === 'product' && node.factors.some(({ inverse }) => inverse)) return false;
    return (node.kind === 'sum' || node.kind === 'product') && below(node).every(isOf);
  };
  return isOf(tree) ? tree : cursor.refuse('this is no index made of indices and whole numbers', part[0]?.at);
}

/** `(Wx)_i`, `x_{ij}`, `X[i, j]`: a cell of an array. */
export const cellOf = (cursor: Cursor, of: Formula): Formula => ({ kind: 'at', of, indices: indicesOf(cursor) });

/** Do indices in square brackets stand here, directly after the name of an array? */
export function indexed(cursor: Cursor): boolean {
  if (!cursor.is('[') || cursor.peek.spaced) return false;
  const open = cursor.next;
  const inside = cursor.group();
  cursor.next = open;
  const fits = ({ kind, text }: Token): boolean =>
    kind === 'word'
      ? [...text].every((one) => isIndex(cursor, one) || /\d/.test(one))
      : kind === 'number' || isMark(text);
  return inside.length > 0 && inside.every(fits);
}

const isMark = (text: string): boolean => [',', '+', '-', '*'].includes(text);

import { below, type Formula, namesIn, number, type Stretch, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import { keyOf } from './vocabulary.ts';

/** The index that a text names: a number, or a letter that runs over something here. */
export function indexOf(cursor: Cursor, text: string, at: number): Formula {
  if (/^\d+$/.test(text)) return number(text);
  return isIndex(cursor, text) ? symbol(text) : cursor.refuse(`"${text}" is no index of this question`, at);
}

/** A letter that is declared, that a sum runs over, or that stands for nothing else and so runs over what it stands in. */
const isIndex = (cursor: Cursor, text: string): boolean =>
  cursor.bound.includes(text) ||
  cursor.vocabulary.indices.has(text) ||
  (/^[a-ce-su-z]$/.test(text) && !cursor.vocabulary.name(text));

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
    if (node.kind === 'symbol') return node.name.startsWith('#') || isIndex(cursor, node.name);
    if (node.kind === 'product' && node.factors.some(({ inverse }) => inverse)) return false;
    return (node.kind === 'sum' || node.kind === 'product') && below(node).every(isOf);
  };
  return isOf(tree) ? tree : cursor.refuse('this is no index made of indices and whole numbers', part[0]?.at);
}

/** `(Wx)_i`, `x_{ij}`, `X[i, j]`: a cell of an array. */
export function cellOf(cursor: Cursor, of: Formula): Formula {
  const { at } = cursor.peek;
  const indices = indicesOf(cursor);
  const declared = of.kind === 'symbol' ? cursor.vocabulary.name(keyOf(of.name)) : undefined;
  if (indices.length === 1 && declared?.shape.every((dim) => dim !== '1') && !cursor.vocabulary.declared.open)
    cursor.refuse(`\`${declared.name}\` is a matrix and needs two indices`, at);
  return { kind: 'at', of, indices };
}

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

/** Do brackets with a place stand here, directly after an array or after something in brackets: `softmax(p)[i]`, `X[1..2, :]`? */
export function placed(cursor: Cursor, of: Formula): boolean {
  if (!cursor.is('[') || cursor.peek.spaced || of.kind === 'number') return false;
  const { next } = cursor;
  const inside = cursor.group();
  cursor.next = next;
  if (inside.some(({ text }) => text === ':' || text === '..')) return true;
  const isLetter = ({ kind, text }: Token): boolean => kind === 'word' && [...text].some((one) => isIndex(cursor, one));
  return indexed(cursor) && (isOfArrays(cursor, of) || inside.some(isLetter));
}

const making = new Set<Formula['kind']>(['matrix', 'repeat', 'reshape', 'diagonal']);
const makesArray = (of: Formula): boolean => making.has(of.kind) || below(of).some(makesArray);

const isOfArrays = ({ vocabulary: { declared } }: Cursor, of: Formula): boolean =>
  makesArray(of) || declared.names.some(({ name, shape }) => shape.some((dim) => dim !== '1') && namesIn(of).has(name));

/** A cell, or a block between two places: `X[1..2, :]`. */
export function partOf(cursor: Cursor, of: Formula): Formula {
  const { next, peek } = cursor;
  const parts = partsOf(cursor.group());
  cursor.next = next;
  if (!parts.some((part) => part.some(({ text }) => text === ':' || text === '..'))) return cellOf(cursor, of);
  cursor.group();
  const [rows, columns, more] = parts.map((part) => stretchOf(cursor, part));
  if (!rows || !columns || more) return cursor.refuse('a block has rows and columns: X[1..2, :]', peek.at);
  return { kind: 'slice', of, rows, columns };
}

function stretchOf(cursor: Cursor, part: readonly Token[]): Stretch {
  if (part.length === 1 && part[0]?.text === ':') return {};
  const cut = part.findIndex(({ text }) => text === '..');
  const side = (tokens: readonly Token[]): Formula | undefined =>
    tokens.length === 0 ? undefined : worked(cursor, tokens);
  const [from, to] = cut < 0 ? [side(part), side(part)] : [side(part.slice(0, cut)), side(part.slice(cut + 1))];
  return { ...(from && { from }), ...(to && { to }) };
}

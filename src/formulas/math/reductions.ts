import type { Axis, FoldOp, Formula } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

type Op = FoldOp | 'mean';

const ops: Readonly<Record<string, Op>> = { sum: 'sum', mean: 'mean', prod: 'product', max: 'max', min: 'min' };

/**
 * What an author writes of arrays in words: `sum(Z)`, `mean(Z, axis=0)`, `max(Z, axis=1)`, and over indices
 * `sum(a, c: X[i+a, j+c]*K[a, c])`. Undefined where the word means something else.
 */
export function reduction(cursor: Cursor): Formula | undefined {
  const { next } = cursor;
  const op = cursor.vocabulary.declared.reductions ? ops[cursor.peek.text] : undefined;
  if (!op || cursor.peek.kind !== 'word') return undefined;
  cursor.take();
  if (!cursor.is('(')) return back(cursor, next);
  const inside = cursor.group();
  const colon = inside.findIndex(({ text }) => text === ':');
  if (colon >= 0) return folded(cursor, op, inside.slice(0, colon), inside.slice(colon + 1));
  const [of = [], about, ...more] = apart(inside);
  if (more.length > 0 || (about && about[0]?.text !== 'axis')) return back(cursor, next);
  return { kind: 'reduce', op, of: cursor.inner(of), ...(about && { axis: axisOf(cursor, about) }) };
}

function back(cursor: Cursor, next: number): undefined {
  cursor.next = next;
  return undefined;
}

/** `axis=0` goes down each column and leaves a row, `axis=1` along each row and leaves a column. */
function axisOf(cursor: Cursor, [, sign, which]: readonly Token[]): Axis {
  if (sign?.text === '=' && (which?.text === '0' || which?.text === '1')) return Number(which.text) as Axis;
  return cursor.refuse('an axis is 0 (down each column) or 1 (along each row)', sign?.at);
}

function folded(cursor: Cursor, op: Op, indices: readonly Token[], of: readonly Token[]): Formula {
  if (op === 'mean') cursor.refuse('a mean over an index is a sum divided by its number', indices[0]?.at);
  const names = indices.filter(({ text }) => text !== ',').map(({ text }) => text);
  cursor.bound.push(...names);
  const inside = cursor.inner(of);
  cursor.bound.splice(-names.length, names.length);
  return names.reduceRight<Formula>((tree, index) => {
    const size = cursor.vocabulary.indices.get(index);
    const to = size === undefined ? {} : { to: sizeOf(size) };
    return { kind: 'fold', op: op as FoldOp, index, ...to, of: tree };
  }, inside);
}

const sizeOf = (size: string): Formula =>
  /^\d+$/.test(size) ? { kind: 'number', text: size } : { kind: 'symbol', name: `#${size}` };

/** The tokens between the commas of an argument list. */
function apart(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text)) depth--;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

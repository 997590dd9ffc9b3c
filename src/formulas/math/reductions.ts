import type { Axis, FoldOp, Formula } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { apart, type Token } from './tokens.ts';
import { styles } from './vocabulary.ts';

type Op = FoldOp | 'mean';

const ops: Readonly<Record<string, Op>> = {
  ...{ sum: 'sum', mean: 'mean', prod: 'product', product: 'product', max: 'max', min: 'min' },
};

/**
 * What is said of arrays in words: `sum(Z)`, `mean(Z, axis=0)`, `max(Z, along each row)`, and over indices
 * `sum(a, c: X[i+a, j+c]*K[a, c])`, `sum(j, 1..m, (j != i): W[i, j])`. A sum of all cells is read where an author says so
 * alone. Undefined where the word means something else.
 */
export function reduction(cursor: Cursor): Formula | undefined {
  const { next } = cursor;
  const word = wordHere(cursor);
  const op = Object.hasOwn(ops, word) ? ops[word] : undefined;
  if (!op || !cursor.is('(')) return back(cursor, next);
  const inside = cursor.group();
  const colon = colonIn(inside);
  if (colon >= 0) return folded(cursor, op, inside.slice(0, colon), inside.slice(colon + 1));
  const [of = [], about, ...more] = apart(inside);
  const axis = about && axisOf(cursor, about);
  if (more.length > 0 || (about && axis === undefined)) return back(cursor, next);
  if (axis === undefined && !cursor.vocabulary.declared.reductions) return back(cursor, next);
  return { kind: 'reduce', op, of: cursor.inner(of), ...(axis !== undefined && { axis }) };
}

/** A word, be it set upright: `\\operatorname{sum}`. */
function wordHere(cursor: Cursor): string {
  if (cursor.peek.kind === 'word') return cursor.take().text;
  if (!styles.has(cursor.peek.text)) return '';
  cursor.take();
  return cursor
    .group()
    .map(({ text }) => text)
    .join('');
}

function back(cursor: Cursor, next: number): undefined {
  cursor.next = next;
  return undefined;
}

/** The colon after the indices, which no bracket holds. */
function colonIn(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ text }) => {
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text)) depth--;
    return depth === 0 && text === ':';
  });
}

/**
 * `axis=0` or `down each column` leaves a row, `axis=1` or `along each row` a column. Undefined where it is no axis.
 */
export function axisOf(cursor: Cursor, about: readonly Token[]): Axis | undefined {
  const words = about.filter(({ text }) => !styles.has(text) && text !== '{' && text !== '}').map(({ text }) => text);
  const said = words.join(' ');
  if (said === 'down each column') return 0;
  if (said === 'along each row') return 1;
  const [first, sign, which] = words;
  if (first !== 'axis') return undefined;
  if (sign === '=' && words.length === 3 && (which === '0' || which === '1')) return Number(which) as Axis;
  return cursor.refuse('an axis is 0 (down each column) or 1 (along each row)', about[1]?.at);
}

/** Several indices, or one with how far it runs and which of its places are left out. */
function folded(cursor: Cursor, op: Op, about: readonly Token[], of: readonly Token[]): Formula {
  if (op === 'mean') cursor.refuse('a mean over an index is a sum divided by its number', about[0]?.at);
  const parts = apart(about);
  const names = parts.filter((part) => part.length === 1).flatMap(([only]) => only?.text ?? []);
  cursor.bound.push(...names);
  const inside = cursor.inner(of);
  const [to] = parts.flatMap((part) => (part[1]?.text === '..' ? [lastOf(cursor, part)] : []));
  const [where] = parts.flatMap((part) => (part[0]?.text === '(' ? [cursor.inner(part)] : []));
  cursor.bound.splice(-names.length, names.length);
  const strange = parts.find((part) => part.length !== 1 && part[1]?.text !== '..' && part[0]?.text !== '(');
  if (strange || names.length === 0 || ((to || where) && names.length > 1))
    cursor.refuse('indices are expected here', about[0]?.at);
  return names.reduceRight<Formula>((tree, index) => {
    const size = cursor.vocabulary.indices.get(index);
    const limit = to ?? (size === undefined ? undefined : sizeOf(size));
    return { kind: 'fold', op: op as FoldOp, index, ...(limit && { to: limit }), ...(where && { where }), of: tree };
  }, inside);
}

/** `1..m`. */
function lastOf(cursor: Cursor, [first, , last, more]: readonly Token[]): Formula {
  if (first?.text !== '1' || !last || more) return cursor.refuse('an index runs from 1: write 1..n', first?.at);
  if (last.kind === 'number') return sizeOf(last.text);
  const { names, open } = cursor.vocabulary.declared;
  const isSize = open !== undefined || names.some(({ shape }) => shape.includes(last.text));
  const known = isSize || [...cursor.vocabulary.indices.values()].includes(last.text);
  return known ? sizeOf(last.text) : cursor.refuse(`"${last.text}" is no size of this question`, last.at);
}

const sizeOf = (size: string): Formula =>
  /^\d+$/.test(size) ? { kind: 'number', text: size } : { kind: 'symbol', name: `#${size}` };

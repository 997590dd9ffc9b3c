import { dimsOf } from '../dims.ts';
import { type CompareOp, type Formula, transpose } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { factor, startsFactor } from './factor.ts';
import { relations } from './relations.ts';

/** A sum, or within brackets a relation between two. */
export function whole(cursor: Cursor): Formula {
  const left = sum(cursor);
  if (cursor.took('\\over')) return quotient(left, sum(cursor));
  const op = cursor.peek.kind === 'word' ? undefined : relations[cursor.peek.text];
  if (!op) return left;
  const first = related(cursor, left);
  const isOrder = first.op !== '=' && first.op !== '!=';
  if (!relations[cursor.peek.text] || cursor.peek.kind === 'word') return first;
  const second = isOrder ? related(cursor, first.right) : first;
  const goesOn = second.op[0] === first.op[0] && relations[cursor.peek.text] === undefined;
  if (!isOrder || !goesOn) cursor.refuse('only a chain of two, as 0 < x < 1, is read');
  return { kind: 'cellwise', op: '*', left: first, right: second };
}

/** What stands to the left, its relation, and what stands to the right. */
function related(cursor: Cursor, left: Formula): Extract<Formula, { kind: 'compare' }> {
  const op = relations[cursor.take().text] as CompareOp;
  const loose = (op === '<' || op === '>') && cursor.took('=');
  if (op === '=') cursor.took('=');
  return { kind: 'compare', op: loose ? (op === '<' ? '<=' : '>=') : op, left, right: sum(cursor) };
}

const quotient = (above: Formula, below: Formula): Formula => ({
  kind: 'product',
  factors: [
    { inverse: false, of: above },
    { inverse: true, of: below },
  ],
});

function sum(cursor: Cursor): Formula {
  const terms = [{ negative: sign(cursor), of: product(cursor) }];
  while (cursor.is('+', '-')) terms.push({ negative: sign(cursor), of: product(cursor) });
  const [first] = terms;
  return terms.length === 1 && first && !first.negative ? first.of : { kind: 'sum', terms };
}

function sign(cursor: Cursor): boolean {
  let negative = false;
  while (cursor.is('+', '-')) negative = (cursor.take().text === '-') !== negative;
  return negative;
}

const times = ['*', '\\cdot', '\\times', '\\ast', '@'];
/** Signs that people write for other products, too. */
const starred = ['*', '\\cdot', '\\ast'];
const over = ['/', '\\div'];
/** Cell by cell: in LaTeX and as MATLAB writes it. */
const cellwise = ['\\odot', '\\circ', '.*', './'];

interface Part {
  readonly inverse: boolean;
  readonly of: Formula;
}

/** Factors from left to right; what is meant must not hang on how far a division or a cellwise product reaches. */
export function product(cursor: Cursor): Formula {
  let parts: Part[] = [{ inverse: false, of: factor(cursor) }];
  let last: 'none' | 'divided' | 'cellwise' = 'none';
  for (;;) {
    const at = cursor.peek.at;
    const { dots } = cursor.vocabulary.declared;
    if (cursor.is(...cellwise) || (dots === 'cells' && cursor.is(...starred))) {
      const op = cursor.take().text === './' ? '/' : '*';
      const left = made(parts);
      parts = [{ inverse: false, of: { kind: 'cellwise', op, left, right: signed(cursor) } }];
      last = 'cellwise';
    } else if (cursor.is(...times)) {
      const isDot = cursor.take().text === '\\cdot';
      if (last === 'cellwise') cursor.refuse('write brackets: it is not clear what the cellwise product takes in', at);
      if (dots === 'inner' && isDot) parts = turned(cursor, parts);
      parts.push({ inverse: false, of: signed(cursor) });
      last = 'none';
    } else if (cursor.took('\\otimes')) {
      parts = [outer(cursor, made(parts), at)];
      last = 'none';
    } else if (cursor.took(...over)) {
      if (last === 'cellwise') cursor.refuse('write brackets: it is not clear what is divided', at);
      parts.push({ inverse: true, of: signed(cursor) });
      last = 'divided';
    } else if (startsFactor(cursor)) {
      sideBySide(cursor, parts, last);
      parts.push({ inverse: false, of: factor(cursor) });
      last = 'none';
    } else return made(parts);
  }
}

/** Of two vectors that are not equally long ⊗ can be but one product. */
function outer(cursor: Cursor, left: Formula, at: number): Part {
  const right = signed(cursor);
  const [a, b] = [left, right].map((of) => dimsOf(of, cursor.vocabulary.declared));
  if (a?.[1] !== '1' || b?.[1] !== '1' || a[0] === b[0])
    cursor.refuse('⊗ may be the outer or the cellwise product; write x y^T or \\odot', at);
  return {
    inverse: false,
    of: { kind: 'product', factors: [left, transpose(right)].map((of) => ({ inverse: false, of })) },
  };
}

/** Of a dot between vectors the first is a row. */
function turned({ vocabulary: { declared } }: Cursor, parts: Part[]): Part[] {
  const of = made(parts);
  return dimsOf(of, declared)?.[1] === '1' ? [{ inverse: false, of: transpose(of) }] : parts;
}

/** `1/2(y - t)` is read; `1/2x` and `a/b c` may mean two things. */
function sideBySide(cursor: Cursor, parts: readonly Part[], last: string): void {
  if (cursor.vocabulary.declared.open === 'plain') cursor.refuse('a sign is missing here');
  if (cursor.peek.line) cursor.refuse('two lines stand here; give each its own, or write a sign between');
  if (last === 'cellwise') cursor.refuse('write brackets: it is not clear what the cellwise product takes in');
  if (cursor.peek.kind === 'number') {
    const before = cursor.tokens[cursor.next - 1];
    if (before?.kind === 'number') cursor.refuse('a sign is missing between two numbers');
    if (before?.kind === 'word') cursor.refuse('a number directly after a name may be part of it; write a sign');
  }
  if (last !== 'divided') return;
  const isHalf = parts.length === 2 && parts.every(({ of }) => of.kind === 'number') && cursor.is('(', '[', '\\|', '|');
  if (!isHalf) cursor.refuse('it is not clear whether this is above or below the line; write brackets');
}

function signed(cursor: Cursor): Formula {
  const negative = sign(cursor);
  const of = factor(cursor);
  return negative ? { kind: 'sum', terms: [{ negative, of }] } : of;
}

function made(parts: readonly Part[]): Formula {
  const [first] = parts;
  return parts.length === 1 && first && !first.inverse ? first.of : { kind: 'product', factors: parts };
}

import { type Formula, number } from '../tree.ts';
import { argumentsHere, isWord } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';

const unknown = 'only the size of a declared name is read';

/** `size(x, 2)`, `len(x)`, `numel(labels)`; undefined where it is another function. */
export function sizeCall(cursor: CodeCursor, scope: Scope, word: string, at: number): Formula | undefined {
  const matlab = scope.dialect === 'matlab';
  const words = matlab ? ['size', 'length', 'numel'] : ['len', 'size'];
  if (!words.includes(word)) return undefined;
  const { args, named } = argumentsHere(cursor, scope, at);
  const [of, axis, more] = args;
  if (more || named.size > 0 || !of) return cursor.refuse(`${word} is not called so`, at);
  if (isWord(of)) {
    const count = of.kind === 'classes' && !axis ? scope.countOf(of.key, 'examples') : undefined;
    return count ?? cursor.refuse(unknown, at);
  }
  const shape = scope.shapeOf(of) ?? cursor.refuse(unknown, at);
  if (word === 'len') return axis ? cursor.refuse('len takes one argument', at) : shape[0];
  if (axis) return along(cursor, shape, axis, matlab ? 1 : 0, at);
  if (word === 'size') return cursor.refuse('which of its sizes is meant is not said', at);
  const [rows, columns] = shape;
  const only = isOne(rows) ? columns : isOne(columns) ? rows : undefined;
  return only ?? cursor.refuse(`${word} is read of a vector alone`, at);
}

const isOne = (tree: Formula): boolean => tree.kind === 'number' && tree.text === '1';

/** `x.shape[0]` and `x.size(0)`. */
export function sizeOf(cursor: CodeCursor, scope: Scope, of: Formula, at: number): Formula {
  const inside = of.kind === 'reshape' && of.flat ? of.of : of;
  const shape = scope.shapeOf(inside) ?? cursor.refuse(unknown, at);
  const close = cursor.took('(')
    ? ')'
    : cursor.took('[')
      ? ']'
      : cursor.refuse('which of its sizes is meant is not said');
  const negative = cursor.took('-');
  const which = cursor.take();
  cursor.expect(close);
  if (inside !== of) {
    const isFirst = which.text === '0' || (negative && which.text === '1');
    return isFirst ? (isOne(shape[0]) ? shape[1] : shape[0]) : cursor.refuse('it has one axis', which.at);
  }
  return along(cursor, shape, number(negative ? `${2 - Number(which.text)}` : which.text), 0, at);
}

function along(
  cursor: CodeCursor,
  shape: readonly [Formula, Formula],
  axis: unknown,
  first: number,
  at: number,
): Formula {
  const tree = axis as Formula;
  const found = tree.kind === 'number' ? shape[Number(tree.text) - first] : undefined;
  return found ?? cursor.refuse('only the two axes of a matrix are read', at);
}

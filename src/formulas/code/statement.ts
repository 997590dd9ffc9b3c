import type { Formula } from '../tree.ts';
import { CodeCursor } from './cursor.ts';
import { expression } from './expression.ts';
import { combined } from './operations.ts';
import { type Place, placesHere } from './places.ts';
import { named } from './postfix.ts';
import { codeKey, type Scope } from './scope.ts';
import type { CodeToken } from './tokens.ts';

const assigning = ['=', '+=', '-=', '*=', '/='];
const unread: Readonly<Record<string, string>> = {
  for: 'loops are not read; write one formula for the whole array',
  while: 'loops are not read; write one formula for the whole array',
  parfor: 'loops are not read; write one formula for the whole array',
  if: 'conditions are not read; write a mask such as (x > 0)',
  def: 'functions are not read; write what stands in it',
  function: 'functions are not read; write what stands in it',
  lambda: 'functions are not read; write what stands in it',
  import: 'imports are not read and not needed',
  from: 'imports are not read and not needed',
};

/** One statement: an assignment or a value; undefined for one that only names sizes or ends a block. */
export function statement(tokens: readonly CodeToken[], scope: Scope): { tree: Formula; label?: string } | undefined {
  const cursor = new CodeCursor(tokens, expression);
  const [first] = tokens;
  const word = first?.kind === 'name' && !scope.has(codeKey(first.text)) ? first.text : '';
  if (Object.hasOwn(unread, word)) cursor.refuse(unread[word] as string, first?.at);
  if (word === 'return' && scope.dialect === 'numpy' && tokens.length > 1) cursor.take();
  else if (namesSizes(cursor, scope)) return undefined;
  const target = targetHere(cursor);
  if (!target) return { tree: whole(cursor, scope) };
  return assigned(cursor, scope, target);
}

function whole(cursor: CodeCursor, scope: Scope): Formula {
  const tree = cursor.expression(scope);
  return cursor.peek ? cursor.refuse(`"${cursor.peek.text}" was not expected here`) : tree;
}

interface Target {
  readonly name: CodeToken;
  /** Where its index begins, if it has one. */
  readonly index?: number;
  readonly op: CodeToken;
}

/** What stands before a sign of assignment: a name, or a part of one. */
function targetHere({ tokens, next }: CodeCursor): Target | undefined {
  const name = tokens[next];
  let depth = 0;
  for (let i = next + 1; name?.kind === 'name' && i < tokens.length; i++) {
    const { kind, text } = tokens[i] as CodeToken;
    if (kind === 'sign' && '([{'.includes(text)) depth++;
    if (kind === 'sign' && ')]}'.includes(text)) depth--;
    const op = tokens[i] as CodeToken;
    if (depth === 0 && assigning.includes(text)) return i === next + 1 ? { name, op } : { name, index: next + 1, op };
    if (depth === 0 && !')]'.includes(text)) return undefined;
  }
  return undefined;
}

function assigned(cursor: CodeCursor, scope: Scope, { name, index, op }: Target): { tree: Formula; label: string } {
  const label = codeKey(name.text);
  if (index === undefined) {
    cursor.next += 2;
    const right = whole(cursor, scope);
    if (op.text === '=') return { label, tree: right };
    return { label, tree: combined(op.text[0] ?? '', named(cursor, scope, name), right, op.at, cursor, scope) };
  }
  cursor.next = index;
  const places = placesHere(cursor, scope);
  if (cursor.peek !== op) return cursor.refuse(`"${cursor.peek?.text ?? ''}" was not expected here`);
  cursor.take();
  return { label, tree: cursor.made(inPlace(cursor, scope, name, places, op)) };
}

/** A part of an array is given other values: where a condition holds, at the classes of labels, or cell by cell. */
function inPlace(cursor: CodeCursor, scope: Scope, name: CodeToken, places: readonly Place[], op: CodeToken): Formula {
  const [first, second, third] = places;
  const cells = byLetters(scope, places);
  if (cells && op.text === '=') return { kind: 'each', ...cells, of: whole(cursor, scope) };
  const old = named(cursor, scope, name);
  const sign = op.text === '=' ? '' : (op.text[0] ?? '');
  if (first?.kind === 'mask' && !second) {
    const right = whole(cursor, scope);
    const of = sign ? combined(sign, old, right, op.at, cursor, scope) : right;
    return { kind: 'cases', cases: [{ of, when: first.when }, { of: old }] };
  }
  const hot = third ? undefined : chosen(scope, first, second);
  if (!hot || (sign !== '' && sign !== '+' && sign !== '-'))
    return cursor.refuse('a part of an array is given values only where a condition holds, or at the labels', name.at);
  const right = whole(cursor, scope);
  const put: Formula = { kind: 'cellwise', op: '*', left: right, right: hot };
  if (sign) return combined(sign, old, put, op.at, cursor, scope);
  return { kind: 'cases', cases: [{ of: put, when: hot }, { of: old }] };
}

/** `A[range(N), labels]`: where the one-hot array is 1. */
function chosen(scope: Scope, first: Place | undefined, second: Place | undefined): Formula | undefined {
  if (first?.kind === 'all' && second?.kind === 'classes') return scope.oneHot(second.key, 'columns');
  return first?.kind === 'classes' && second?.kind === 'all' ? scope.oneHot(first.key, 'rows') : undefined;
}

/** `dW[i, j]` with letters that run. */
function byLetters(scope: Scope, places: readonly Place[]): { rows?: string; columns?: string } | undefined {
  const letters = places.map((one) => (one.kind === 'one' && one.at.kind === 'symbol' ? one.at.name : ''));
  const [rows, columns, more] = letters;
  const isRunning = (letter: string): boolean => scope.isIndex(letter);
  if (!rows || more !== undefined || !letters.every(isRunning) || rows === columns) return undefined;
  return { rows, ...(columns && { columns }) };
}

/** `n, N = X.shape` and `[n, N] = size(X)`: names for sizes. */
function namesSizes(cursor: CodeCursor, scope: Scope): boolean {
  const texts = cursor.tokens.map(({ text }) => text);
  const [rows, columns, of] =
    scope.dialect === 'matlab'
      ? matched(texts, ['[', '', ',', '', ']', '=', 'size', '(', '', ')'])
      : matched(texts, ['', ',', '', '=', '']);
  if (!rows || !columns || !of) return false;
  const name = scope.dialect === 'matlab' ? of : /^(.*)\.shape$/.exec(of)?.[1];
  const tree = name === undefined ? undefined : scope.value(codeKey(name));
  const [height, width] = (tree && scope.shapeOf(tree)) ?? [];
  if (!height || !width) return false;
  scope.set(codeKey(rows), height);
  scope.set(codeKey(columns), width);
  return true;
}

/** The texts in the places that a pattern leaves open; empty where it does not fit. */
function matched(texts: readonly string[], pattern: readonly string[]): string[] {
  const fits = texts.length === pattern.length && pattern.every((text, i) => text === '' || text === texts[i]);
  return fits ? texts.filter((_, i) => pattern[i] === '') : [];
}

import type { Formula } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import { codeKey, type Scope } from './scope.ts';

/** What stands between the brackets of a call and is no value. */
export type Word =
  /** The numbers of classes, or all the places of an axis in order: `1:N`, `range(N)`. */
  | { readonly kind: 'classes'; readonly key: string }
  | { readonly kind: 'count'; readonly to: Formula }
  /** A function's name: `@plus`, `'all'`, `None`, `True`. */
  | { readonly kind: 'word'; readonly text: string }
  /** Several in brackets: a shape, arrays to put together. */
  | { readonly kind: 'list'; readonly of: readonly Formula[] };

export const isWord = (given: Formula | Word | undefined): given is Word =>
  given !== undefined && ['classes', 'count', 'word', 'list'].includes(given.kind);

/** What a function is called with: positions, and in NumPy names. */
export interface Given {
  readonly args: readonly (Formula | Word)[];
  readonly named: ReadonlyMap<string, Formula | Word>;
  readonly at: number;
  /** Without a module before it, where the language has a function of its own of that name. */
  readonly bare?: boolean;
}

/** The arguments in brackets; those that only say how numbers are kept (`float`, `np.float32`) are passed over. */
export function argumentsHere(cursor: CodeCursor, scope: Scope, at: number, loose = false): Given {
  cursor.expect('(');
  const args: (Formula | Word)[] = [];
  const named = new Map<string, Formula | Word>();
  while (!cursor.is(')')) {
    const [name, equals] = [cursor.peek, cursor.tokens[cursor.next + 1]];
    if (loose && name?.kind === 'name') cursor.take();
    else if (name?.kind === 'name' && equals?.text === '=') {
      cursor.next += 2;
      named.set(name.text, argument(cursor, scope));
    } else if (named.size > 0) cursor.refuse('a value without a name stands after one with a name');
    else args.push(argument(cursor, scope));
    if (!cursor.is(')')) cursor.expect(',');
  }
  cursor.expect(')');
  return { args, named, at };
}

function argument(cursor: CodeCursor, scope: Scope): Formula | Word {
  return special(cursor, scope) ?? counted(cursor, scope, cursor.expression(scope));
}

/** `1:N` in MATLAB, from 1. */
function counted(cursor: CodeCursor, scope: Scope, from: Formula): Formula | Word {
  if (scope.dialect !== 'matlab' || !cursor.is(':')) return from;
  const at = cursor.take().at;
  const to = cursor.expression(scope);
  const isAll = from.kind === 'number' && from.text === '1';
  return isAll ? { kind: 'count', to } : cursor.refuse('only a range from 1 is read here', at);
}

const plain = new Set(['None', 'True', 'False', 'float', 'double', 'int']);

function special(cursor: CodeCursor, scope: Scope): Word | undefined {
  const { peek } = cursor;
  const after = cursor.tokens[cursor.next + 1]?.text ?? '';
  if (peek?.kind === 'text') return { kind: 'word', text: cursor.take().text };
  if (cursor.is('@')) {
    cursor.take();
    return {
      kind: 'word',
      text: cursor.peek?.kind === 'name' ? cursor.take().text : cursor.refuse('a name is missing'),
    };
  }
  if (cursor.is('[') && after === ']') {
    cursor.next += 2;
    return { kind: 'word', text: '[]' };
  }
  if (peek?.kind === 'name') return wordHere(cursor, scope, after);
  return cursor.is('(', '[') && scope.dialect === 'numpy' ? listHere(cursor, scope) : undefined;
}

function wordHere(cursor: CodeCursor, scope: Scope, after: string): Word | undefined {
  const { text = '' } = cursor.peek ?? {};
  const key = codeKey(text);
  if (scope.oneHot(key, 'rows') && [',', ')', "'", ']'].includes(after)) {
    cursor.take();
    if (scope.dialect === 'matlab') cursor.took("'");
    return { kind: 'classes', key };
  }
  const isPlain = plain.has(text) || /^(?:np|torch|numpy)\.(?:float|int|newaxis)(?:16|32|64)?$/.test(text);
  if (isPlain && !scope.has(key)) return { kind: 'word', text: cursor.take().text };
  if (!/^(?:(?:np|numpy|torch)\.arange|range)$/.test(text) || scope.has(key)) return undefined;
  cursor.next++;
  cursor.expect('(');
  const to = cursor.expression(scope);
  cursor.expect(')');
  return { kind: 'count', to };
}

/** `(n, m)` and `[a, b]`; a single value in round brackets is a value. */
function listHere(cursor: CodeCursor, scope: Scope): Word | undefined {
  if (!isList(cursor)) return undefined;
  const close = cursor.take().text === '(' ? ')' : ']';
  const of: Formula[] = [];
  while (!cursor.is(close)) {
    of.push(cursor.expression(scope));
    if (!cursor.is(close)) cursor.expect(',');
  }
  cursor.expect(close);
  return { kind: 'list', of };
}

/** Does a comma part what stands in the brackets here, or are they square ones around no others? */
function isList({ tokens, next, peek }: CodeCursor): boolean {
  let depth = 0;
  for (const { kind, text } of tokens.slice(next)) {
    if (kind === 'sign' && '([{'.includes(text)) depth++;
    if (kind === 'sign' && ')]}'.includes(text)) depth--;
    if (depth === 1 && text === ',') return peek?.text === '(' || tokens[next + 1]?.text !== '[';
    if (depth === 0) return peek?.text === '[' && tokens[next + 1]?.text !== '[';
  }
  return false;
}

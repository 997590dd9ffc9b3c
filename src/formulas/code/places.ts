import { type Formula, namesIn, number, type Stretch } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import { codeKey, type Scope } from './scope.ts';

/** One place of an index. */
export type Place =
  /** `:`, `1:3`, `1:`. */
  | { readonly kind: 'stretch'; readonly stretch: Stretch }
  /** A single place, by its number or by a letter that runs; counted from 1. */
  | { readonly kind: 'one'; readonly at: Formula }
  /** The places of the classes of labels, or all in order. */
  | { readonly kind: 'classes'; readonly key: string }
  | { readonly kind: 'all' }
  /** A new axis. */
  | { readonly kind: 'new' }
  /** Where a condition holds. */
  | { readonly kind: 'mask'; readonly when: Formula };

/** What an index says, in the brackets that stand here. */
export function placesHere(cursor: CodeCursor, scope: Scope): Place[] {
  const close = cursor.take().text === '(' ? ')' : ']';
  const places: Place[] = [];
  while (!cursor.is(close)) {
    places.push(place(cursor, scope, close));
    if (!cursor.is(close)) cursor.expect(',');
  }
  cursor.expect(close);
  return places;
}

function place(cursor: CodeCursor, scope: Scope, close: string): Place {
  const ends = (): boolean => cursor.is(',', close);
  const { kind, text = '' } = cursor.peek ?? {};
  const after = cursor.tokens[cursor.next + 1]?.text ?? '';
  if (kind === 'name' && after !== '(' && [',', close].includes(after)) {
    const key = codeKey(text);
    if (scope.oneHot(key, 'rows')) {
      cursor.take();
      return { kind: 'classes', key };
    }
    if (scope.dialect === 'numpy' && (text === 'None' || text.endsWith('.newaxis'))) {
      cursor.take();
      return { kind: 'new' };
    }
  }
  if (kind === 'name' && after === '(' && /^(?:(?:np|numpy|torch)\.arange|range)$/.test(text)) {
    cursor.next += 2;
    cursor.expression(scope);
    cursor.expect(')');
    return { kind: 'all' };
  }
  const from = cursor.is(':') ? undefined : index(cursor, scope, close);
  if (from?.when) return { kind: 'mask', when: from.when };
  if (!cursor.took(':')) return { kind: 'one', at: counted(cursor, scope, from?.tree ?? number('0')) };
  if (cursor.is(':')) cursor.refuse('a step is not read');
  const last = ends() ? undefined : index(cursor, scope, close);
  if (cursor.is(':')) cursor.refuse('a step is not read');
  return { kind: 'stretch', stretch: stretch(cursor, scope, from?.tree, last?.tree) };
}

interface Index {
  readonly tree?: Formula;
  readonly when?: Formula;
}

/** `end` stands for the last place, which a stretch without a bound has, too. */
function index(cursor: CodeCursor, scope: Scope, close: string): Index {
  if (scope.dialect === 'matlab' && cursor.peek?.text === 'end') {
    cursor.take();
    return cursor.is(',', close, ':') ? {} : cursor.refuse('only `end` itself is read');
  }
  const letter = cursor.peek?.kind === 'name' && scope.isIndex(cursor.peek.text);
  const tree = letter ? letterIndex(cursor) : cursor.expression(scope);
  return tree.kind === 'compare' ? { when: tree } : { tree };
}

/** A letter that runs, with a whole number added to it. */
function letterIndex(cursor: CodeCursor): Formula {
  const letter: Formula = { kind: 'symbol', name: cursor.take().text };
  if (!cursor.is('+', '-')) return letter;
  const negative = cursor.take().text === '-';
  const by = cursor.take();
  if (by.kind !== 'number' || !/^\d+$/.test(by.text)) return cursor.refuse('a whole number is expected here', by.at);
  const terms = [
    { negative: false, of: letter },
    { negative, of: number(by.text) },
  ];
  return { kind: 'sum', terms };
}

/** A place counted from 1: NumPy counts from 0, and from the end below it. */
function counted(cursor: CodeCursor, scope: Scope, tree: Formula): Formula {
  if ([...namesIn(tree)].some((name) => scope.isIndex(name))) return tree;
  if (!isWhole(tree)) return cursor.refuse('an index is a whole number, a size or a letter that runs');
  if (scope.dialect === 'matlab') return tree;
  if (tree.kind === 'number') return number(`${Number(tree.text) + 1}`);
  return {
    kind: 'sum',
    terms: [
      { negative: false, of: tree },
      { negative: false, of: number('1') },
    ],
  };
}

const isWhole = (tree: Formula): boolean =>
  tree.kind === 'number'
    ? /^\d+$/.test(tree.text)
    : tree.kind === 'symbol'
      ? tree.name.startsWith('#')
      : tree.kind === 'sum' && tree.terms.every(({ of }, i) => (i > 0 || !tree.terms[0]?.negative) && isWhole(of));

/** From one place to another: to NumPy the last is the first that is left out. */
function stretch(cursor: CodeCursor, scope: Scope, from: Formula | undefined, to: Formula | undefined): Stretch {
  if (scope.dialect === 'matlab' && from === undefined && to !== undefined)
    cursor.refuse('a range has a beginning and an end');
  const bound = (tree: Formula): Formula =>
    isWhole(tree) ? tree : cursor.refuse('only places from the front are read');
  return { ...(from && { from: counted(cursor, scope, from) }), ...(to && { to: bound(to) }) };
}

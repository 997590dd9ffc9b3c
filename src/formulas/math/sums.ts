import { Refusal } from '../reading.ts';
import { dimsAlong } from '../runs.ts';
import { type FoldOp, type Formula, number, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** `\sum_{i=1}^{n}`, `\sum_i`, `\sum_{j \ne i}`, and all factors after it. */
export function fold(cursor: Cursor, op: FoldOp, token: Token): Formula {
  if (!cursor.took('_')) cursor.refuse('the index of the sum is missing', token.at);
  const tokens = cursor.group();
  const several = indicesIn(tokens);
  const [last] = several.slice(-1);
  if (last && !cursor.is('^')) {
    // The first of them takes in the sum over the others.
    for (const one of several.slice(1).reverse()) push(cursor, token, one);
    return over(cursor, op, token, several.slice(0, 1));
  }
  return over(cursor, op, token, tokens);
}

/** `i,j` below a sum: the indices of one sum within another. */
function indicesIn(tokens: readonly Token[]): readonly Token[] {
  const letters = tokens.filter((_, i) => i % 2 === 0);
  const isList = tokens.length > 1 && tokens.every(({ kind, text }, i) => (i % 2 ? text === ',' : kind === 'word'));
  return isList ? letters : [];
}

/** Puts another sum in front of what is left. */
function push(cursor: Cursor, token: Token, index: Token): void {
  cursor.pushBack(index);
  cursor.pushBack({ ...index, kind: 'sign', text: '_' });
  cursor.pushBack({ ...token, kind: 'command' });
}

function over(cursor: Cursor, op: FoldOp, token: Token, tokens: readonly Token[]): Formula {
  const [index, relation, ...rest] = tokens;
  if (index?.kind !== 'word' || (index.text.length > 1 && cursor.latex))
    return cursor.refuse('one letter is expected as the index', token.at);
  let where: Formula | undefined;
  if (relation?.text === '=') {
    if (rest.length !== 1 || rest[0]?.text !== '1') cursor.refuse('an index is counted from 1', token.at);
  } else if (relation) {
    cursor.bound.push(index.text);
    where = cursor.inner(tokens);
    cursor.bound.pop();
  }
  const to = cursor.took('^') ? upper(cursor) : undefined;
  cursor.bound.push(index.text);
  const of = cursor.grammar.product(cursor);
  cursor.bound.pop();
  const limit = to ?? lastOf(cursor, of, index);
  return { kind: 'fold', op, index: index.text, ...(limit && { to: limit }), ...(where && { where }), of };
}

/** Where no limit is written an index runs over the arrays it stands in, or as it was declared. */
function lastOf({ vocabulary: { declared, indices } }: Cursor, of: Formula, index: Token): Formula | undefined {
  const along = declared.open ? [] : [...dimsAlong(of, index.text, declared)];
  if (along.length > 1) throw new Refusal(`it is not clear how far the index "${index.text}" runs`, index.at);
  const dim = along[0] ?? indices.get(index.text);
  if (dim === undefined) return undefined;
  return /^\d+$/.test(dim) ? number(dim) : symbol(`#${dim}`);
}

/** The upper limit: a number, or the name of a size. */
function upper(cursor: Cursor): Formula {
  const at = cursor.peek.at;
  const text = cursor
    .group()
    .map((one) => one.text)
    .join('');
  if (/^\d+$/.test(text)) return number(text);
  const { names, indices = {}, open } = cursor.vocabulary.declared;
  if (open) return symbol(`#${text}`);
  const dims = new Set([...names.flatMap(({ shape }) => [...shape]), ...Object.values(indices)]);
  if (!dims.has(text)) cursor.refuse(`"${text}" is no size of this question`, at);
  return symbol(`#${text}`);
}

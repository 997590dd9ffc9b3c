import { type FoldOp, type Formula, number, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** `\sum_{i=1}^{n}`, `\sum_i`, `\sum_{j \ne i}`, and all factors after it. */
export function fold(cursor: Cursor, op: FoldOp, token: Token): Formula {
  if (!cursor.took('_')) cursor.refuse('the index of the sum is missing', token.at);
  const tokens = cursor.group();
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
  const declared = cursor.vocabulary.indices.get(index.text);
  cursor.bound.push(index.text);
  const of = cursor.grammar.product(cursor);
  cursor.bound.pop();
  const limit = to ?? (declared ? symbol(`#${declared}`) : undefined);
  return { kind: 'fold', op, index: index.text, ...(limit && { to: limit }), ...(where && { where }), of };
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

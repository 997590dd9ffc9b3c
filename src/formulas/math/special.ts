import { strangerFault } from '../../expressions/functions/faults.ts';
import type { Fn } from '../../expressions/functions/fn.ts';
import { isUnclear } from '../../expressions/functions/index.ts';
import { type Formula, number, symbol, transpose } from '../tree.ts';
import { conditional } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { cellOf } from './indices.ts';
import { axisOf } from './reductions.ts';
import { checkedProduct, scriptedName } from './scripts.ts';
import { apart, type Token } from './tokens.ts';
import { keyOf } from './vocabulary.ts';

const pi = '3.14159265358979323846264338327950288419716939937510582097494';

/** A word that is neither a name nor a function: names written together, e, π, or a refusal. */
export function strange(cursor: Cursor, key: string, from: Token): Formula {
  if (key === 'e')
    return cursor.is('^') ? exponential(cursor) : cursor.refuse('"e" needs its exponent: e^{…} or exp(…)', from.at);
  if (key === 'pi') return number(pi);
  if (key === 'softmax') return softmax(cursor, from);
  if ((key === 'I' || key === 'delta') && cursor.is('(', '[', '_')) return conditional(cursor, key);
  if (key === 'diag' && cursor.is('(')) return { kind: 'diagonal', of: cursor.inner(cursor.group()) };
  if (layouts.has(key) && cursor.is('(')) return layout(cursor, key, from);
  const bound = cursor.bound.includes(key) || cursor.vocabulary.indices.has(key);
  if (bound) return symbol(key);
  if (isSize(cursor, from.text)) return symbol(`#${from.text}`);
  const apart = from.kind === 'word' ? unglued(cursor, from) : undefined;
  if (apart) return apart;
  const fault =
    cursor.is('(') || isUnclear(key)
      ? strangerFault(key, cursor.vocabulary.declared.functions)
      : `"${from.text}" is no name of this question`;
  return cursor.stranger(fault, from.at);
}

/** The number of rows or columns of something, by its letter: the N of `\\frac{1}{N}`. */
const isSize = ({ vocabulary: { declared } }: Cursor, text: string): boolean =>
  /^\p{L}$/u.test(text) && declared.names.some(({ shape }) => shape.includes(text));

function exponential(cursor: Cursor): Formula {
  cursor.take();
  const fn = cursor.vocabulary.function('exp') as Fn;
  if (cursor.is('{')) {
    const arg = cursor.inner(cursor.group());
    return cursor.is('^') ? cursor.refuse('a power of a power needs brackets') : { kind: 'call', fn, args: [arg] };
  }
  const at = cursor.peek.at;
  if (cursor.is('(')) {
    cursor.take();
    const arg = cursor.formula();
    cursor.expect(')');
    return { kind: 'call', fn, args: [arg] };
  }
  const negative = cursor.took('-');
  const digits = cursor.peek;
  const of = digits.kind === 'number' ? number(cursor.take().text) : cursor.grammar.name(cursor);
  const after = cursor.peek;
  const glued =
    after.kind === 'word' ||
    after.kind === 'number' ||
    (!after.spaced && after.text === '(' && !cursor.latex) ||
    cursor.is('^');
  if (glued || of.kind === 'product' || (digits.kind === 'number' && digits.text.length > 1 && cursor.latex))
    cursor.refuse('it is not clear how far the exponent reaches; write it in brackets', at);
  return { kind: 'call', fn, args: [negative ? { kind: 'sum', terms: [{ negative, of }] } : of] };
}

export function softmax(cursor: Cursor, from: Token): Formula {
  if (!cursor.is('(', '[')) cursor.refuse('softmax needs its argument in brackets directly after it', from.at);
  const [of = [], about, more] = apart(cursor.group());
  const axis = about && axisOf(cursor, about);
  if (more || (about && axis === undefined)) cursor.refuse('softmax takes an array, and an axis', from.at);
  const tree: Formula = { kind: 'softmax', of: cursor.inner(of), ...(axis !== undefined && { axis }) };
  return cursor.took('_') ? cellOf(cursor, tree) : tree;
}

/** Arrays laid out anew: `flat(X)`, `reshape(X, 2, 3)`, `repeat(b, 1, n)`. */
function layout(cursor: Cursor, key: string, from: Token): Formula {
  const [of = [], first, second, down, more] = apart(cursor.group());
  const array = cursor.inner(of);
  const bad = (): never => cursor.refuse(`${key} is not written so`, from.at);
  const size = (part: readonly Token[] | undefined): Formula | undefined => {
    if (part?.length !== 1) return bad();
    return part[0]?.text === '-' || part[0]?.text === '_' ? undefined : cursor.inner(part);
  };
  if (key === 'flat') return first ? bad() : { kind: 'reshape', of: array, flat: true };
  const [rows, columns] = [size(first), size(second)];
  if (key === 'repeat')
    return !rows || !columns || down ? bad() : { kind: 'repeat', of: array, down: rows, across: columns };
  const isDown = down?.some(({ text }) => text === 'down') === true;
  if (more || (down && !isDown)) return bad();
  return {
    kind: 'reshape',
    of: array,
    ...(rows && { rows }),
    ...(columns && { columns }),
    ...(isDown && { down: true }),
  };
}

const layouts = new Set(['flat', 'reshape', 'repeat']);

/** `xe^{-z}`: the e and its exponent are a factor of their own. */
function beforePower(cursor: Cursor, { text, at, ...from }: Token): Formula {
  cursor.pushBack({ ...from, text: 'e', at: at + text.length - 1, spaced: false });
  cursor.pushBack({ ...from, text: text.slice(0, -1), at });
  return cursor.grammar.name(cursor);
}

/** Letters side by side that are all names: a product, unless they can be split in two ways. */
function unglued(cursor: Cursor, from: Token): Formula | undefined {
  const { vocabulary } = cursor;
  const isName = (piece: string): boolean =>
    vocabulary.name(keyOf(piece)) !== undefined || vocabulary.indices.has(piece);
  const text = from.text;
  const ways: string[][] = [];
  const walk = (at: number, pieces: string[]): void => {
    if (ways.length > 1) return;
    if (at === text.length) ways.push(pieces);
    for (let end = at + 1; end <= text.length; end++)
      if (isName(text.slice(at, end))) walk(end, [...pieces, text.slice(at, end)]);
  };
  const isPower = text.endsWith('e') && cursor.is('^') && !isName('e');
  if (text.length <= 12) walk(0, []);
  const [only, second] = ways;
  if (ways.length === 0 && isPower) return beforePower(cursor, from);
  if (!only || second || only.length < 2) return undefined;
  if (vocabulary.begins(keyOf(text))) return undefined;
  const names = only.map((piece) => symbol(vocabulary.name(keyOf(piece))?.name ?? piece));
  const last = names.at(-1) as Formula;
  const lastKey = keyOf(only.at(-1) ?? '');
  const scripted = last.kind === 'symbol' ? (scriptedName(cursor, lastKey) ?? last) : last;
  const tail = cursor.is('^') ? tailPower(cursor, scripted) : checkedProduct(cursor, scripted, from);
  return { kind: 'product', factors: [...names.slice(0, -1), tail].map((of) => ({ inverse: false, of })) };
}

/** `Wx^2` and `xw^T`: the power belongs to the last letter. */
function tailPower(cursor: Cursor, of: Formula): Formula {
  const at = cursor.peek.at;
  cursor.take();
  const tokens = cursor.is('{') ? cursor.group() : [cursor.take()];
  const [only] = tokens;
  if (tokens.length === 1 && (only?.text === 'T' || only?.text === '\\top')) return transpose(of);
  if (
    tokens.length === 1 &&
    only?.kind === 'number' &&
    (only.text.length === 1 || !cursor.latex) &&
    cursor.peek.kind !== 'word'
  )
    return { kind: 'power', base: of, exponent: number(only.text) };
  return cursor.refuse('it is not clear what this power belongs to; write a sign between the names', at);
}

import { type Formula, number } from '../tree.ts';
import { type Given, isWord, type Word } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import { clipped, einsum } from './einsum.ts';
import { bySign, product, signOf } from './operations.ts';
import type { Scope } from './scope.ts';
import { functionIn } from './words.ts';

/** Arrays that are made, repeated, reshaped or put together. */
export function made(cursor: CodeCursor, scope: Scope, word: string, given: Given): Formula | undefined {
  const { args, named, at } = given;
  const bad = (): never => cursor.refuse(`${word} is not called so`, at);
  const value = (one: Formula | Word | undefined): Formula => (one && !isWord(one) ? one : bad());
  const [first, second, third] = args;
  const matlab = scope.dialect === 'matlab';
  const ends = (most: number): void => {
    if (args.length > most || named.size > 0) bad();
  };
  if (word === 'ones' || word === 'zeros') {
    if (named.has('dtype')) bad();
    return filled(word === 'ones' ? '1' : '0', sizes(args, bad), matlab, bad);
  }
  if (['ones_like', 'zeros_like'].includes(word) && !matlab) {
    ends(1);
    return bySign('+', bySign('*', value(first), number('0')), number(word === 'ones_like' ? '1' : '0'));
  }
  if (word === 'eye' || (word === 'identity' && !matlab)) {
    ends(1);
    return { kind: 'diagonal', of: filled('1', [value(first), number('1')], true, bad) };
  }
  if (word === 'diag') {
    ends(1);
    return { kind: 'diagonal', of: value(first) };
  }
  if ((word === 'repmat' && matlab) || (word === 'tile' && !matlab)) {
    const [down, across, more] = isWord(second) ? sizes([second], bad) : [second, third];
    if (more || named.size > 0 || !down || !across) return bad();
    return { kind: 'repeat', of: value(first), down: value(down), across: value(across) };
  }
  if (word === 'bsxfun' && matlab) return bsxfun(first, value(second), value(third), bad);
  if (['reshape', 'view'].includes(word))
    return reshape(value(first), sizes(args.slice(1), bad), matlab, bad, named.size);
  if (['ravel', 'flatten'].includes(word) && !matlab) {
    ends(1);
    return { kind: 'reshape', of: value(first), flat: true };
  }
  if (word === 'multi_dot' && !matlab && isWord(first) && first.kind === 'list') return first.of.reduce(product);
  if (word === 'einsum' && !matlab) return einsum(cursor, scope, given);
  if (['clip', 'clamp'].includes(word) && !matlab) return clipped(given, bad);
  if (word === 'outer' && !matlab) return outer(value(first), value(second), bad, args.length);
  const joined = matlab ? ['horzcat', 'vertcat'] : ['hstack', 'vstack', 'concatenate', 'column_stack'];
  return joined.includes(word) ? stacked(word, given, bad) : undefined;
}

/** The sizes in a call: `(2, 3)` or each by itself. */
function sizes(args: readonly (Formula | Word)[], bad: () => never): Formula[] {
  const [only] = args;
  if (isWord(only)) return only.kind === 'list' && args.length === 1 ? [...only.of] : bad();
  const rest: Formula = { kind: 'sum', terms: [{ negative: true, of: number('1') }] };
  return args.map((one) => (isWord(one) ? (one.kind === 'word' && one.text === '[]' ? rest : bad()) : one));
}

function filled(text: string, [rows, columns, more]: readonly Formula[], matlab: boolean, bad: () => never): Formula {
  if (!rows || more) return bad();
  if (columns) return { kind: 'repeat', of: number(text), down: rows, across: columns };
  const square = { kind: 'repeat', of: number(text), down: rows, across: matlab ? rows : number('1') } as const;
  return matlab ? square : { kind: 'reshape', of: square, flat: true };
}

/** -1 is the size that is left, and so is [] in MATLAB, which goes down the columns. */
function reshape(of: Formula, to: readonly Formula[], matlab: boolean, bad: () => never, named: number): Formula {
  const [rows, columns, more] = to;
  if (!rows || more || named > 0) return bad();
  const isRest = (size: Formula): boolean => size.kind === 'sum' && size.terms[0]?.negative === true;
  if (!columns) return isRest(rows) && !matlab ? { kind: 'reshape', of, flat: true } : bad();
  if (isRest(rows) && isRest(columns)) return bad();
  return {
    kind: 'reshape',
    of,
    ...(!isRest(rows) && { rows }),
    ...(!isRest(columns) && { columns }),
    ...(matlab && { down: true }),
  };
}

function bsxfun(word: Formula | Word | undefined, left: Formula, right: Formula, bad: () => never): Formula {
  const name = isWord(word) && word.kind === 'word' ? word.text : bad();
  const sign = signOf(name);
  if (sign) return bySign(sign, left, right);
  const fn = name === 'max' || name === 'min' ? functionIn(name, 'matlab') : undefined;
  return fn ? { kind: 'call', fn, args: [left, right] } : bad();
}

function outer(left: Formula, right: Formula, bad: () => never, count: number): Formula {
  if (count !== 2) return bad();
  return product(
    { kind: 'reshape', of: left, columns: number('1') },
    { kind: 'reshape', of: right, rows: number('1') },
  );
}

/** Arrays side by side or under each other. */
function stacked(word: string, { args, named }: Given, bad: () => never): Formula {
  const [list] = args;
  const of = isWord(list) && list.kind === 'list' ? list.of : args.map((one) => (isWord(one) ? bad() : one));
  const axis = named.get('axis');
  if (named.size > (axis ? 1 : 0) || (axis && word !== 'concatenate')) return bad();
  const said = axis && !isWord(axis) && axis.kind === 'number' ? axis.text : '0';
  if (axis && (isWord(axis) || axis.kind !== 'number' || !['0', '1'].includes(said))) return bad();
  const across = ['hstack', 'horzcat'].includes(word) || (word === 'concatenate' && said === '1');
  if (word === 'column_stack') return bad();
  return { kind: 'matrix', rows: across ? [of] : of.map((one) => [one]) };
}

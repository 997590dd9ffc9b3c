import { arityFault } from '../../expressions/functions/faults.ts';
import type { Fn } from '../../expressions/functions/fn.ts';
import { applied } from '../differentiate.ts';
import { type Formula, number } from '../tree.ts';
import { bareArgument } from './bare.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import { keyOf } from './vocabulary.ts';

/** A function's word, its base as a subscript (`\log_2`) taken with it. */
export function functionHere(cursor: Cursor, key: string): Fn | undefined {
  const { vocabulary } = cursor;
  if (cursor.is('_')) {
    const from = cursor.next;
    cursor.take();
    const label = keyOf(
      cursor
        .group()
        .map(({ text }) => text)
        .join(''),
    );
    const fn = vocabulary.function(`${key}${label}`) ?? vocabulary.function(`${key}_${label}`);
    if (fn) return fn;
    cursor.next = from;
  }
  return vocabulary.function(key);
}

/** A function with its argument: in brackets, or after a LaTeX command a single number or name. */
export function application(cursor: Cursor, given: Fn, from: Token): Formula {
  let fn = given;
  let power: Formula | undefined;
  let slope: string | undefined;
  while (cursor.is('^', "'", '\\prime')) {
    const mark = cursor.take();
    const raised = mark.text === '^' ? cursor.group() : [];
    const isPrime = mark.text !== '^' || raised.every(({ text }) => text === "'" || text === '\\prime');
    if (isPrime) {
      const prime = fn.prime === undefined ? undefined : cursor.vocabulary.function(fn.prime);
      const [written] = prime || slope !== undefined || fn.arity[1] > 1 ? [] : (fn.derivative ?? []);
      if (prime) fn = prime;
      else slope = written ?? cursor.refuse(`the prime of ${fn.name} is not read; write its derivative out`, mark.at);
    } else if (raised.length === 1 && raised[0]?.kind === 'number') power = number(raised[0].text);
    else cursor.refuse('only whole powers of a function are read; an inverse is not', mark.at);
  }
  const args = argumentsOf(cursor, fn, from);
  const fault = arityFault(fn, args.length);
  if (fault) cursor.refuse(fault, from.at);
  const call: Formula = slope === undefined ? { kind: 'call', fn, args } : applied(slope, args);
  return power ? { kind: 'power', base: call, exponent: power } : call;
}

function argumentsOf(cursor: Cursor, fn: Fn, from: Token): Formula[] {
  if (cursor.is('(', '[', '\\{', '{')) {
    const close = { '(': ')', '[': ']', '\\{': '\\}', '{': '}' }[cursor.take().text] ?? ')';
    const args = [cursor.formula()];
    while (cursor.took(',')) args.push(cursor.formula());
    if (!cursor.took(close)) cursor.refuse(`the bracket after ${fn.name} is not closed before ${cursor.here}`);
    return args;
  }
  return [bareArgument(cursor, fn, from)];
}

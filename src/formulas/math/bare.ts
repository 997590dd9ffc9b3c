import type { Fn } from '../../expressions/functions/fn.ts';
import { type Formula, namesIn, number } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import { letterOf } from './vocabulary.ts';

const commands = ['\\hat', '\\bar', '\\mathbf', '\\boldsymbol'];
const ends = ['(', '[', '^', '\\frac', '\\dfrac', '/', '\\sum'];

/** The argument of a function that stands without brackets: `\\tanh x`, `\\log \\frac{a}{b}`, `\\log \\sum_j e^{x_j}`, `tanh x`. */
export function bareArgument(cursor: Cursor, fn: Fn, from: Token): Formula {
  const arg = (from.kind === 'command' || cursor.peek.spaced) && bare(cursor, fn);
  if (!arg) return cursor.refuse(`${fn.name} needs its argument in brackets directly after it`, from.at);
  const after = cursor.peek;
  const goesOn = after.kind === 'number' || after.kind === 'word' || letterOf(after) || cursor.is(...ends);
  return goesOn ? unclear(cursor, fn) : arg;
}

const unclear = (cursor: Cursor, fn: Fn): never =>
  cursor.refuse(`it is not clear how far the argument of ${fn.name} reaches; write brackets`);

function bare(cursor: Cursor, fn: Fn): Formula | undefined {
  const { peek } = cursor;
  if (peek.kind === 'number') return multiple(cursor, fn);
  if (cursor.is('\\frac', '\\dfrac', '\\tfrac', '\\sqrt')) return cursor.grammar.command(cursor);
  if (cursor.is('\\sum')) return folded(cursor, fn);
  const word = peek.kind === 'command' ? peek.text.slice(1) : '';
  if (word === 'softmax' || (word !== '' && cursor.vocabulary.function(word) && !letterOf(peek)))
    return cursor.grammar.command(cursor);
  if (peek.kind !== 'word' && !letterOf(peek) && !cursor.is(...commands)) return undefined;
  const arg = cursor.grammar.name(cursor);
  return arg.kind === 'product' ? unclear(cursor, fn) : arg;
}

/** `\\cosh 2x`. Of logarithms the product is as often meant: `\\ln 2 x`. */
function multiple(cursor: Cursor, fn: Fn): Formula {
  const of = number(cursor.take().text);
  const isName = cursor.peek.kind === 'word' || letterOf(cursor.peek) !== undefined;
  if (!isName || cursor.peek.spaced || /^(?:ln|log)/.test(fn.name)) return of;
  const name = cursor.grammar.name(cursor);
  if (name.kind === 'product') return unclear(cursor, fn);
  return { kind: 'product', factors: [of, name].map((one) => ({ inverse: false, of: one })) };
}

/** A sum takes in all factors behind it; one that has nothing to do with its index may belong outside. */
function folded(cursor: Cursor, fn: Fn): Formula {
  const arg = cursor.grammar.command(cursor);
  const last = arg.kind === 'fold' && arg.of.kind === 'product' ? arg.of.factors.at(-1) : undefined;
  return arg.kind === 'fold' && last && !namesIn(last.of).has(arg.index) ? unclear(cursor, fn) : arg;
}

import { type Formula, transpose } from '../tree.ts';
import { type Given, isWord, type Word } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import { made } from './making.ts';
import { oneHot } from './one-hot.ts';
import { bySign, product, signOf } from './operations.ts';
import { reduction } from './reductions.ts';
import type { Scope } from './scope.ts';
import type { Dialect } from './tokens.ts';
import { functionIn } from './words.ts';

/** An application in a dialect; undefined for a function that is not known there. */
export function called(cursor: CodeCursor, scope: Scope, word: string, given: Given): Formula | undefined {
  const hot = oneHot(cursor, scope, word, given);
  if (hot) return hot;
  const own = made(cursor, scope, word, given) ?? reduction(cursor, scope, word, given);
  if (own) return own;
  const kept = scope.dialect === 'numpy' && ['array', 'asarray'].includes(word);
  const values = given.args.map((one) => value(cursor, one, word, given.at));
  if (given.named.size > 0 && !(kept && [...given.named.keys()].every((name) => name === 'copy' || name === 'dtype')))
    return cursor.refuse(`${word} is not called with "${[...given.named.keys()][0]}" here`, given.at);
  return operator(word, values, scope.dialect) ?? applied(cursor, word, values, scope.dialect, given.at);
}

const value = (cursor: CodeCursor, given: Formula | Word, word: string, at: number): Formula =>
  isWord(given) ? cursor.refuse(`${word} is not called so`, at) : given;

function operator(word: string, args: readonly Formula[], dialect: Dialect): Formula | undefined {
  const [first, second, third] = args;
  if (!first) return undefined;
  if (!second) return alone(word, first, dialect);
  if (third && ['transpose', 'permute', 'swapaxes'].includes(word)) return turned(word, first, second, third);
  if (third)
    return word === 'where' && args.length === 3 && dialect === 'numpy' ? where(first, second, third) : undefined;
  const sign = signOf(word);
  if (sign) return bySign(sign, first, second);
  if (word === 'mtimes' && dialect === 'matlab') return product(first, second);
  if (dialect !== 'numpy') return undefined;
  if (['dot', 'matmul', 'mm'].includes(word)) return product(first, second);
  if (word === 'heaviside') return heaviside(first, second);
  return undefined;
}

const minusOne: Formula = { kind: 'sum', terms: [{ negative: true, of: { kind: 'number', text: '1' } }] };

function alone(word: string, of: Formula, dialect: Dialect): Formula | undefined {
  if (word === 'transpose' || (word === 't' && dialect === 'numpy')) return transpose(of);
  const kept = dialect === 'matlab' ? ['full', 'double', 'single'] : ['asarray', 'copy', 'array', 'float32', 'float64'];
  if (kept.includes(word)) return of;
  if (word === 'inv') return { kind: 'power', base: of, exponent: minusOne };
  if (word === 'negative' && dialect === 'numpy') return { kind: 'sum', terms: [{ negative: true, of }] };
  return word === 'square' && dialect === 'numpy' ? { kind: 'cellwise', op: '*', left: of, right: of } : undefined;
}

/** An array with its two axes exchanged. `transpose(0, 1)` does that in torch and nothing in NumPy. */
function turned(word: string, of: Formula, ...axes: readonly Formula[]): Formula | undefined {
  const said = axes.map((one) => (one.kind === 'number' ? one.text : '')).join();
  return said === '1,0' || (word === 'swapaxes' && said === '0,1') ? transpose(of) : undefined;
}

/** 1 above 0, 0 below, and at 0 what is said. */
function heaviside(of: Formula, at0: Formula): Formula | undefined {
  const said = at0.kind === 'number' ? Number(at0.text) : Number.NaN;
  if (said !== 0 && said !== 1) return undefined;
  return { kind: 'compare', op: said === 0 ? '>' : '>=', left: of, right: { kind: 'number', text: '0' } };
}

const where = (when: Formula, then: Formula, otherwise: Formula): Formula => ({
  kind: 'cases',
  cases: [{ of: then, when }, { of: otherwise }],
});
function applied(
  cursor: CodeCursor,
  word: string,
  args: readonly Formula[],
  dialect: Dialect,
  at: number,
): Formula | undefined {
  const fn = functionIn(word, dialect);
  if (!fn) return undefined;
  const [fewest, most] = fn.arity;
  if (args.length < fewest || args.length > most)
    cursor.refuse(`${word} is not called so: ${args.length} arguments`, at);
  return { kind: 'call', fn, args };
}

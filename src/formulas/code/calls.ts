import type { Fn } from '../../expressions/functions/fn.ts';
import { wordsFor } from '../../expressions/functions/index.ts';
import { Refusal } from '../reading.ts';
import { type Axis, type FoldOp, type Formula, transpose } from '../tree.ts';
import type { Dialect } from './tokens.ts';

/** What a function is called with: positions, and in NumPy names. */
export interface Given {
  readonly args: readonly Formula[];
  readonly named: ReadonlyMap<string, Formula>;
  readonly at: number;
}

const reductions: Readonly<Record<string, FoldOp | 'mean'>> = { sum: 'sum', mean: 'mean', prod: 'product' };
const extremes: Readonly<Record<string, FoldOp>> = { max: 'max', min: 'min', amax: 'max', amin: 'min' };

/** An application in a dialect; undefined for a function that is not known there. */
export function called(word: string, given: Given, dialect: Dialect): Formula | undefined {
  const [first, second, third] = given.args;
  if (!first) return undefined;
  const own = Object.hasOwn(reductions, word) ? reductions[word] : undefined;
  if (own) return reduced(own, first, given, dialect, second);
  const extreme = Object.hasOwn(extremes, word) ? extremes[word] : undefined;
  if (extreme) return extremum(extreme, given, dialect);
  if (word === 'softmax') return { kind: 'softmax', of: first, ...axisPart(softmaxAxis(given, dialect)) };
  if (dialect === 'matlab') {
    if (word === 'transpose') return transpose(first);
    if (word === 'full' || word === 'double' || word === 'single') return only(given, first);
    if (word === 'times' && second) return { kind: 'cellwise', op: '*', left: first, right: second };
  } else {
    if (word === 'transpose') return transpose(only(given, first));
    if ((word === 'dot' || word === 'matmul' || word === 'mm') && second) return product(first, second);
    if (word === 'multiply' && second) return { kind: 'cellwise', op: '*', left: first, right: second };
    if (word === 'where' && second && third)
      return { kind: 'cases', cases: [{ of: second, when: first }, { of: third }] };
  }
  return applied(word, given, dialect);
}

export const product = (left: Formula, right: Formula): Formula => ({
  kind: 'product',
  factors: [left, right].map((of) => ({ inverse: false, of })),
});

const words = {
  matlab: wordsFor('matlab'),
  numpy: wordsFor('numpy'),
};

function applied(word: string, given: Given, dialect: Dialect): Formula | undefined {
  const fn: Fn | undefined = words[dialect].get(word);
  if (!fn) return undefined;
  const [fewest, most] = fn.arity;
  const count = given.args.length;
  if (count < fewest || count > most || given.named.size > 0)
    throw new Refusal(`${word} is not called so: ${count} arguments`, given.at);
  return { kind: 'call', fn, args: given.args };
}

function only({ args, at }: Given, first: Formula): Formula {
  if (args.length > 1) throw new Refusal('one argument is expected here', at);
  return first;
}

const axisPart = (axis: Axis | undefined): { axis?: Axis } => (axis === undefined ? {} : { axis });

/** MATLAB counts axes from 1 and takes the first that is longer than 1; NumPy counts from 0 and takes all. */
function reduced(
  op: FoldOp | 'mean',
  of: Formula,
  given: Given,
  dialect: Dialect,
  second: Formula | undefined,
): Formula {
  if (dialect === 'matlab') {
    const axis = second && axisOf(second, 1, given.at);
    return { kind: 'reduce', op, of, ...(axis === undefined ? { axis: 0, first: true } : { axis }) };
  }
  const axis = numpyAxis(given, second);
  const keeps = named(given, 'keepdims') ?? named(given, 'keepdim');
  const kept = keeps !== undefined && isTrue(keeps);
  return { kind: 'reduce', op, of, ...axisPart(axis), ...(axis !== undefined && !kept && { flat: true }) };
}

const named = ({ named: list }: Given, name: string): Formula | undefined => list.get(name);
const isTrue = (tree: Formula): boolean => tree.kind === 'symbol' && tree.name === 'True';

function numpyAxis(given: Given, second: Formula | undefined): Axis | undefined {
  const said = named(given, 'axis') ?? named(given, 'dim') ?? second;
  return said === undefined || (said.kind === 'symbol' && said.name === 'None') ? undefined : axisOf(said, 0, given.at);
}

function axisOf(tree: Formula, first: number, at: number): Axis {
  const value = tree.kind === 'number' ? Number(tree.text) - first : Number.NaN;
  const last = tree.kind === 'sum' && tree.terms.length === 1 && tree.terms[0]?.negative === true;
  if (last && first === 0) return 1;
  if (value !== 0 && value !== 1) throw new Refusal('only the two axes of a matrix are read', at);
  return value;
}

/** Of two arrays cell by cell, or along an axis. */
function extremum(op: FoldOp, given: Given, dialect: Dialect): Formula {
  const [first, second, third] = given.args;
  const fn = words[dialect].get(op === 'max' ? 'max' : 'min') as Fn;
  if (dialect === 'matlab' && second && !third) {
    if (second.kind !== 'matrix' || second.rows.length > 0)
      return { kind: 'call', fn, args: [first as Formula, second] };
  }
  if (dialect === 'matlab' && third)
    return { kind: 'reduce', op, of: first as Formula, axis: axisOf(third, 1, given.at) };
  return reduced(op, first as Formula, given, dialect, second);
}

function softmaxAxis(given: Given, dialect: Dialect): Axis | undefined {
  return dialect === 'matlab' ? 0 : numpyAxis(given, given.args[1]);
}

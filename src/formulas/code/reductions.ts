import type { Axis, FoldOp, Formula } from '../tree.ts';
import { type Given, isWord, type Word } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';
import { functionIn } from './words.ts';

const folds: Readonly<Record<string, FoldOp | 'mean'>> = {
  ...{ sum: 'sum', mean: 'mean', prod: 'product' },
  ...{ max: 'max', min: 'min', amax: 'max', amin: 'min' },
};
const keeping = ['keepdims', 'keepdim'];
const axes = ['axis', 'dim'];

/** Sums, means, extrema and softmax along an axis: each language has its own defaults. */
export function reduction(cursor: CodeCursor, scope: Scope, word: string, given: Given): Formula | undefined {
  const op = Object.hasOwn(folds, word) ? folds[word] : undefined;
  if (word === 'softmax') return softmax(cursor, scope, given);
  if (word === 'norm') return norm(cursor, given);
  if (!op) return undefined;
  if (scope.dialect === 'matlab') return inMatlab(cursor, op, word, given);
  if (given.bare)
    return cursor.refuse(`Python's own ${word} goes along the first axis; write np.${word} with the axis`, given.at);
  if (given.named.has('dim') && (op === 'max' || op === 'min'))
    return cursor.refuse(`${word} along a dim gives two arrays in torch; write np.${word} with an axis`, given.at);
  return inNumpy(cursor, op, word, given);
}

function first(cursor: CodeCursor, { args, at }: Given, word: string): Formula {
  const [of] = args;
  return of && !isWord(of) ? of : cursor.refuse(`${word} is not called so`, at);
}

/** MATLAB counts axes from 1, and takes the first that is longer than 1 where none is said. */
function inMatlab(cursor: CodeCursor, op: FoldOp | 'mean', word: string, given: Given): Formula {
  const of = first(cursor, given, word);
  const [, second, third, more] = given.args;
  if (more || given.named.size > 0) cursor.refuse(`${word} is not called so`, given.at);
  if (op !== 'max' && op !== 'min') {
    if (third) cursor.refuse(`${word} is not called so`, given.at);
    return { kind: 'reduce', op, of, ...matlabAxis(cursor, second, given.at) };
  }
  if (second && !isWord(second)) {
    const fn = third ? undefined : functionIn(op, 'matlab');
    return fn ? { kind: 'call', fn, args: [of, second] } : cursor.refuse(`write ${word}(x, [], 1)`, given.at);
  }
  if (second && second.kind !== 'word') cursor.refuse(`${word} is not called so`, given.at);
  return { kind: 'reduce', op, of, ...matlabAxis(cursor, third, given.at) };
}

function matlabAxis(cursor: CodeCursor, said: Formula | Word | undefined, at: number) {
  if (!said) return { axis: 0 as const, first: true };
  if (isWord(said)) return said.kind === 'word' && said.text === 'all' ? {} : cursor.refuse('an axis is 1 or 2', at);
  return { axis: axisOf(cursor, said, 1, at) };
}

/** NumPy counts axes from 0, and takes all where none is said; an axis that is worked away is gone, unless it is kept. */
function inNumpy(cursor: CodeCursor, op: FoldOp | 'mean', word: string, given: Given): Formula {
  const of = first(cursor, given, word);
  const axis = numpyAxis(cursor, given, [...axes, ...keeping]);
  const kept = isKept(cursor, given);
  const isFlat = !kept && axis !== undefined;
  if (kept && axis === undefined) return cursor.refuse('keepdims needs its axis here', given.at);
  return { kind: 'reduce', op, of, ...(axis !== undefined && { axis }), ...(isFlat && { flat: true }) };
}

function isKept(cursor: CodeCursor, { named, at }: Given): boolean {
  const said = keeping.map((name) => named.get(name)).find((one) => one !== undefined);
  if (said === undefined) return false;
  const text = isWord(said) ? (said.kind === 'word' ? said.text : '') : said.kind === 'number' ? said.text : '';
  if (!['True', 'False', '1', '0'].includes(text)) cursor.refuse('keepdims is True or False', at);
  return text === 'True' || text === '1';
}

function numpyAxis(cursor: CodeCursor, { args, named, at }: Given, allowed: readonly string[]): Axis | undefined {
  const [, second, more] = args;
  const stranger = [...named.keys()].find((name) => !allowed.includes(name));
  if (stranger !== undefined) cursor.refuse(`"${stranger}" is not read here`, at);
  const said = named.get('axis') ?? named.get('dim') ?? second;
  if (more || (second && said !== second)) cursor.refuse('this is not called so', at);
  if (said === undefined) return undefined;
  if (isWord(said))
    return said.kind === 'word' && said.text === 'None' ? undefined : cursor.refuse('one axis is read at a time', at);
  return axisOf(cursor, said, 0, at);
}

function axisOf(cursor: CodeCursor, tree: Formula, start: 0 | 1, at: number): Axis {
  const value = tree.kind === 'number' ? Number(tree.text) - start : Number.NaN;
  const back = tree.kind === 'sum' && tree.terms.length === 1 && tree.terms[0]?.negative ? tree.terms[0].of : undefined;
  const fromEnd = start === 0 && back?.kind === 'number' ? 2 - Number(back.text) : Number.NaN;
  const axis = Number.isNaN(value) ? fromEnd : value;
  return axis === 0 || axis === 1 ? axis : cursor.refuse('only the two axes of a matrix are read', at);
}

/** Down the columns in MATLAB; in NumPy the axis is said. */
function softmax(cursor: CodeCursor, scope: Scope, given: Given): Formula {
  const of = first(cursor, given, 'softmax');
  if (scope.dialect === 'matlab') {
    if (given.args.length > 1 || given.named.size > 0) cursor.refuse('softmax is not called so', given.at);
    return { kind: 'softmax', of, axis: 0 };
  }
  const axis = numpyAxis(cursor, given, axes);
  return { kind: 'softmax', of, ...(axis !== undefined && { axis }) };
}

/** The length of a vector. */
function norm(cursor: CodeCursor, given: Given): Formula {
  const of = first(cursor, given, 'norm');
  const fn = functionIn('sqrt', 'numpy') ?? cursor.refuse('no square root', given.at);
  if (given.args.length > 1 || given.named.size > 0)
    cursor.refuse('only the length of a vector is read as a norm', given.at);
  const squares: Formula = { kind: 'reduce', op: 'sum', of: { kind: 'cellwise', op: '*', left: of, right: of } };
  return { kind: 'call', fn, args: [squares] };
}

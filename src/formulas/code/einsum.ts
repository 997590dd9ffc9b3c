import { type Formula, symbol } from '../tree.ts';
import { type Given, isWord, type Word } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';
import { functionIn } from './words.ts';

/** `np.einsum('ij,jk->ik', A, B)`: a cell for each letter after the arrow, summed over the others. */
export function einsum(cursor: CodeCursor, scope: Scope, { args, named, at }: Given): Formula {
  const bad = (): never => cursor.refuse('this einsum is not read: name each axis of each array, and two at most', at);
  const [pattern, ...arrays] = args;
  const text = isWord(pattern) && pattern.kind === 'word' ? pattern.text.replaceAll(' ', '') : bad();
  const [before = '', after, more] = text.split('->');
  const inputs = before.split(',');
  const letters = [...new Set(before.replaceAll(',', ''))];
  const once = letters.filter((letter) => before.split(letter).length === 2).sort();
  const [rows, columns, third] = after === undefined ? once : [...after];
  const isMeant = more === undefined && named.size === 0 && third === undefined && rows !== columns;
  const kept = [rows, columns].filter((one) => one !== undefined);
  if (rows !== undefined && !(isMeant && kept.every((one) => letters.includes(one)))) return bad();
  if (!isMeant && rows !== undefined) return bad();
  if (inputs.length !== arrays.length || inputs.some((one) => one.length < 1 || one.length > 2)) return bad();
  // A letter of the question means something else.
  const own = (letter: string): string => (scope.isIndex(letter) ? letter + letter : letter);
  const cells = arrays.map((array, i): Formula => {
    const indices = [...(inputs[i] ?? '')].map((letter) => symbol(own(letter)));
    return { kind: 'at', of: isWord(array) ? bad() : array, indices };
  });
  const product: Formula = { kind: 'product', factors: cells.map((of) => ({ inverse: false, of })) };
  const of = letters
    .filter((letter) => !kept.includes(letter))
    .reduce<Formula>((tree, letter) => ({ kind: 'fold', op: 'sum', index: own(letter), of: tree }), product);
  if (rows === undefined) return of;
  if (columns !== undefined) return { kind: 'each', rows: own(rows), columns: own(columns), of };
  return { kind: 'reshape', of: { kind: 'each', columns: own(rows), of }, flat: true };
}

/** `np.clip(x, 0, None)`, `torch.clamp(x, min=0)`. */
export function clipped({ args, named }: Given, bad: () => never): Formula {
  const [of, low, high, more] = args;
  const bound = (given: Formula | Word | undefined, ...names: readonly string[]): Formula | undefined => {
    const said = given ?? names.map((name) => named.get(name)).find((one) => one !== undefined);
    if (!isWord(said)) return said;
    return said.kind === 'word' && said.text === 'None' ? undefined : bad();
  };
  const known = ['min', 'max', 'a_min', 'a_max'];
  if (!of || isWord(of) || more || [...named.keys()].some((name) => !known.includes(name))) return bad();
  const [least, most] = [bound(low, 'min', 'a_min'), bound(high, 'max', 'a_max')];
  if (!least && !most) return bad();
  const raised = least ? extreme('max', of, least, bad) : of;
  return most ? extreme('min', raised, most, bad) : raised;
}

function extreme(word: 'max' | 'min', a: Formula, b: Formula, bad: () => never): Formula {
  const fn = functionIn(word, 'numpy') ?? bad();
  return { kind: 'call', fn, args: [a, b] };
}

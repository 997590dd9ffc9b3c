import { findFunction } from '../expressions/functions/index.ts';
import { readMath } from './math/read.ts';
import type { Names } from './names.ts';
import type { Formula } from './tree.ts';

const reserved = new Set(
  'e pi T I delta sum mean prod product max min softmax diag flat reshape repeat if otherwise axis down each column along row d'.split(
    ' ',
  ),
);
const isFunction = (word: string): boolean => findFunction(word) !== undefined;
const words = /[\p{L}_][\p{L}\p{N}_]*/gu;
/** What stands in the places of an array: `W[i, j]`. */
const places = /\[([^[\]]{0,60})\]/g;
const longest = 2000;

/**
 * Reads a formula of which nobody declared the names, to be set on a page: whatever word is no function is a name, and the
 * letters in square brackets are indices. Undefined where it is no formula; it is never judged.
 */
export function readOpen(text: string): readonly Formula[] | undefined {
  if (text.length > longest) return undefined;
  const indices = Object.fromEntries(
    [...text.matchAll(places)].flatMap(([, inside = '']) =>
      (inside.match(words) ?? []).filter((one) => one.length === 1).map((one) => [one, 'n'] as const),
    ),
  );
  const isArray = (name: string): boolean => text.includes(`${name}[`);
  const names: Names = {
    names: [...new Set(text.match(words) ?? [])]
      .filter((name) => !Object.hasOwn(indices, name) && !reserved.has(name) && !isFunction(name))
      .map((name) => ({ name, shape: isArray(name) ? (['n', 'm'] as const) : (['1', '1'] as const) })),
    indices,
    reductions: true,
    open: true,
  };
  const read = readMath(text, names);
  return read.ok && read.label === undefined ? read.sides.map(({ tree }) => tree) : undefined;
}

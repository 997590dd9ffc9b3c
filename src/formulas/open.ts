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
/** What stands in the places of an array: `W[i, j]`, and in LaTeX `W_{ij}`. */
const places = /\[([^[\]]{0,60})\]|_\{([a-z, ]{1,12})\}|_([a-z])(?![a-z])/g;
const command = /\\[a-zA-Z]+/g;
const longest = 2000;
const greek = 'alpha beta gamma epsilon eta theta lambda mu nu rho tau phi psi omega'.split(' ');
const marked = /\\(hat|bar|tilde)\{?(\p{L})/gu;
const partial = /\\frac\{\\partial (\p{L})\}\{\\partial (\p{L}[_\d]{0,3})\}/gu;

/**
 * Reads a formula of which nobody declared the names, to be set on a page: whatever word is no function is a name, and the
 * letters in square brackets and under a name are indices. Undefined where it is no formula; it is never judged.
 */
export function readOpen(text: string, notation: 'plain' | 'latex' = 'plain'): readonly Formula[] | undefined {
  if (text.length > longest) return undefined;
  const indices = indicesIn(text);
  const latex = notation === 'latex';
  const known = new Set([...indices, ...reserved]);
  const written = latex ? lettersIn(text) : (text.match(words) ?? []);
  const isArray = (name: string): boolean => text.includes(`${name}[`) || text.includes(`${name}_`);
  const declared = (name: string, array = isArray(name)) => ({ name, shape: array ? matrixShape : scalarShape });
  const names: Names = {
    names: [
      ...[...new Set(written)].filter((name) => !known.has(name) && !isFunction(name)).map((name) => declared(name)),
      ...(latex ? latexNames(text) : []).map((name) => declared(name, true)),
      ...(latex ? [{ name: '𝟏', shape: matrixShape, written: ['\\mathbf{1}'] }] : []),
    ],
    indices: Object.fromEntries([...indices].map((index) => [index, 'n'])),
    reductions: true,
    open: notation,
  };
  const read = readMath(text, names);
  return read.ok && read.label === undefined ? read.sides.map(({ tree }) => tree) : undefined;
}

const matrixShape = ['n', 'm'] as const;
const scalarShape = ['1', '1'] as const;

function indicesIn(text: string): Set<string> {
  const found = [...text.matchAll(places)].flatMap(([, inside, glued, single]) =>
    inside === undefined ? [...(glued ?? single ?? '')] : (inside.match(words) ?? []),
  );
  return new Set(found.filter((one) => /^[a-z]$/.test(one)));
}

const lettersIn = (text: string): readonly string[] => text.replace(command, ' ').match(/\p{L}/gu) ?? [];

/** Greek letters, letters with a mark over them, and derivatives. */
const latexNames = (text: string): string[] => [
  ...greek,
  ...[...text.matchAll(marked)].map(([, mark = '', letter = '']) => letter + mark),
  ...[...text.matchAll(partial)].map(([, of = '', by = '']) => `d${of}_d${by.replace('_', '')}`),
];

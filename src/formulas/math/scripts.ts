import { type Formula, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { cellOf, partOf, placed } from './indices.ts';
import type { Token } from './tokens.ts';
import { keyOf, styles } from './vocabulary.ts';

/** Letters that stand for functions so often that a bracket after them may be an argument. */
const functionLetters = new Set(['f', 'g', 'h', 'F', 'G', 'L', 'J', 'C', 'phi', 'psi', 'sigma', 'E', 'H', 'K', 'S']);
export const symbolOf = (cursor: Cursor, key: string): Formula => symbol(cursor.vocabulary.name(key)?.name ?? key);

/** The longest of name and scripts that the question declares; undefined where the scripts begin no name. */
export function scriptedName(cursor: Cursor, key: string): Formula | undefined {
  const { vocabulary } = cursor;
  const from = cursor.next;
  const { kind, text: digits, spaced } = cursor.peek;
  // In LaTeX the digits of `A1` are a token of their own.
  if (cursor.latex && kind === 'number' && !spaced && vocabulary.name(key + digits)) {
    cursor.take();
    return scriptedName(cursor, key + digits);
  }
  let label = key;
  let best: { key: string; next: number } | undefined = vocabulary.name(key) ? { key, next: from } : undefined;
  while (cursor.is('_', '^', "'")) {
    const mark = cursor.take();
    if (mark.text === "'") label += 'prime';
    else {
      const bracketed = cursor.is('{', '(', '[');
      const tokens = cursor.group();
      const text = keyOf(tokens.map(({ text }) => (styles.has(text) ? '' : text)).join(''));
      const isPower =
        mark.text === '^' &&
        (/^\d+$/.test(text)
          ? !bracketed || !['(', '['].includes(tokens[0]?.text ?? '')
          : text === 'T' || text === 'top');
      if (isPower || !/^[\p{L}\p{N}]+$/u.test(text)) break;
      label += text;
    }
    if (vocabulary.name(label)) best = { key: label, next: cursor.next };
  }
  cursor.next = best?.next ?? from;
  if (!best) return undefined;
  const tree = symbolOf(cursor, best.key);
  if (cursor.is('_')) return subscripted(cursor, tree, best.key);
  return isArray(cursor, best.key) && placed(cursor, tree) ? partOf(cursor, tree) : tree;
}

/** Is more than one number meant by the name? */
function isArray({ vocabulary }: Cursor, key: string): boolean {
  const { shape: [rows, columns] = ['1', '1'] } = vocabulary.name(key) ?? {};
  return rows !== '1' || columns !== '1';
}

/** Nobody applies a matrix to something. */
function isMatrix({ vocabulary }: Cursor, name: string): boolean {
  const { shape: [rows, columns] = ['1', '1'] } = vocabulary.name(keyOf(name)) ?? {};
  return rows !== '1' && columns !== '1';
}

/** A subscript that is not part of the name is an index of an array. */
function subscripted(cursor: Cursor, tree: Formula, key: string): Formula {
  if (!isArray(cursor, key)) {
    const written = cursor.tokens
      .slice(cursor.next, cursor.next + 4)
      .map(({ text }) => text)
      .join('');
    cursor.stranger(`"${key}${written}" is no name of this question`, cursor.peek.at);
  }
  cursor.take();
  return cellOf(cursor, tree);
}

const terms = ['+', '-', '<', '>', '\\leq', '\\le', '\\geq', '\\ge', '\\lt', '\\gt'];

/** A name before a bracket may be a product or an application: only what cannot be an argument is multiplied. */
export function checkedProduct(cursor: Cursor, tree: Formula, from: Token): Formula {
  if (tree.kind !== 'symbol' || !cursor.is('(', '[') || (cursor.is('(') && isMatrix(cursor, tree.name))) return tree;
  const open = cursor.next;
  const inside = cursor.group();
  cursor.next = open;
  const isSum = inside.some(({ text }, i) => i > 0 && (cursor.is('[') ? ['+', '-'] : terms).includes(text));
  const isNumber = inside.every(({ kind, text }) => kind === 'number' || text === '-');
  // Nobody applies f to 1 - f.
  const itself = inside.some((token) => token.kind === from.kind && token.text === from.text);
  const isFunction =
    (!itself && functionLetters.has(keyOf(tree.name))) || cursor.vocabulary.function(keyOf(tree.name)) !== undefined;
  if ((isSum || isNumber || inside[0]?.text === '-') && !isFunction) return tree;
  if (from.spaced && cursor.peek.spaced && isSum && !isFunction) return tree;
  return cursor.refuse(`"${from.text}" before a bracket may be multiplied or applied; write * for a product`, from.at);
}

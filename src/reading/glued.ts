import { findName, type NumberContext } from './names.ts';

const longest = 40;

/**
 * The names of the problem that a word is made of, side by side: `x1w1` is x1 and w1. Undefined where it can be taken
 * apart in no way or in several. Each must end in a digit, because `kernelsize` is no product.
 */
export function unglued(word: string, context: NumberContext): readonly string[] | undefined {
  if (word.length > longest) return undefined;
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= word.length; end++) {
    const found: string[][] = [];
    for (let from = 0; from < end - 1; from++) {
      const piece = word.slice(from, end);
      const before = ways[from] ?? [];
      if (before.length > 0 && isNumbered(piece, context)) found.push(...before.map((way) => [...way, piece]));
    }
    ways.push(found.slice(0, 2));
  }
  const [only, other] = ways[word.length] ?? [];
  return only && !other && only.length > 1 ? only : undefined;
}

const isNumbered = (piece: string, context: NumberContext): boolean =>
  /\d$/.test(piece) && findName(piece, context) !== undefined;

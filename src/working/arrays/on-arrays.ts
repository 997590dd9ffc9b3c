import type { Declaration } from '../declaration.ts';
import { rowsOf } from './cells.ts';

/** `C[i,j]`: a line that is said cell by cell. */
export const byCell = /^([\p{L}_][\p{L}\p{N}_]*)\[(\p{L})(?:,\s*(\p{L}))?\]$/u;

/** Is one of the givens a vector or a matrix that a line uses, or a line said cell by cell? */
export function isOnArrays({ givens, working }: Declaration): boolean {
  const names = Object.keys(givens).filter((name) => rowsOf(givens[name]));
  const lines = Object.entries(working);
  const uses = (text: string): boolean => names.some((name) => wordsOf(text).includes(name));
  return lines.some(([name, text]) => byCell.test(name) || uses(text));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];

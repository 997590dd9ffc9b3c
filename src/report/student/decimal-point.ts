import type { DigitCell } from './view.ts';

export const wholeOf = (text: string): string => text.split('.')[0] ?? '';
export const decimalsOf = (text: string): string => text.split('.')[1] ?? '';

/** The characters of a number, padded so that the decimal points of all stand under each other. */
export function gridOf(text: string, whole: number, decimals: number): string[] {
  const left = [...wholeOf(text).padStart(whole)];
  if (decimals === 0) return left;
  return [...left, text.includes('.') ? '.' : ' ', ...decimalsOf(text).padEnd(decimals)];
}

export const isDigit = (character: string | undefined): boolean => /\d/.test(character ?? '');

/** The digits from the first to the last that is not 0. */
export const significant = (text: string): string => /[1-9](?:\d*[1-9])?/.exec(text.replace(/\D/g, ''))?.[0] ?? '';

/** The power of ten of the first significant digit. */
function size(text: string): number {
  const at = wholeOf(text)
    .replace(/^[-−+]/, '')
    .replace(/^0+/, '').length;
  return at > 0 ? at : -(/^0*/.exec(decimalsOf(text))?.[0].length ?? 0);
}

/** By how many places two numbers of the same digits differ; 0 where the digits are not the same or are too few. */
export function shiftOf(a: string, b: string): number {
  const [x, y] = [significant(a), significant(b)];
  const length = Math.min(x.length, y.length);
  return length >= 2 && x.slice(0, length) === y.slice(0, length) ? size(a) - size(b) : 0;
}

/** The characters of a grid with the first `common` significant digits marked. */
export function shiftedCells(grid: readonly string[], common: number): DigitCell[] {
  const start = grid.findIndex((c) => /[1-9]/.test(c));
  let seen = 0;
  return grid.map((character, i): DigitCell => {
    if (!isDigit(character) || i < start) return { character: character.trim() };
    seen += 1;
    return { character, mark: seen <= common ? 'differs' : 'beyond' };
  });
}

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { cut } from '../text/visible.ts';

/** Measuring takes the square of the length, so what is too long to be shown is cut before. */
const longest = 2000;

/** The text in lines of at most so many columns, each after the same margin. */
export function wrapped(text: string, width: number, margin = ''): string[] {
  const room = Math.max(10, width - stringWidth(margin));
  return wrapAnsi(cut(text, longest), room, { hard: true })
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd());
}

/** Has the text room in so many columns? */
export const fits = (text: string, width: number): boolean => text.length <= longest && stringWidth(text) <= width;

/** The text in exactly so many columns, cut with an ellipsis where it is longer. */
export function fitted(text: string, width: number): string {
  const shown = cut(text, longest);
  const space = width - stringWidth(shown);
  return space >= 0 ? shown + ' '.repeat(space) : shortened(shown, width);
}

/** Cut after as many columns as fit; double-width characters may leave one free. */
function shortened(text: string, width: number): string {
  let line = '';
  for (const character of text.slice(0, 8 * width)) {
    if (stringWidth(line + character) > width - 1) break;
    line += character;
  }
  return `${line}…${' '.repeat(Math.max(0, width - 1 - stringWidth(line)))}`;
}

/** Two texts at the ends of a line. */
export function spread(left: string, right: string, width: number): string {
  const room = width - stringWidth(right) - 2;
  return `${fitted(left, Math.max(1, room))}  ${right}`;
}

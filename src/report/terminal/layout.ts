import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** The text in lines of at most so many columns, each after the same margin. */
export function wrapped(text: string, width: number, margin = ''): string[] {
  const room = Math.max(10, width - stringWidth(margin));
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd());
}

/** The text in exactly so many columns, cut with an ellipsis where it is longer. */
export function fitted(text: string, width: number): string {
  const space = width - stringWidth(text);
  return space >= 0 ? text + ' '.repeat(space) : shortened(text, width);
}

/** Cut after as many columns as fit; double-width characters may leave one free. */
function shortened(text: string, width: number): string {
  let line = '';
  for (const character of text) {
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

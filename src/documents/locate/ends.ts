/** The text without the characters at its end that are of this sort; looks at each of them once. */
export function cutEnd(text: string, sort: RegExp): string {
  let end = text.length;
  while (end > 0 && sort.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Where the last so many words begin, which one blank parts; -1 where the text ends in no word. */
export function lastWords(text: string, most: number, end: RegExp): number {
  let at = text.length;
  for (let words = 0; words < most; words++) {
    const before = cutStretch(text, words === 0 ? at : at - 1, end);
    if (before === (words === 0 ? at : at - 1)) break;
    at = before;
    if (text.charAt(at - 1) !== ' ') break;
  }
  return at === text.length ? -1 : at;
}

/** Back from here over what is no end of a word. */
function cutStretch(text: string, from: number, end: RegExp): number {
  let at = from;
  while (at > 0 && !end.test(text.charAt(at - 1))) at--;
  return at;
}

/** A paragraph as one line; lines that an empty one parts stay apart. */
export const unwrapped = (text: string): string => {
  const lines = text.split('\n');
  const joint = (i: number): string => (lines[i]?.trim() === '' && i < lines.length - 1 ? '\n' : ' ');
  return lines.map((line, i) => (i === 0 ? line : joint(i) + line)).join('');
};

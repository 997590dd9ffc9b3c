/** What stands in brackets at the end of a text. */
export interface Trailing {
  /** Where what stands before it ends. */
  readonly to: number;
  /** What stands in it. */
  readonly inside: string;
  /** With its brackets. */
  readonly text: string;
}

const opens: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const blank = /[\s\0]/;

/** The bracket that a text (a `plain` one) ends in, where a blank parts it from what stands before it. */
export function trailingBracket(text: string): Trailing | undefined {
  let end = text.length;
  while (end > 0 && blank.test(text[end - 1] ?? '')) end--;
  const from = openingOf(text, end - 1);
  if (from < 1 || !blank.test(text[from - 1] ?? '')) return undefined;
  let to = from;
  while (to > 0 && blank.test(text[to - 1] ?? '')) to--;
  return to === 0 ? undefined : { to, inside: text.slice(from + 1, end - 1), text: text.slice(from, end) };
}

/** Where the bracket that closes at `at` opens; -1 if none closes there, or it never opens. */
function openingOf(text: string, at: number): number {
  if (!opens[text[at] ?? '']) return -1;
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    const character = text[i] ?? '';
    if (opens[character]) depth++;
    else if ('([{'.includes(character) && --depth === 0) return opens[text[at] ?? ''] === character ? i : -1;
  }
  return -1;
}

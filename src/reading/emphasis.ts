import { filler } from '../exact/characters.ts';

const marks = ['**', '__', '*', '_', '`'];
const longest = 80;

/** The text without the marks of Markdown around its label: `**a1:** 0.7971`, `*a1* = 0.7971`; positions stay. */
export function unemphasised(text: string): string {
  const start = text.length - text.trimStart().length;
  const mark = marks.find((one) => text.startsWith(one, start));
  const from = start + (mark?.length ?? 0);
  const to = mark === undefined ? -1 : text.indexOf(mark, from);
  if (mark === undefined || to <= from || to - from > longest) return text;
  const inside = text.slice(from, to);
  const after = text.slice(to + mark.length).trimStart();
  const isLabel =
    /\p{L}/u.test(inside) &&
    !/[*=]/.test(inside) &&
    (/:\s*$/.test(inside) || /^(?:[:=≈~←→]|\\approx|is\b)/.test(after));
  const gone = filler.repeat(mark.length);
  return isLabel ? `${text.slice(0, start)}${gone}${inside}${gone}${text.slice(to + mark.length)}` : text;
}

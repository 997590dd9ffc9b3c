import { type Passage, slice, trimmed, unmarked } from '../passage.ts';

const longest = 80;
const numeral = /^[(≈~]?[-+−]?\.?\d[\d.,]*(?:e[-+]?\d+)?[kKM]?\s?\\?%?[.)]?$/;
const unit = /^\p{L}{3,}$/u;

/** Where the number begins in a line that is a label and a number and nothing else: `conv1 34,944`, `a1 0.7971`. */
function numberAt(given: string): number | undefined {
  const text = unmarked(given).trimEnd().replace(/\.$/, '');
  if (text.length > longest || !/\d/.test(text)) return undefined;
  const words = text.split(/\s+/);
  const at = words.findLastIndex((word) => numeral.test(word));
  const behind = words.slice(at + 1);
  if (at < 1 || behind.length > 1 || !behind.every((word) => word === '%' || unit.test(word))) return undefined;
  const before = words.slice(0, at);
  return before.length <= 6 && before.some((word) => /\p{L}/u.test(word)) ? at : undefined;
}

export const isBeside = (text: string): boolean => numberAt(text) !== undefined;

/** A label and the number that stands beside it, with nothing between them. */
export function besideIn(segment: Passage): { readonly label: Passage; readonly value: Passage } | undefined {
  const at = numberAt(segment.text);
  if (at === undefined) return undefined;
  const starts = [...segment.text.matchAll(/[^\s\ue000-\ue003]\S*/g)].map(({ index }) => index);
  const from = starts[at];
  if (from === undefined) return undefined;
  return { label: trimmed(slice(segment, 0, from)), value: trimmed(slice(segment, from)) };
}

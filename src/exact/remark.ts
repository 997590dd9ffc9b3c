/** A remark in brackets after a number that says how it was rounded or what was counted, and changes nothing. */
export interface Remark {
  /** Where it begins. */
  readonly from: number;
  readonly text: string;
  readonly approximate: boolean;
}

const longest = 80;
const bracketed = /\((?:[\s\0]*\(([^()]+)\)[\s\0]*|([^()]+))\)$/;
const precision =
  /\b\d{1,2}[\s\0]*(?:d\.?[\s\0]?p\b\.?|s\.?[\s\0]?f\b\.?|(?:decimal[\s\0]+)?places?\b|decimals?\b|(?:significant|sig\.?)[\s\0]+(?:figures|figs?|digits)\b\.?|digits\b)/g;
const rounding = /^(?:approx\.?|approximate(?:ly)?|about|rounded|truncated|cut)$/;
/** A list of what may stand there, because a word such as "negative" or "million" would change the number. */
const harmless =
  /^(?:to|up|down|off|after|with|without|incl\.?|including|excl\.?|excluding|and|the|bias|biases|weights|parameters|params|only|final|answer|exact|exactly|total|in)$/;

/** The remark that ends at `to`, if one does. */
export function remarkBefore(text: string, to: number): Remark | undefined {
  const start = Math.max(0, to - longest);
  const found = bracketed.exec(text.slice(start, to));
  if (!found) return undefined;
  const inside = (found[1] ?? found[2] ?? '').toLowerCase().replaceAll('\0', ' ');
  const rest = inside.replace(precision, '');
  const words = rest.split(/[\s,]+/).filter((word) => word !== '');
  if (inside.trim() === '' || !words.every((word) => rounding.test(word) || harmless.test(word))) return undefined;
  const approximate = rest !== inside || words.some((word) => rounding.test(word));
  return { from: start + found.index, text: found[0].replaceAll('\0', '').trim(), approximate };
}

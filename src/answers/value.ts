/**
 * An answer as it was handed in: text, a list (lines of work, the rows of a matrix), or nothing. A JSON number arrives
 * as its source text, so that `2.50` keeps its places.
 */
export type AnswerValue = string | readonly AnswerValue[] | null;

const nothing = /^(?:[-–—−_?.…\s]*|n\/?a\.?|none|null|todo|tbd)$/i;

const deepest = 64;

/** Is it a way of leaving the answer out: nothing, a dash, a question mark, `n/a`, a list of such? */
export function isBlank(value: AnswerValue, depth = 0): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.length < 200 && nothing.test(value.trim());
  return depth < deepest && value.every((one) => isBlank(one, depth + 1));
}

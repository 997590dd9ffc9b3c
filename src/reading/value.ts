import { limits } from '../exact/limits.ts';
import type { AnswerValue } from '../records/answer-value.ts';

export type { AnswerValue };

const nothing = /^(?:[-–—−_?.…\s]*|n\/?a\.?|none|null|todo|tbd)$/i;

/** Is it a way of leaving the answer out: nothing, a dash, a question mark, `n/a`, a list of such? */
export function isBlank(value: AnswerValue, depth = 0): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.length < 200 && nothing.test(value.trim());
  return depth < limits.depth && value.every((one) => isBlank(one, depth + 1));
}

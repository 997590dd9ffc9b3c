import type { Shown } from '../../src/derived/agreement.ts';
import { judge } from '../../src/derived/carried.ts';
import type { Judgement } from '../../src/derived/judgement.ts';
import type { Givens, Problem } from '../../src/working/problem.ts';

/** A plain decimal as a student wrote it. */
export function shownOf(text: string): Shown {
  const [, fraction = ''] = text.split('.');
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '');
  const exact = !text.includes('.');
  return { text, value: Number(text), places: fraction.length, significant: digits.length, exact };
}

/** What the marker makes of a paper's lines. */
export function judged(
  problem: Problem,
  answers: Readonly<Record<string, string>>,
  givens: Givens = {},
): Map<string, Judgement> {
  const shown = new Map(Object.entries(answers).map(([name, text]) => [name, shownOf(text)]));
  return judge(problem.work(givens), shown, new Set(Object.keys(problem.asks)));
}

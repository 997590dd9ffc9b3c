import type { Shown } from '../../src/exact/agreement.ts';
import { judge } from '../../src/judging/carried.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import type { Givens } from '../../src/working/given.ts';
import type { Problem, Working } from '../../src/working/problem.ts';

/** A plain decimal as a student wrote it. */
export function shownOf(text: string): Shown {
  const [, fraction = ''] = text.split('.');
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '');
  const exact = !text.includes('.');
  return { text, value: Number(text), places: fraction.length, significant: digits.length, exact };
}

const workings = new WeakMap<Problem, Working>();

/** One working for all papers on a problem's own givens, as in an assignment: its mutants are generated once. */
function workingOf(problem: Problem): Working {
  const known = workings.get(problem) ?? problem.work({});
  workings.set(problem, known);
  return known;
}

/** What the marker makes of a paper's lines. */
export function judged(
  problem: Problem,
  answers: Readonly<Record<string, string>>,
  givens?: Givens,
): Map<string, Judgement> {
  const shown = new Map(Object.entries(answers).map(([name, text]) => [name, shownOf(text)]));
  const working = givens ? problem.work(givens) : workingOf(problem);
  return judge(working, shown, new Set(Object.keys(problem.asks)));
}

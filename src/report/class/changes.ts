import { lateChange } from '../../adjustments/late.ts';
import type { Earlier, Standing } from '../../records/class.ts';
import type { Result } from '../../records/result.ts';
import { capital, counted, listed, plural } from '../text/counted.ts';
import { isMarked, linkTo, standingOf } from './papers.ts';
import type { ChangesView } from './view.ts';

/**
 * What differs from the run before: by score, or by why a paper has none; papers that are new or withdrawn apart.
 * Undefined where there was no run before.
 */
export function changesOf(
  results: readonly Result[],
  previous: readonly Earlier[] | undefined,
): ChangesView | undefined {
  if (previous === undefined) return undefined;
  const before = new Map(previous.map((result) => [result.student, result]));
  const here = new Set(results.map(({ student }) => student));
  const added = results.filter(({ student }) => !before.has(student));
  const withdrawn = previous.filter(({ student }) => !here.has(student));
  const rows = results.flatMap((result) => {
    const old = before.get(result.student);
    if (!old) return [];
    const [was, is] = [standing(old), standing(result)];
    return was === is ? [] : [{ ...linkTo(result), before: was, after: is, why: whyOf(result, old) }];
  });
  const same = results.length - rows.length - added.length;
  const changed = rows.length === 0 ? 'No paper changed' : `${capital(counted(rows.length, 'paper'))} changed`;
  return {
    says: `${changed}; ${counted(same, 'score')} ${plural(same, 'is', 'are')} as before.`,
    rows,
    added: added.map((result) => ({ ...linkTo(result), where: standing(result) })),
    withdrawn: withdrawn.map(({ student }) => student),
  };
}

const standing = (result: Standing): string => (isMarked(result) ? result.score : standingOf(result));

/** Where the points changed, and which of what a result is made from is another: `conv-flops 8 → 10: the key changed`. */
function whyOf(result: Result, old: Earlier): string {
  const problems = result.problems.flatMap(({ id, score }) =>
    old.problems[id] === score ? [] : [`${id} ${old.problems[id] ?? '–'} → ${score}`],
  );
  const late = lateChange(old.late, result.adjustments?.late);
  const same = old.submission === result.submission && old.key === result.key;
  // Times stand beside decisions; where they explain all, nobody decided about the paper.
  const decided = result.machine !== undefined && (late === '' || (problems.length > 0 && same));
  const reasons = [
    ...(old.submission === result.submission ? [] : ['handed in again']),
    ...(old.key === result.key ? [] : ['the key changed']),
    ...(old.gradcheck === result.gradcheck ? [] : [`marked by Gradcheck ${result.gradcheck}`]),
    ...(late === '' ? [] : [late]),
    ...(decided ? ['people decided'] : []),
  ];
  const why = reasons.length > 0 ? listed(reasons) : 'marked again';
  return problems.length > 0 ? `${problems.join(', ')}: ${why}` : why;
}

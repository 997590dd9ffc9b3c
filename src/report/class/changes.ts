import type { Standing } from '../../records/class.ts';
import type { Result } from '../../records/result.ts';
import { capital, counted, listed, plural } from '../text/counted.ts';
import { isMarked, linkTo, standingOf } from './papers.ts';
import type { ChangesView } from './view.ts';

/** What differs from the run before: by score, or by why a paper has none. Undefined where there was no run before. */
export function changesOf(
  results: readonly Result[],
  previous: readonly Standing[] | undefined,
): ChangesView | undefined {
  if (previous === undefined) return undefined;
  const before = new Map(previous.map((result) => [result.student, result]));
  const rows = results.flatMap((result) => {
    const old = before.get(result.student);
    const [was, is] = [old ? standing(old) : '–', standing(result)];
    return was === is ? [] : [{ ...linkTo(result), before: was, after: is, why: whyOf(result, old) }];
  });
  const same = results.length - rows.length;
  const changed = rows.length === 0 ? 'No paper changed' : `${capital(counted(rows.length, 'paper'))} changed`;
  const here = new Set(results.map(({ student }) => student));
  const gone = previous.filter(({ student }) => !here.has(student)).length;
  const left =
    gone > 0 ? ` ${capital(counted(gone, 'paper'))} of that run ${plural(gone, 'is', 'are')} no longer here.` : '';
  return { says: `${changed}; ${counted(same, 'score')} ${plural(same, 'is', 'are')} as before.${left}`, rows };
}

const standing = (result: Standing): string => (isMarked(result) ? result.score : standingOf(result));

function whyOf(result: Result, old: Standing | undefined): string {
  if (!old) return 'a new paper';
  const reasons = [
    ...(old.submission === result.submission ? [] : ['handed in again']),
    ...(old.key === result.key ? [] : ['the key changed']),
    ...(old.gradcheck === result.gradcheck ? [] : [`marked by Gradcheck ${result.gradcheck}`]),
  ];
  return reasons.length > 0 ? listed(reasons) : 'marked again';
}

import type { ProblemCheck, SelfCheck } from '../../marking/self-check/self-check.ts';
import type { Standing } from '../../marking/self-check/standing.ts';
import { lineName } from '../../report/html/filters.ts';
import { escapeHtml } from '../../report/html/html.ts';
import { visible } from '../../report/text/visible.ts';
import { countsOf } from '../paper/state.ts';
import { countsText } from './desk-view.ts';

/** What a check tells, as the page shows it: in all, by problem, and at the lines to look at. */
export function markupOfCheck(told: SelfCheck) {
  return {
    right: told.right,
    summary: summary(told),
    problems: told.problems.map((problem) => ({ id: problem.id, markup: problemMarkup(problem) })),
    lines: told.problems.flatMap(({ id, looks }) =>
      looks.map(({ field, standing, says }) => ({ problem: id, field, standing, markup: line(standing, says) })),
    ),
  };
}

function summary(told: SelfCheck): string {
  if (told.right) return 'Everything that was asked for is answered, and nothing needs another look.';
  return `${countsText(countsOf(told))}.`;
}

const signs: Readonly<Record<Standing, readonly [string, string]>> = {
  right: ['correct', 'right'],
  carried: ['carried', 'carried'],
  look: ['wrong', 'wrong'],
  unreadable: ['unreadable', 'none'],
  blank: ['blank', 'none'],
  review: ['review', 'review'],
};

const symbol = (standing: Standing): string =>
  `<svg class="v ${signs[standing][1]}" aria-hidden="true"><use href="#v-${signs[standing][0]}"/></svg>`;

const line = (standing: Standing, says: string): string => `${symbol(standing)} ${escapeHtml(visible(says))}`;

function problemMarkup({ counts, looks, unknown }: ProblemCheck): string {
  const parts = (Object.entries(counts) as [Standing, number][]).map(
    ([standing, n]) => `<span class="count">${symbol(standing)} ${countsText({ [standing]: n })}</span>`,
  );
  const at = looks.map(({ field, standing, says }) => `<li><b>${lineName(field)}</b> ${line(standing, says)}</li>`);
  const odd = unknown.map((says) => `<li>${escapeHtml(visible(says))}</li>`);
  const list = [...at, ...odd].join('');
  return `<p class="counts">${parts.join(' ')}</p>${list && `<ul class="looks">${list}</ul>`}`;
}

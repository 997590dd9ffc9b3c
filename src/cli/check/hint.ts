import type { Mark } from '../../records/result.ts';
import type { HintLevel } from './level.ts';
import { standingOf } from './standing.ts';
import { withoutNews } from './withheld.ts';

/** What may be said of a line at a level, after the lines before it. */
export function hintFor(mark: Mark, before: readonly Mark[], level: HintLevel, seen: ReadonlySet<string>): string {
  if (mark.verdict === 'unreadable') return withoutNews(mark.says, seen) ?? 'This cannot be read as a number.';
  if (level === 1) return placeHint(before);
  return level === 2 ? sortHint(mark, seen) : ruleHint(mark, seen);
}

function placeHint(before: readonly Mark[]): string {
  const shown = before.filter(({ verdict }) => verdict !== 'blank');
  const right = shown.length > 0 && shown.every(({ verdict }) => standingOf[verdict] === 'right');
  return `The first line to look at again.${right ? ' The lines before it are right.' : ''}`;
}

function sortHint(mark: Mark, seen: ReadonlySet<string>): string {
  if (mark.verdict === 'rounding') return 'Look at how the question says to round.';
  if (mark.verdict === 'inconsistent') return 'Two of your own numbers do not agree here.';
  if (mark.verdict === 'implausible') return 'This can hardly be; look at how it was measured.';
  const [slip] = mark.verdict === 'slip' ? (mark.slips ?? []) : [];
  return withoutNews(slip?.hint, seen) ?? 'No single slip that we know of leads here; work this line out again.';
}

function ruleHint(mark: Mark, seen: ReadonlySet<string>): string {
  const [slip] = mark.verdict === 'slip' ? (mark.slips ?? []) : [];
  const check = withoutNews(slip?.check, seen);
  return [sortHint(mark, seen), check].filter((says) => says !== undefined).join(' ');
}

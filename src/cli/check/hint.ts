import type { Mark, Slip } from '../../records/result.ts';
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

const unsure = 'The digits do not show what went wrong; work this line out again.';

function sortHint(mark: Mark, seen: ReadonlySet<string>): string {
  if (mark.parts?.some(({ verdict }) => verdict === 'inconsistent') || mark.verdict === 'inconsistent')
    return 'What stands left and right of an equals sign in your line does not agree.';
  // Said of right and wrong numbers alike: otherwise the key could be found one digit after the other.
  if (isShort(mark)) return 'Write it with as many places as the question asks for.';
  if (mark.verdict === 'rounding') return 'Look at how the question says to round.';
  if (mark.verdict === 'implausible') return 'This can hardly be; look at how it was measured.';
  return withoutNews(likeliest(mark)?.hint, seen) ?? unsure;
}

function ruleHint(mark: Mark, seen: ReadonlySet<string>): string {
  const check = isShort(mark) ? undefined : withoutNews(likeliest(mark)?.check || undefined, seen);
  return [sortHint(mark, seen), check].filter((says) => says !== undefined).join(' ');
}

/** The slip to hint at: one that is proved, is not one of several, and does not give the value away by its kind. */
function likeliest({ verdict, slips = [], ...mark }: Mark): Slip | undefined {
  const [first, ...others] = verdict === 'slip' ? slips : [];
  if (!first || givesAway(mark, first)) return undefined;
  // A number copied wrongly into the line fits nearly everything that a slip in the line does.
  const isCopy = ({ formula, step }: Slip): boolean => formula === undefined && step === mark.field;
  const like = others.filter((other) => other.evidence === first.evidence && !isCopy(other));
  if (like.every(({ hint }) => hint === first.hint)) return first;
  const kind = like.every(({ kind }) => kind === first.kind) ? first.kind : undefined;
  const hint =
    kind === 'sign' ? 'Watch the signs.' : 'More than one slip fits; go through the formula symbol by symbol.';
  return { ...first, hint, check: '' };
}

/** The right digits with another sign, point or order: whoever is told so has the value. */
function givesAway(
  { field, value, expected }: Pick<Mark, 'field' | 'value' | 'expected'>,
  { kind, step }: Slip,
): boolean {
  if ((kind === 'digit' || kind === 'magnitude') && step === field) return true;
  const [own, key] = [Number(value), Number(expected)];
  const unit = 10 ** -(expected?.split('.')[1]?.length ?? 0);
  return kind === 'sign' && Math.abs(Math.abs(own) - Math.abs(key)) <= unit;
}

/** Fewer places than the key is stated with. */
function isShort({ value = '', expected }: Mark): boolean {
  const places = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return expected !== undefined && places(value) < places(expected);
}

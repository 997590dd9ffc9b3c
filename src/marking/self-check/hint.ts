import type { Mark, Slip } from '../../records/result.ts';
import { type Seen, withoutNews } from '../disclosure.ts';
import { type Asked, isShort } from './asked.ts';
import type { HintLevel } from './level.ts';
import { standingOf } from './standing.ts';

/** What a hint may look at. */
export interface HintPlace {
  /** The lines before. */
  readonly before: readonly Mark[];
  readonly level: HintLevel;
  readonly seen: Seen;
  readonly asked: Asked;
}

/** What may be said of a line at a level, after the lines before it. */
export function hintFor(mark: Mark, place: HintPlace): string {
  if (mark.verdict === 'unreadable') return told(mark.says, place) ?? 'This cannot be read as a number.';
  if (place.level === 1) return placeHint(place.before);
  return place.level === 2 ? sortHint(mark, place) : ruleHint(mark, place);
}

const told = (sentence: string | undefined, { seen }: HintPlace): string | undefined =>
  withoutNews(sentence, seen)?.replaceAll('`', '');

function placeHint(before: readonly Mark[]): string {
  const shown = before.filter(({ verdict }) => verdict !== 'blank');
  const right = shown.length > 0 && shown.every(({ verdict }) => standingOf[verdict] === 'right');
  return `The first line to look at again.${right ? ' The lines before it are right.' : ''}`;
}

const unsure = 'The digits do not show what went wrong; work this line out again.';

function sortHint(mark: Mark, place: HintPlace): string {
  if (mark.parts?.some(({ verdict }) => verdict === 'inconsistent') || mark.verdict === 'inconsistent')
    return 'What stands left and right of an equals sign in your line does not agree.';
  // Said of near and far alike: otherwise the key could be found one digit after the other.
  // A count rounded to fewer digits is near the key at any number of them, so of counts nothing is said of rounding.
  if (isShort(mark, place.asked) || (mark.verdict === 'rounding' && place.asked.decimals > 0))
    return 'Look at how the question says to round, and write every place that it asks for.';
  if (mark.verdict === 'implausible') return 'This can hardly be; look at how it was measured.';
  return told(likeliest(mark)?.hint, place) ?? unsure;
}

function ruleHint(mark: Mark, place: HintPlace): string {
  const check = isShort(mark, place.asked) ? undefined : told(likeliest(mark)?.check || undefined, place);
  return [sortHint(mark, place), check].filter((says) => says !== undefined).join(' ');
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

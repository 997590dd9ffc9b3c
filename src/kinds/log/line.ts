import { Decimal } from '../../exact/decimal.ts';
import { readWritten } from '../../exact/written.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import { type Label, labelOf, wordsIn } from './label.ts';

/** A number of a line, with the words that stand before it and what they name. */
export interface Labelled {
  readonly words: readonly string[];
  readonly label: Label;
  readonly figure: Figure;
  readonly isPercent: boolean;
}

/** A number of a log, with its percent sign; `486/500` is one. */
const numeral =
  /(?<![\p{L}\p{N}_.])(?:\d{1,9}\/\d{1,9}|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)(?![\p{L}\p{N}_])(?: ?%)?/giu;

/**
 * The numbers of a line. What stands before one, up to the number before it, names it; which images it is of may stand
 * further in front: `Test set: Average loss: 0.05, Accuracy: 486/500`. A count within the words, `on the 500 test images`,
 * is one of them.
 */
export function numbersIn(line: string): Labelled[] {
  const found = [...line.matchAll(numeral)];
  const all: Labelled[] = [];
  let [from, of] = [0, undefined as Label['of']];
  for (const [i, match] of found.entries()) {
    const before = line.slice(from, match.index);
    const end = match.index + match[0].length;
    if (isCount(match[0], before, line.slice(end, found[i + 1]?.index ?? line.length))) continue;
    from = end;
    const words = wordsIn(before);
    const label = labelOf(words);
    of = label.of ?? of;
    const figure = figureIn(match[0], label);
    if (figure) all.push({ words, figure, label: { ...label, of }, isPercent: match[0].endsWith('%') });
  }
  return all;
}

/** A whole number within a phrase: words lead to it without a sign, and go on behind it without naming anything new. */
const isCount = (number: string, before: string, behind: string): boolean =>
  /^\d+$/.test(number) &&
  /\p{L}\s*$/u.test(before) &&
  labelOf(wordsIn(before)).measure !== undefined &&
  /^ \p{L}/u.test(behind) &&
  labelOf(wordsIn(behind)).measure === undefined;

function figureIn(text: string, { measure }: Label): Figure | undefined {
  const [count = 0, all] = text.replace(/ ?%$/, '').split('/').map(Number);
  if (all !== undefined) {
    if (measure !== 'accuracy' || count > all || all === 0) return undefined;
    return { text, value: new Decimal(count).div(all), places: 0, exact: true };
  }
  const reading = readWritten(text.trim());
  return reading.ok ? { ...figureOf(reading.written), exact: false } : undefined;
}

const batch = /(?<!\p{L})(?:step|batch|iter)|\[\s?\d{1,9}\/\d{1,9}/iu;
const epoch = /(?<!\p{L})(?:epoch|average|avg)(?!\p{L})/iu;
/** Keras prints all steps of an epoch, `469/469`, or the validation beside the training. */
const steps = /^\s{0,20}\d{1,7}\/\d{1,7}\s|(?<![\p{L}\d])(?:val|eval)_/u;

/** Does a line give averages over an epoch, where nothing says that it is of one batch? */
export const isAveraged = (line: string): boolean => steps.test(line) || (isEpoch(line) && !batch.test(line));

export const isEpoch = (line: string): boolean => epoch.test(line);

export const isOfBatch = (line: string): boolean => batch.test(line);

import { Decimal } from '../../exact/decimal.ts';
import { readWritten } from '../../exact/written.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { type ClassRates, type Existence, existence } from '../../reported/existence.ts';
import { type OverallRate, overallRanges } from '../../reported/overall.ts';
import { cutWindow, type Figure, figureOf } from '../../reported/window.ts';
import type { RatesField } from '../../working/field.ts';
import { listOf } from '../given.ts';
import { type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { type Overall, ratesGrid } from './grid.ts';

/**
 * Precision and recall of every class. They cannot be recomputed, but counts of whole examples must give them: with the
 * number of examples of each class known, few tables of written rates are possible at all.
 */
export const rates: Kind<RatesField, ReadRates> = {
  kind: 'rates',
  noun: 'a table of precision and recall',
  read: readRates,
  numbers: noNumbers,
  mark: markRates,
  about: () => ({}),
};

interface ReadRates {
  readonly classes: readonly ClassRates[];
  readonly overall: readonly { readonly name: string; readonly rate: OverallRate; readonly figure: Figure }[];
  /** A class whose number of examples is not that of the question. */
  readonly miscounted?: { readonly label: string; readonly written: string; readonly support: number };
}

function readRates(value: AnswerValue, field: RatesField, { working }: ReadingPlace): Reading<ReadRates> {
  if (isBlank(value)) return { kind: 'blank' };
  const supports = listOf(field.support, working).map(Number);
  const grid = ratesGrid(value, supports.length);
  if (typeof grid === 'string') return { kind: 'unreadable', reason: grid };
  const classes: ClassRates[] = [];
  for (const [i, support] of supports.entries()) {
    const label = grid.labels?.[i] ?? String(i + 1);
    const [precision, recall, f1] = [grid.precision, grid.recall, grid.f1].map((column) => figureIn(column?.[i] ?? ''));
    if (!precision || !recall) return { kind: 'unreadable', reason: `the rates of class ${label} are no numbers` };
    classes.push({ label, support, precision, recall, ...(f1 && { f1 }) });
  }
  const miscounted = classes.flatMap(({ label, support }, i) => {
    const written = grid.support?.[i] ?? '';
    return /^\d+$/.test(written) && Number(written) !== support ? [{ label, written, support }] : [];
  })[0];
  return {
    kind: 'read',
    value: { classes, overall: grid.overall.flatMap(overallIn), ...(miscounted && { miscounted }) },
  };
}

const overallIn = ({ name, cells }: Overall): ReadRates['overall'] =>
  Object.entries(cells).flatMap(([rate, cell]) => {
    const reading = readWritten(cell);
    if (!reading.ok) return [];
    const figure = rate === 'support' ? { ...figureOf(reading.written), exact: true } : figureIn(cell);
    // What stands in the line of the accuracy is the accuracy.
    return figure ? [{ name, rate: rate as OverallRate, figure }] : [];
  });

/** A share of 1, whatever it was written as. */
function figureIn(cell: string): Figure | undefined {
  const reading = readWritten(cell);
  if (!reading.ok) return undefined;
  const figure = figureOf(reading.written);
  if (figure.value.lte(1)) return { ...figure, exact: false };
  return { ...figure, value: figure.value.div(100), places: figure.places + 2, exact: false };
}

function markRates({ classes, overall, miscounted }: ReadRates): Outcome {
  const read = classes.map(({ label, precision, recall }) => `${label}: ${precision.text}, ${recall.text}`).join('\n');
  const odd = (says: string): Outcome => ({ read, verdict: 'inconsistent', earns: 0, waits: 1, says: says.trim() });
  const found = existence(classes);
  if (!found.exists) return odd(`${missingText(classes, found)} ${hint(classes)}`);
  if (miscounted) {
    const { label, written, support } = miscounted;
    return odd(`${written} examples of class ${label} are written; the question has ${support}.`);
  }
  for (const { name, rate, figure } of overall) {
    const ranges = overallRanges(name, rate, classes, found.ways);
    const { lo, hi } = cutWindow(figure);
    if (ranges.some((range) => lo <= range.hi + 1e-9 && range.lo <= hi + 1e-9)) continue;
    const right = ranges.map((range) => Number(((range.lo + range.hi) / 2).toFixed(4))).join(' or ');
    return odd(`By the rates of the classes the ${overallWords(name, rate)} is ${right}; ${figure.text} is another.`);
  }
  return { read, verdict: 'consistent', earns: 1, says: existsText(found) };
}

const overallWords = (name: string, rate: OverallRate): string =>
  name === 'accuracy' ? name : `${rate === 'f1' ? 'F1' : rate} of "${name}"`;

function existsText({ right, total }: Extract<Existence, { exists: true }>): string {
  if (!right) return 'Whole numbers of examples can give these rates. Nothing contradicts them.';
  const sum = right.reduce((a, b) => a + b, 0);
  const accuracy = new Decimal(sum).div(total).times(100).toDecimalPlaces(2);
  return `Exactly one set of right answers gives these recalls: ${right.join(', ')}. That is ${sum} of ${total}, an accuracy of ${accuracy} %.`;
}

function missingText(classes: readonly ClassRates[], found: Exclude<Existence, { exists: true }>): string {
  if ('least' in found)
    return `Each class is possible by itself; together they are not: what was taken for the classes adds up to ${found.least} to ${found.most}, and there are ${found.total} examples.`;
  const one = classes.find(({ label }) => label === found.label);
  if (found.of === 'recall')
    return `In class ${found.label} no number of right answers out of ${one?.support} gives a recall of ${one?.recall.text}.`;
  if (found.of === 'f1')
    return `In class ${found.label} a precision of ${one?.precision.text} and a recall of ${one?.recall.text} do not give an F1 of ${one?.f1?.text}.`;
  return `In class ${found.label} no number of answers gives a precision of ${one?.precision.text} with a recall of ${one?.recall.text}.`;
}

/** Rates that would be possible with their columns exchanged, or with the classes one place on, say what happened. */
function hint(classes: readonly ClassRates[]): string {
  const exchanged = classes.map((one) => ({ ...one, precision: one.recall, recall: one.precision }));
  if (existence(exchanged).exists) return 'With precision and recall exchanged they are possible.';
  for (const by of [1, classes.length - 1]) {
    const shifted = classes.map((one, i) => ({ ...one, support: classes[(i + by) % classes.length]?.support ?? 0 }));
    if (existence(shifted).exists) return 'With the classes shifted by one place they are possible.';
  }
  return '';
}

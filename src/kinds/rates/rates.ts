import { Decimal } from '../../exact/decimal.ts';
import { readWritten } from '../../exact/written.ts';
import { readCells } from '../../reading/cells.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { type ClassRates, type Existence, existence } from '../../reported/existence.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import type { RatesField } from '../../working/field.ts';
import { listOf } from '../given.ts';
import { type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';

/**
 * Precision and recall of every class. They cannot be recomputed, but counts of whole examples must give them: with the
 * number of examples of each class known, few tables of written rates are possible at all.
 */
export const rates: Kind<RatesField, readonly ClassRates[]> = {
  kind: 'rates',
  noun: 'a table of precision and recall',
  read: readRates,
  numbers: noNumbers,
  mark: (classes): Outcome => outcomeOf(classes, existence(classes)),
  about: () => ({}),
};

const heading = /^(?:class(?:es)?|label|digit|precision|recall|prec\.?|rec\.?)\b/i;

/** Classes as rows (precision, recall) or as columns; a row or column of labels may stand before them. */
function readRates(value: AnswerValue, field: RatesField, { working }: ReadingPlace): Reading<readonly ClassRates[]> {
  if (isBlank(value)) return { kind: 'blank' };
  const cells = readCells(value);
  if (!cells.ok) return { kind: 'unreadable', reason: cells.reason };
  const supports = listOf(field.support, working);
  const columns = columnsOf(cells.rows, supports.length);
  if (!columns) return { kind: 'unreadable', reason: `precision and recall of ${supports.length} classes are needed` };
  const classes: ClassRates[] = [];
  for (const [i, support] of supports.entries()) {
    const label = columns.labels?.[i] ?? String(i + 1);
    const [precision, recall] = [columns.precision[i], columns.recall[i]].map((cell) => figureIn(cell ?? ''));
    if (!precision || !recall) return { kind: 'unreadable', reason: `the rates of class ${label} are no numbers` };
    classes.push({ label, support: Number(support), precision, recall });
  }
  return { kind: 'read', value: classes };
}

interface Columns {
  readonly labels?: readonly string[];
  readonly precision: readonly string[];
  readonly recall: readonly string[];
}

function columnsOf(rows: readonly (readonly string[])[], n: number): Columns | undefined {
  const tall = turned(rows, n);
  if (!tall) return undefined;
  const head = tall.findIndex((row) => row.some((cell) => heading.test(cell)));
  const names = head >= 0 ? (tall[head] ?? []) : [];
  const body = tall.filter((_, i) => i !== head);
  const at = (pattern: RegExp, otherwise: number): number => {
    const found = names.findIndex((name) => pattern.test(name));
    return found < 0 ? otherwise : found;
  };
  const wide = body[0]?.length ?? 0;
  if (body.length !== n || wide < 2 || body.some((row) => row.length !== wide)) return undefined;
  const [p, r] = [at(/^prec/i, wide - 2), at(/^rec/i, wide - 1)];
  const column = (i: number): string[] => body.map((row) => row[i] ?? '');
  return { precision: column(p), recall: column(r), ...(wide > 2 && { labels: column(0) }) };
}

/** One class a row. */
function turned(rows: readonly (readonly string[])[], n: number): readonly (readonly string[])[] | undefined {
  if (rows.length === n || (rows.length === n + 1 && (rows[0]?.length ?? 0) <= 4)) return rows;
  const wide = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== wide) || (wide !== n && wide !== n + 1)) return undefined;
  return Array.from({ length: wide }, (_, i) => rows.map((row) => row[i] ?? ''));
}

/** A share of 1, whatever it was written as. */
function figureIn(cell: string): Figure | undefined {
  const reading = readWritten(cell);
  if (!reading.ok) return undefined;
  const figure = figureOf(reading.written);
  if (figure.value.lte(1)) return { ...figure, exact: false };
  return { ...figure, value: figure.value.div(100), places: figure.places + 2, exact: false };
}

function outcomeOf(classes: readonly ClassRates[], found: Existence): Outcome {
  const read = classes.map(({ label, precision, recall }) => `${label}: ${precision.text}, ${recall.text}`).join('\n');
  if (found.exists) return { read, verdict: 'consistent', earns: 1, says: existsText(found) };
  return {
    read,
    verdict: 'inconsistent',
    earns: 0,
    waits: 1,
    says: `${missingText(classes, found)} ${hint(classes)}`.trim(),
  };
}

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

import type { Row } from '../../reported/reported.ts';
import type { Figure } from '../../reported/window.ts';
import type { Column } from '../../working/field.ts';
import { inShares } from '../table/shares.ts';
import { type Heads, headsIn, rowUnder } from './grid.ts';
import { isAveraged, isEpoch, isOfBatch, type Labelled, numbersIn } from './line.ts';

/** A log as it was understood: a row for each line with numbers in it, and the lines without. */
export interface ReadLog {
  readonly rows: readonly Row[];
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const chatter = /^[\s\W]*$|^```|^\s*(?:\d+\/\d+\s*)?\[=*>?\.*\]|^\s*epoch\s?:?\s?\[?\d+(?:\s?\/\s?\d+)?\]?\s*$/i;

interface Line {
  readonly text: string;
  readonly numbers: readonly Labelled[];
  readonly isAveraged: boolean;
}

/**
 * The lines of a training log, each with its numbers by column, in the ways of those who print them: `cost = 0.27
 * training_percent = 0.91`, Keras, PyTorch, Lightning, fast.ai's table, the dictionaries of a trainer. Columns that are not
 * declared are left out; a line in which no declared column stands, but something else than decoration, is shown as unread.
 */
export function readLog(lines: readonly string[], columns: readonly Column[]): ReadLog {
  const read = linesOf(lines);
  const present = new Set(read.flatMap(({ numbers }) => numbers.flatMap(({ label }) => partOf(label))));
  const rows: Row[] = [];
  const unread: { line: number; text: string }[] = [];
  for (const [i, { text, numbers, isAveraged }] of read.entries()) {
    const figures = new Map<string, Figure>();
    for (const number of numbers) {
      const column = columns.find((one) => isOf(number, one, present));
      if (column && !figures.has(column.name)) figures.set(column.name, percentless(number, column));
    }
    if (figures.size > 0)
      rows.push({ label: `Line ${i + 1} of the log`, figures, ...(isAveraged && { averaged: true as const }) });
    else if (!chatter.test(text)) unread.push({ line: i + 1, text: text.trim().slice(0, 80) });
  }
  return { rows: inShares(rows, columns), unread };
}

function linesOf(lines: readonly string[]): Line[] {
  let heads: Heads | undefined;
  let underEpoch = false;
  return lines.map((text) => {
    const line = text.slice(0, 500);
    heads = headsIn(line) ?? heads;
    const under = heads ? rowUnder(heads, line) : [];
    const numbers = under.length > 0 ? under : numbersIn(line);
    if (isEpoch(line) && numbers.every(({ label }) => label.measure === undefined)) underEpoch = true;
    const averaged = under.length > 0 || isAveraged(line) || (underEpoch && !isOfBatch(line));
    return { text, numbers, isAveraged: averaged };
  });
}

/** What is not said to be of other images is of those that are trained on. */
const partOf = ({ measure, of = 'train' }: Labelled['label']): string[] => (measure ? [`${measure} ${of}`] : []);

const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '');

/** Is it what the column holds: by its headings, else by what is measured; of several sets of images the first that the log has. */
function isOf({ words, label }: Labelled, { name, headings = [], is }: Column, present: ReadonlySet<string>): boolean {
  const last = Array.from({ length: Math.min(4, words.length) }, (_, i) => words.slice(-i - 1).join(''));
  const [part] = partOf(label);
  if (is && part !== undefined) {
    const sets = typeof is.of === 'string' ? [is.of] : is.of;
    const found = sets.map((set) => `${is.measure} ${set}`).find((one) => present.has(one));
    return part === found;
  }
  return [name, ...headings].some((one) => last.includes(plainly(one)));
}

/** An accuracy is a share of 1; another percentage keeps its own digits. */
function percentless({ figure, isPercent }: Labelled, { is }: Column): Figure {
  if (!isPercent || is?.measure === 'accuracy') return figure;
  return { ...figure, value: figure.value.times(100), places: Math.max(0, figure.places - 2) };
}

import { readWritten } from '../../exact/written.ts';
import type { Row } from '../../reported/reported.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import type { Column } from '../../working/field.ts';
import { inUnits } from '../table/read.ts';

/** A log as it was understood: a row for each line with numbers in it, and the lines without. */
export interface ReadLog {
  readonly rows: readonly Row[];
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A number of a log, with its percent sign; what stands before it up to the last number is its name. */
const numeral = /(?<![\p{L}\p{N}_.])[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?(?![\p{L}\p{N}_])(?: ?%)?/giu;

const chatter = /^[\s\W]*$|^```|^\s*(?:\d+\/\d+\s*)?\[=*>?\.*\]/;

/** Keras prints all steps of an epoch, `469/469`, or the validation beside the training: its training numbers are averages. */
const epoch = /^\s{0,20}\d{1,7}\/\d{1,7}\s|(?<![\p{L}\d])val_/u;

/**
 * The lines of a training log, each with its numbers by column: `cost = 0.27 training_percent = 0.91`, Keras'
 * `loss: 0.2 - acc: 0.9`, PyTorch's `Epoch 3, loss 0.4`. Columns that are not declared are left out; a line in which no
 * declared column stands, but something else than decoration, is shown as unread.
 */
export function readLog(lines: readonly string[], columns: readonly Column[]): ReadLog {
  const rows: Row[] = [];
  const unread: { line: number; text: string }[] = [];
  for (const [i, text] of lines.entries()) {
    const figures = figuresIn(text.slice(0, 500), columns);
    const averaged = epoch.test(text.slice(0, 500));
    if (figures.size > 0) rows.push({ label: `Line ${i + 1} of the log`, figures, ...(averaged && { averaged }) });
    else if (!chatter.test(text)) unread.push({ line: i + 1, text: text.trim().slice(0, 80) });
  }
  return { rows, unread };
}

function figuresIn(line: string, columns: readonly Column[]): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  let from = 0;
  for (const found of line.matchAll(numeral)) {
    const [number] = found;
    const column = columnOf(line.slice(from, found.index), columns);
    from = found.index + number.length;
    const reading = readWritten(number.trim());
    if (column && reading.ok && !figures.has(column.name))
      figures.set(column.name, inUnits({ ...figureOf(reading.written), exact: false }, number));
  }
  return figures;
}

/** The column that the last words before a number name: `epoch 3 - train loss:` is `train loss`, or else `loss`. */
function columnOf(before: string, columns: readonly Column[]): Column | undefined {
  const words = before.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
    const said = plainly(words.slice(from).join(''));
    const found = columns.find((column) =>
      [column.name, ...(column.headings ?? [])].some((one) => plainly(one) === said),
    );
    if (found) return found;
  }
  return undefined;
}

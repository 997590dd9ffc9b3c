import { labelOf, wordsIn } from './label.ts';
import { type Labelled, numbersIn } from './line.ts';

/** What the columns of a printed table are called: `epoch train_loss valid_loss accuracy time`. */
export type Heads = readonly (readonly string[])[];

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(line.includes('|') ? '|' : line.includes('\t') ? '\t' : /\s+/)
    .map((cell) => cell.trim());

/** The heads of a table that is printed below them, if a line without numbers is such. */
export function headsIn(line: string): Heads | undefined {
  if (/\d/.test(line)) return undefined;
  const heads = cellsOf(line).map(wordsIn);
  const named = heads.filter((words) => labelOf(words).measure !== undefined);
  if (named.length < 2) return undefined;
  // An accuracy that does not say of what is one of the images that the losses beside it are of.
  const last = named.findLast((words) => labelOf(words).of !== undefined);
  const of = labelOf(last ?? []).of;
  return heads.map((words) =>
    of !== undefined && labelOf(words).measure && !labelOf(words).of ? [of, ...words] : words,
  );
}

/** A row below such heads: as many cells, and numbers where they name something. */
export function rowUnder(heads: Heads, line: string): Labelled[] {
  const cells = cellsOf(line);
  if (cells.length !== heads.length) return [];
  return cells.flatMap((cell, i) => {
    const words = heads[i] ?? [];
    const label = labelOf(words);
    const [number, more] = numbersIn(cell);
    return label.measure && number && !more ? [{ ...number, words, label }] : [];
  });
}

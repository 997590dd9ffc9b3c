import type { Block } from '../document.ts';
import { type Passage, PassageWriter, unmarked } from '../passage.ts';
import type { Statement } from './statements.ts';
import { wordsOf } from './words.ts';

const number = /\d/;

/** Each cell with a value as a statement, labelled by its row, its column, and both. */
export function statementsOfTable({ rows = [] }: Block, block: number): Statement[] {
  const [head, ...body] = rows;
  if (!head || body.length === 0) return [];
  const header = isHeader(head) ? head : undefined;
  const lines = (header ? body : rows).filter((row, i, all) => !isSecondLine(row, all[i - 1]));
  const alone = aloneIn(header, lines);
  return lines.flatMap((row) =>
    row.flatMap((cell, column): Statement[] => {
      if (cell.text === '') return [];
      const heads =
        column === 0 ? firstHead(header, lines.length) : headsOf(header, row, column, lines.length, alone(column));
      return heads.length === 0
        ? []
        : [
            {
              ...statement(cell, heads, block),
              top: unmarked(header?.[column]?.text ?? '').trim(),
              others: wordsBeside(row, column),
            },
          ];
    }),
  );
}

/** The words of the other cells of a row, without their numbers. */
const wordsBeside = (row: readonly Passage[], column: number): string =>
  row
    .filter((_, i) => i !== column)
    .map(({ text }) => unmarked(text).replace(/\d[\d.,]*/g, ' '))
    .filter((text) => !/[=*·×+]|\\(?:times|cdot)/.test(text))
    .join(' ');

const general = new Set(
  'parameter operation weight total trainable learnable value result answer amount own mine my computed calculation'.split(
    ' ',
  ),
);

/** Does its row alone say what a cell of a column is? Where several columns have numbers, only in those with a general head. */
function aloneIn(
  header: readonly Passage[] | undefined,
  lines: readonly (readonly Passage[])[],
): (column: number) => boolean {
  const isValue = ({ text }: Passage): boolean =>
    /\d/.test(text) && (!/\p{L}/u.test(unmarked(text)) || text.includes('='));
  const width = Math.max(0, ...lines.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, i) => i).filter(
    (i) => i > 0 && lines.some((row) => row[i] !== undefined && isValue(row[i])),
  );
  return (column) =>
    columns.length < 2 || wordsOf(header?.[column]?.text ?? '').every((word) => general.has(word) || /^\d/.test(word));
}

/** The first cell names its row, unless there is but one row. */
const firstHead = (header: readonly Passage[] | undefined, rows: number): string[] => {
  const top = header?.[0] ? unmarked(header[0].text).trim() : '';
  return rows === 1 && top !== '' ? [top] : [];
};

/** A row of names, or of the numbers of classes behind a name. */
const isHeader = (row: readonly Passage[]): boolean => {
  const texts = row.map(({ text }) => unmarked(text).trim()).filter((text) => text !== '');
  const others = texts.slice(1);
  if (texts.length === 0) return false;
  if (others.every((text) => !/^[\s\d.,%+-]+$/.test(text))) return !others.some((text) => /=\s*[-+]?\d/.test(text));
  return (
    others.length > 1 && others.every((text) => /^\d{1,3}(?:\s*\(\d+\))?$/.test(text)) && /^\p{L}/u.test(texts[0] ?? '')
  );
};

/** A scanner writes the two lines of a row as two rows of one key: `1 | 5x5 convolution`, `1 | (output channels: 16)`. */
const isSecondLine = (row: readonly Passage[], before: readonly Passage[] | undefined): boolean =>
  before !== undefined && row[0]?.text === before[0]?.text && /^\(/.test(unmarked(row[1]?.text ?? ''));

/** What a cell may be called, the most exact first. */
function headsOf(
  header: readonly Passage[] | undefined,
  row: readonly Passage[],
  column: number,
  rows: number,
  alone: boolean,
): string[] {
  const [first] = row;
  const key = first ? unmarked(first.text).trim() : '';
  const top = header?.[column] ? unmarked(header[column].text).trim() : '';
  const corner = header?.[0] ? unmarked(header[0].text).trim() : '';
  const others = row
    .slice(1, column)
    .filter(({ text }) => !number.test(text))
    .map(({ text }) => unmarked(text).trim());
  const named = namedBy(corner, key);
  const heads = [
    ...(rows === 1 && /^[-+\d.,%\s]+$/.test(key) ? [top] : [`${named} ${top}`, ...(alone ? [named] : [])]),
    ...(alone ? others.slice(0, 1) : []),
    ...(rows === 1 ? [top] : []),
  ];
  return heads.map((text) => text.trim()).filter((text, i, all) => text !== '' && all.indexOf(text) === i);
}

/** A number under "Layer" is that layer, also with what it is behind it: `1 (conv 5x5)`. */
function namedBy(corner: string, key: string): string {
  const noun = corner.replace(/\b(?:number|no\.?|nr\.?|#|id|index)/gi, '').trim();
  const isNumber = number.test(key) && !/\p{L}/u.test(key);
  const index = isNumber ? key : /^\d{1,2}(?=\s*[-–:(.]|\s+\p{L})/u.exec(key)?.[0];
  return noun !== '' && index !== undefined && (isNumber || !noun.includes(' ')) ? `${noun} ${index}` : key;
}

const statement = (cell: Passage, heads: readonly string[], block: number): Statement => ({
  lead: new PassageWriter().add(heads[0] ?? '', cell.at[0] ?? 0, (cell.at[0] ?? 0) + 1).passage(),
  relation: 'row',
  ...sidesOf(cell),
  block,
  first: false,
  shown: false,
  kind: 'table',
  heads,
});

/** `5*5*16 + 16 = 416` in a cell. */
function sidesOf(cell: Passage): Pick<Statement, 'sides' | 'parting'> {
  const cuts = [...cell.text.matchAll(/=/g)].map(({ index }) => index);
  const starts = [0, ...cuts.map((at) => at + 1)];
  const sides = starts.map((from, i) => ({
    text: cell.text.slice(from, cuts[i] ?? cell.text.length),
    at: cell.at.slice(from, cuts[i] ?? cell.text.length),
  }));
  return { sides, parting: ['', ...cuts.map(() => '=')] };
}

import type { Block } from '../document.ts';
import { type Passage, PassageWriter, slice, trimmed } from '../passage.ts';

type Piece = Omit<Block, 'source'>;

/** Splits prose at rows of columns, which a scanner or a mail program makes of a table: by tabs, bars or wide gaps. */
export function columnsOf(passage: Passage): Piece[] {
  const pieces: Piece[] = [];
  let run: Passage[] = [];
  let isTable = false;
  const flush = () => {
    if (run.length > 0) pieces.push(isTable && run.length > 1 ? table(run) : prose(run));
    run = [];
  };
  for (const line of linesOf(passage)) {
    const columns = splitter(line.text) !== undefined;
    if (columns !== isTable) flush();
    isTable = columns;
    run.push(line);
  }
  flush();
  return pieces;
}

/** What parts the columns of a line; undefined where it has none. */
function splitter(line: string): RegExp | undefined {
  if (line.includes('\t')) return /\t/g;
  if ((line.match(/\|/g) ?? []).length > 2) return /\|/g;
  return (line.trim().match(/\S {3,}(?=\S)/g) ?? []).length > 1 ? / {3,}/g : undefined;
}

/** The lines of a passage, each without its line end. */
export function linesOf(passage: Passage): Passage[] {
  const lines: Passage[] = [];
  let from = 0;
  for (const found of passage.text.matchAll(/\n|$/g)) {
    lines.push(slice(passage, from, found.index));
    from = found.index + 1;
  }
  return lines;
}

const prose = (run: readonly Passage[]): Piece => ({ kind: 'prose', passage: joined(run) });

function table(run: readonly Passage[]): Piece {
  const rows = run.filter(({ text }) => /[^\s|:+-]/.test(text)).map(cellsOf);
  return { kind: 'table', passage: joined(run), rows };
}

/** Lines under each other again. */
function joined(lines: readonly Passage[]): Passage {
  const out = new PassageWriter();
  lines.forEach((line, i) => {
    if (i > 0) out.add('\n', (lines[i - 1]?.at.at(-1) ?? line.at[0] ?? 0) + 1);
    out.append(line);
  });
  return out.passage();
}

function cellsOf(given: Passage): Passage[] {
  const line = given.text.includes('\t') ? given : bare(given);
  const cells: Passage[] = [];
  let from = 0;
  for (const found of line.text.matchAll(splitter(given.text) ?? /\t/g)) {
    cells.push(trimmed(slice(line, from, found.index)));
    from = found.index + found[0].length;
  }
  return [...cells, trimmed(slice(line, from))];
}

/** Without the bars at both ends of a row. */
function bare(line: Passage): Passage {
  const { text } = trimmed(line);
  const inner = trimmed(line);
  return slice(inner, text.startsWith('|') ? 1 : 0, text.endsWith('|') ? text.length - 1 : text.length);
}

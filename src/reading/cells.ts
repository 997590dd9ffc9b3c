import { fold } from '../exact/characters.ts';
import { limits } from '../exact/limits.ts';
import type { AnswerValue } from './value.ts';

/** The cells of a matrix or a table as written, row by row, or why they cannot be told apart. */
export type CellsReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly reason: string };

const most = { rows: limits.rows, columns: limits.columns, characters: limits.matrix };

/**
 * Reads the rows of a matrix or table in any form that people write: an array of rows, `[[1, 2], [3, 4]]`, NumPy's print,
 * MATLAB's `[1 2; 3 4]`, LaTeX (`1 & 2 \\`), a Markdown table, rows of text with tabs, commas or blanks between the cells.
 * Nothing is guessed of a cell: it is the text that stood there.
 */
export function readCells(value: AnswerValue): CellsReading {
  if (value === null) return { ok: true, rows: [] };
  if (typeof value === 'string') return checked(rowsOfText(value));
  if (value.every((row) => Array.isArray(row))) {
    const flat = value.map((row) => (row as readonly AnswerValue[]).map(cellText));
    return checked(flat.every((row) => row.every((cell) => cell !== undefined)) ? (flat as string[][]) : undefined);
  }
  if (value.every((row) => typeof row === 'string'))
    return checked(rowsOfText((value as readonly string[]).join('\n')));
  return { ok: false, reason: 'some rows are lists and some are not' };
}

const cellText = (cell: AnswerValue): string | undefined =>
  typeof cell === 'string' ? cell.trim() : cell === null ? '' : undefined;

function checked(rows: readonly (readonly string[])[] | undefined): CellsReading {
  if (!rows) return { ok: false, reason: 'lists lie within its rows, or brackets do not close' };
  if (rows.length > most.rows || rows.some((row) => row.length > most.columns))
    return { ok: false, reason: `more than ${most.rows} rows or ${most.columns} columns` };
  return { ok: true, rows };
}

function rowsOfText(given: string): string[][] | undefined {
  if (given.length > most.characters) return undefined;
  const folded = fold(given).trim();
  const text = asRow(isOneRow(folded) ? folded.replace(transposed, '') : folded);
  if (/\\begin\{|\\\\|(?<!\\)&/.test(text)) return latexRows(text);
  if (/^\|/m.test(text) || linesOf(text).every((line) => line.includes('|'))) return markdownRows(text);
  if (text.startsWith('[') || /^(?:np\.)?array\(|^tensor\(|^Matrix\(/.test(text)) return bracketRows(text);
  return linesOf(text).map(splitCells);
}

const transposed = /\s?(?:\^\s?\{?\s?(?:T|\\top|\\intercal|\\mathsf\s?\{?T\}?)\s?\}?\}?|⊤|\.T|')$/;

/** An environment of one row or one column. */
const isOneRow = (text: string): boolean =>
  text.startsWith('\\begin{') && !(text.includes('\\\\') && /(?<!\\)&/.test(text));

/** One row in brackets of any sort, `(1, 2)^T` or `\left[1, 2\right]`, is that row: a vector is the same in a column. */
function asRow(given: string): string {
  const text = given
    .replace(/^\\left\s?(?=[[(])/, '')
    .replace(transposed, '')
    .trimEnd();
  if (!/^[[(]/.test(text) || !/[\])]$/.test(text)) return given;
  const row = text.slice(1, -1).replace(/\\right$/, '');
  return /[\s,]/.test(row) && !/[[\](){};&|\n]/.test(row) ? `[${row}]` : given;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');

function latexRows(text: string): string[][] {
  const inside = text
    .replace(/\$+|\\\[|\\\]/g, ' ')
    .replace(/\\(?:begin|end)\{[^{}]*\}(?:\{[^{}]*\})?/g, ' ')
    .replace(/\\(?:hline|left|right|toprule|midrule|bottomrule)(?![a-zA-Z])[\s[\]().|]?/g, ' ');
  return inside
    .split(/\\\\(?:\[[^\]]*\])?/)
    .filter((row) => /[^\s.,;]/.test(row))
    .map((row) =>
      row.split('&').map((cell) =>
        cell
          .trim()
          .replace(/\s\.$/, '')
          .replace(/^[[(]|[\])]\.?$/g, '')
          .trim(),
      ),
    );
}

function markdownRows(text: string): string[][] {
  return linesOf(text)
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
    .filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
}

/** `[[1, 2], [3, 4]]`, `[[1 2]\n [3 4]]`, `[1 2; 3 4]`: each innermost bracket is a row. */
function bracketRows(text: string): string[][] | undefined {
  const inside = text
    .replace(/^[\w.]*\(/, '')
    .replace(/(?:,\s*dtype=[\w.]+)?\)$/, '')
    .trim();
  if (!inside.startsWith('[') || !inside.endsWith(']')) return undefined;
  const body = inside.slice(1, -1).trim();
  if (!body.includes('[')) return body.split(body.includes(';') ? ';' : /\n/).map(splitCells);
  const rows: string[][] = [];
  let at = 0;
  while (at < body.length) {
    const open = body.indexOf('[', at);
    if (open < 0) break;
    const close = body.indexOf(']', open);
    if (close < 0 || body.slice(open + 1, close).includes('[')) return undefined;
    rows.push(splitCells(body.slice(open + 1, close)));
    at = close + 1;
  }
  return /[^\s,;]/.test(body.slice(at)) ? undefined : rows;
}

/** The cells of one row: parted by tabs, else by commas or semicolons, else by blanks. */
function splitCells(row: string): string[] {
  const text = row.trim().replace(/,$/, '');
  const parts = text.includes('\t') ? text.split('\t') : /[,;]/.test(text) ? text.split(/[,;]/) : text.split(/\s+/);
  return parts.map((cell) => cell.trim()).filter((cell, i, all) => cell !== '' || all.length > 1 || i > 0);
}

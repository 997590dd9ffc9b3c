import { CsvError, parse } from 'csv-parse/sync';
import { complaintText } from '../records/complaint.ts';
import { decode } from '../records/decode.ts';
import { exit, Stop } from './exit.ts';
import { readBytes } from './read.ts';

/** One row of a table, by the name of its column, and the line of the file it begins in. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table of text: its header and its rows. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** What parts its cells. */
  readonly delimiter: string;
}

/** Reads a CSV file with a header; commas, semicolons or tabs part the cells. Throws where it is none. */
export function readTable(file: string): Table {
  const bytes = readBytes(file);
  if (!bytes.ok) throw new Stop(exit.usage, complaintText(bytes.complaint));
  const decoded = decode(bytes.bytes, file);
  if (!decoded.ok) throw new Stop(exit.usage, complaintText(decoded.complaint));
  const delimiter = delimiterOf(decoded.text);
  const [header, ...rows] = recordsOf(decoded.text, file, delimiter);
  if (!header) throw new Stop(exit.usage, `${file}: the file is empty; its first line names the columns`);
  return { file, header: header.cells, rows, delimiter };
}

function recordsOf(text: string, file: string, delimiter: string): Row[] {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Stop(exit.usage, `${file}: this is no CSV: ${error.message}`);
  }
}

/** What parts the cells of the first line; spreadsheets of many countries write semicolons. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Where a column stands whose name is one of these, whatever its capitals, spaces and dashes; -1 where none does. */
export function columnOf(header: readonly string[], names: readonly string[]): number {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
  const all = header.map(plain);
  return names.map((name) => all.indexOf(plain(name))).find((at) => at >= 0) ?? -1;
}

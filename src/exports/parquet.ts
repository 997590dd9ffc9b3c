import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Format } from './format.ts';
import { type MarkRow, rowsOf } from './rows.ts';

type Kind = 'text' | 'number' | 'truth';

/** The columns, in order, and whether a value may be absent. */
const columns: Readonly<Record<keyof MarkRow, readonly [Kind, boolean]>> = {
  assignment: ['text', false],
  student: ['text', false],
  section: ['text', true],
  status: ['text', false],
  problem: ['text', false],
  field: ['text', false],
  asked: ['truth', false],
  given: ['text', true],
  read: ['text', true],
  verdict: ['text', false],
  points: ['number', false],
  outOf: ['number', false],
  waiting: ['number', false],
  slip: ['text', true],
  slipStep: ['text', true],
  evidence: ['number', true],
  machinePoints: ['number', true],
  decidedBy: ['text', true],
};
const names = Object.keys(columns) as (keyof MarkRow)[];

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  truth: { type: 'BOOLEAN' },
} as const;

const schema: SchemaElement[] = [
  { name: 'marks', num_children: names.length },
  ...names.map((name): SchemaElement => {
    const [kind, absent] = columns[name];
    return { name, repetition_type: absent ? 'OPTIONAL' : 'REQUIRED', ...types[kind] };
  }),
];

/** Rows that are held before they are encoded. */
const rowsAtOnce = 50_000;

/** The lines of all papers as a table for data frames: Parquet, in groups of rows. */
export const parquet: Format = {
  id: 'parquet',
  start: ({ roster }, sink) => {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({ writer: bytes, schema });
    let rows: MarkRow[] = [];
    let groups = 0;
    const flush = (): void => {
      if (rows.length === 0) return;
      writer.write({ columnData: names.map((name) => ({ name, data: rows.map((row) => row[name]) })) });
      groups += 1;
      rows = [];
    };
    return {
      add: (result) => {
        rows.push(...rowsOf(result, roster?.get(result.student)?.section));
        if (rows.length >= rowsAtOnce) flush();
      },
      end: () => {
        flush();
        // A file without a single group of rows cannot be read everywhere.
        if (groups === 0) return ['no line was marked, so there is no marks.parquet'];
        writer.finish();
        sink('marks.parquet', new Uint8Array(bytes.getBuffer()));
        return [];
      },
    };
  },
};

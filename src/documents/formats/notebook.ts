import { aboutFile, type Complaint } from '../../records/complaint.ts';
import type { Block, Source } from '../document.ts';
import { type Passage, PassageWriter, slice, sourcePassage, trimmed, withoutMarks } from '../passage.ts';
import { linesOf } from './columns.ts';
import { readMarkdown } from './markdown.ts';

export interface NotebookReading {
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  readonly about: Readonly<Record<string, string>>;
  readonly complaints: readonly Complaint[];
}

const mostCells = 5_000;
/** What a cell printed is read so far; beyond it stands a training run. */
const mostPrinted = 100_000;

/** Reads a Jupyter notebook of format 3 or 4. No cell is run: what a cell printed is read as it stands. */
export function readNotebook(source: string, file: string): NotebookReading {
  const empty = { blocks: [], sources: [], about: {} };
  const refuse = (says: string, mend: string) => ({ ...empty, complaints: [aboutFile(file, says, mend)] });
  const notebook = parsed(source);
  if (!isRecord(notebook)) return refuse('this is no notebook: it is not JSON', 'save it again in Jupyter');
  const cells = cellsOf(notebook);
  if (!cells) return refuse('this is no notebook: it has no cells', 'save it again in Jupyter');
  if (cells.length > mostCells)
    return refuse(`it has ${cells.length} cells, more than ${mostCells}`, 'hand in the answers only');
  const walk = new Walk(file);
  cells.forEach((cell, i) => {
    walk.cell(cell, i);
  });
  return { ...walk, about: { ...walk.about, ...metadata(notebook) } };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellsOf(notebook: Record<string, unknown>): unknown[] | undefined {
  if (Array.isArray(notebook.cells)) return notebook.cells;
  const [sheet] = Array.isArray(notebook.worksheets) ? notebook.worksheets : [];
  return isRecord(sheet) && Array.isArray(sheet.cells) ? sheet.cells : undefined;
}

function metadata({ metadata: about }: Record<string, unknown>): Record<string, string> {
  const own = isRecord(about) && isRecord(about.gradcheck) ? about.gradcheck : {};
  return Object.fromEntries(
    Object.entries(own).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** Notebooks keep text as one string or as a list of lines. */
const textOf = (value: unknown): string =>
  withoutMarks(
    Array.isArray(value)
      ? value.filter((line) => typeof line === 'string').join('')
      : typeof value === 'string'
        ? value
        : '',
  );

const ownOf = ({ metadata: about }: Record<string, unknown>): Record<string, unknown> =>
  isRecord(about) && isRecord(about.gradcheck) ? about.gradcheck : {};

/** `z1 = $1.368$` and `$z1 = 1.368$` without the name and the dollars. */
function withoutName(line: Passage, name: string): Passage {
  const bare = withoutDollars(line);
  const start = bare.text.startsWith(name) ? /^\s*=/.exec(bare.text.slice(name.length)) : undefined;
  return start ? withoutDollars(slice(bare, name.length + start[0].length)) : bare;
}

function withoutDollars(given: Passage): Passage {
  const line = trimmed(given);
  if (/^\$\$+$/.test(line.text)) return slice(line, 0, 0);
  const [, open, close] = /^(\$+)[^$]+(\$+)$/.exec(line.text) ?? [];
  return open && close ? trimmed(slice(line, open.length, line.text.length - close.length)) : line;
}

class Walk {
  readonly blocks: Block[] = [];
  readonly sources: Source[] = [];
  readonly about: Record<string, string> = {};
  readonly complaints: Complaint[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  cell(cell: unknown, number: number): void {
    if (!isRecord(cell)) {
      this.complaints.push(aboutFile(this.file, `cell ${number} is no cell`, 'save the notebook again in Jupyter'));
      return;
    }
    const type = cell.cell_type;
    const text = textOf(cell.source ?? cell.input);
    const own = ownOf(cell);
    const source = this.add({ text, cell: number });
    if (own.statement === true) return;
    if (typeof own.problem === 'string') this.problem(own.problem, source);
    if (typeof own.field === 'string') this.filledIn(own.field, text, source);
    else if (type === 'code') this.code(cell, text, source, number);
    else if (type === 'heading')
      this.blocks.push({
        kind: 'heading',
        level: Number(cell.level) || 1,
        passage: sourcePassage(text, 0, text.length),
        source,
      });
    else {
      const { blocks, about } = readMarkdown(text, source);
      for (const block of blocks) this.blocks.push(block);
      if (number === 0) Object.assign(this.about, about);
    }
  }

  private problem(label: string, source: number): void {
    this.blocks.push({ kind: 'problem', label, passage: new PassageWriter().add('', 0).passage(), source });
  }

  /** The cell of an answer: all in it is the answer and its work, whether or not `z1 = ` still stands before it. */
  private filledIn(label: string, text: string, source: number): void {
    const lines = linesOf(sourcePassage(text, 0, text.length))
      .map((line) => trimmed(withoutName(trimmed(line), label)))
      .filter((line) => line.text !== '');
    const passage = lines.at(-1) ?? new PassageWriter().passage();
    if (lines.length > 0) this.blocks.push({ kind: 'answer', label, passage, work: lines.slice(0, -1), source });
  }

  private add(source: Source): number {
    this.sources.push(source);
    return this.sources.length - 1;
  }

  private code(cell: Record<string, unknown>, text: string, source: number, number: number): void {
    this.blocks.push({ kind: 'code', passage: sourcePassage(text, 0, text.length), source });
    const outputs = Array.isArray(cell.outputs) ? cell.outputs : [];
    outputs.slice(0, 1000).forEach((output, i) => {
      const printed = isRecord(output) ? printedBy(output).slice(0, mostPrinted) : '';
      if (printed.trim() === '') return;
      const at = this.add({ text: printed, cell: number, output: i });
      this.blocks.push({ kind: 'code', passage: sourcePassage(printed, 0, printed.length), source: at });
    });
  }
}

/** The text of an output; pictures and pages are not read. */
function printedBy(output: Record<string, unknown>): string {
  if (output.output_type === 'stream') return textOf(output.text);
  const data = isRecord(output.data) ? output.data : output;
  return output.output_type === 'error' || output.output_type === 'pyerr'
    ? ''
    : textOf(data['text/plain'] ?? data.text);
}

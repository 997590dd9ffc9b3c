import type { Complaint } from '../records/complaint.ts';
import type { Place } from '../records/located.ts';
import type { Passage } from './passage.ts';

/** One piece of a document in reading order. */
export interface Block {
  readonly kind: 'heading' | 'prose' | 'math' | 'code' | 'table' | 'answer' | 'problem';
  readonly passage: Passage;
  /** The depth of a heading, from 1. */
  readonly level?: number;
  /** What stands before a list item that begins here: `-`, `2.`. */
  readonly marker?: string;
  readonly rows?: readonly (readonly Passage[])[];
  /** What a template says stands here: a field for an answer, the key of a problem for what follows. */
  readonly label?: string;
  /** Of a problem: its statement follows, and not yet its answers. */
  readonly isStatement?: boolean;
  /** Lines of work that a template keeps for the answer. */
  readonly work?: readonly Passage[];
  /** Which of the document's sources the passage points into. */
  readonly source: number;
}

/** A source text: a whole file, a cell of a notebook, or an output of it. */
export interface Source {
  readonly text: string;
  readonly cell?: number;
  readonly output?: number;
}

/** A document of any format as it is located in. */
export interface WriteUp {
  readonly file: string;
  readonly sources: readonly Source[];
  readonly blocks: readonly Block[];
  /** What it says of itself: `assignment`, `student`. */
  readonly about: Readonly<Record<string, string>>;
  readonly complaints: readonly Complaint[];
}

/** Finds places in a document; each source is looked through for line ends once. */
export function placer({ sources }: Pick<WriteUp, 'sources'>): (source: number, offset: number) => Place {
  const starts = new Map<number, number[]>();
  return (source, offset) => {
    const { text = '', cell, output } = sources[source] ?? {};
    const lines = starts.get(source) ?? lineStarts(text);
    starts.set(source, lines);
    const line = upTo(lines, offset);
    const column = offset - (lines[line - 1] ?? 0) + 1;
    return { line, column, ...(cell !== undefined && { cell }), ...(output !== undefined && { output }) };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return starts;
}

/** How many of the sorted numbers are at most `limit`. */
function upTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

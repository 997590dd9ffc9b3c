import type { Node } from 'jsonc-parser';
import { plain } from './members.ts';

/** Where something stands in a document, from 1; in a notebook its cell and the output of it, from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
  readonly output?: number;
}

/** By problem and field. */
export type ByField<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** What was found in a document for a field and not surely placed; it stands in no answer. */
export interface Asked {
  readonly problem: string;
  readonly field: string;
  readonly candidates: readonly string[];
  readonly why: string;
}

/** What reading a document adds to a submission. */
export interface FromDocument {
  readonly where?: ByField<Place>;
  readonly asked?: readonly Asked[];
}

/** The members of a submission that reading a document wrote; the schema has checked them. */
export function locatedIn(members: ReadonlyMap<string, Node>): FromDocument {
  const [where, asked] = [members.get('where'), members.get('asked')];
  return {
    ...(where && { where: plain(where) as ByField<Place> }),
    ...(asked && { asked: plain(asked) as readonly Asked[] }),
  };
}

/** A place in words: "line 15, column 10", "cell 4, line 2". */
export function placeText({ line, column, cell, output }: Place): string {
  const within = [cell === undefined ? '' : `cell ${cell}`, output === undefined ? '' : `output ${output}`];
  return [...within, `line ${line}`, cell === undefined ? `column ${column}` : ''].filter(Boolean).join(', ');
}

import type { Assembly } from './assembly.ts';
import type { NumberContext } from './names.ts';

/** Arithmetic that is being read. */
export interface Source {
  readonly text: string;
  readonly context: NumberContext;
  readonly out: Assembly;
  readonly notes: string[];
  /** So far every number is a whole number, written out. */
  whole: boolean;
}

/** Reads one thing that begins at `at` and says where it ends; undefined where no such thing begins. */
export type Rule = (source: Source, at: number) => number | undefined;

/** Where the blanks that end a text begin. */
export function beforeBlanks(text: string): number {
  let end = text.length;
  while (/[\s\0]/.test(text[end - 1] ?? 'x')) end--;
  return end;
}

/** Where the blanks that begin at `at` end. */
export function pastBlanks(text: string, at: number): number {
  let end = at;
  while (/[\s\0]/.test(text[end] ?? 'x')) end++;
  return end;
}

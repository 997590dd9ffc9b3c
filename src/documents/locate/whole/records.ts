import type { Column, TableField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { tabbed } from './grid.ts';
import { blocksOf, type Numbered, takes, whole } from './place.ts';

interface Row {
  readonly number: number;
  readonly at: Numbered;
  readonly cells: Map<string, string>;
}

/** A table that was written out as a list: "Model 1: learning rate = 0.01, …", "Model 2: …". */
export function recordsOf(slot: Slot, { columns }: TableField, findings: Findings): Candidate[] {
  const own = blocksOf(slot, findings).filter(({ block: { kind } }) => kind === 'prose' || kind === 'heading');
  const nouns = new Set(
    own.flatMap((one) => linesOf(one).flatMap((line) => start.exec(line)?.[1]?.toLowerCase() ?? [])),
  );
  return [...nouns].flatMap((noun) => recordsBy(noun, slot, columns, own, findings)).slice(0, 1);
}

/** The rows that one noun numbers: "Model 1", "Model 2". "Task 1" before them numbers something else. */
function recordsBy(
  noun: string,
  slot: Slot,
  columns: readonly Column[],
  own: readonly Numbered[],
  findings: Findings,
): Candidate[] {
  const rows = rowsOf(noun, columns, own);
  const [first] = rows;
  if (!first || rows.length < 2) return [];
  const order = columns.filter(({ name }) => first.cells.has(name));
  const isWhole = rows.every(({ cells }) => cells.size === order.length && order.every(({ name }) => cells.has(name)));
  if (!isWhole || order.length < Math.max(2, columns.length / 2)) return [];
  const text = tabbed([
    order.map(({ name }) => name),
    ...rows.map(({ cells }) => order.map(({ name }) => cells.get(name) ?? '')),
  ]);
  return takes(slot, text) ? [whole(slot, text, first.at, 'row', `rows that are numbered from 1`, findings)] : [];
}

const start = /^[\s*#-]*(?:\p{L}{3,}\s)?(\p{L}{3,})\s#?(\d{1,2})(?=\s|:|\.|\)|$)/u;

const linesOf = ({ block }: Numbered): string[] => unmarked(block.passage.text).split('\n');

/** The first rows that are numbered 1, 2, 3, …; what stands before, between others or behind belongs to none. */
function rowsOf(noun: string, columns: readonly Column[], own: readonly Numbered[]): Row[] {
  const rows: Row[] = [];
  let open: Row | undefined;
  for (const one of own) {
    for (const line of linesOf(one)) {
      const cells = cellsIn(line, columns);
      const [, named = '', numbered] = start.exec(line) ?? [];
      const number = named.toLowerCase() === noun ? numbered : undefined;
      if (number !== undefined && (cells.length > 0 || open === undefined || Number(number) === rows.length + 1)) {
        if (Number(number) !== rows.length + 1 && rows.length > 1) return rows;
        if (Number(number) !== rows.length + 1) rows.length = 0;
        open = Number(number) === rows.length + 1 ? { number: rows.length + 1, at: one, cells: new Map() } : undefined;
        if (open) rows.push(open);
      }
      for (const [name, value] of cells) if (open && !open.cells.has(name)) open.cells.set(name, value);
    }
  }
  return rows;
}

const value = /^(?:(?:=|:|of|is|was)\s*)?(-?\.?\d[\d.,]*(?:e-?\d+)?\s?%?)/i;

/** What a line gives for the columns: `val accuracy = 89.80%`. */
function cellsIn(line: string, columns: readonly Column[]): [string, string][] {
  const lower = line.toLowerCase();
  return columns.flatMap(({ name, headings = [] }): [string, string][] => {
    for (const head of [...headings, name].map((one) => one.toLowerCase())) {
      const at = lower.indexOf(head);
      if (at < 0 || /\p{L}\s*$/u.test(lower.slice(0, at))) continue;
      const found = value.exec(line.slice(at + head.length).trimStart())?.[1];
      if (found) return [[name, found.trim().replace(/[.,]$/, '')]];
    }
    return [];
  });
}

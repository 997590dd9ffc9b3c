import type { Working } from '../working/working.ts';

/**
 * For each symbol those it may be taken for: in a network its neighbours; elsewhere the same letter with another index (`w5` for `w6`), among givens the same
 * index with another letter (`w3` for `x3`), and the author's groups.
 */
export function siblingsOf(working: Working): ReadonlyMap<string, readonly string[]> {
  const known = working.siblings ?? found.get(working) ?? find(working);
  found.set(working, known);
  return known;
}

const found = new WeakMap<Working, ReadonlyMap<string, readonly string[]>>();

function find(working: Working): ReadonlyMap<string, readonly string[]> {
  const givens = [...working.givens.keys()];
  const lines = working.lines.map((line) => line.name);
  const like = new Map<string, readonly string[]>();
  for (const name of [...givens, ...lines]) {
    const peers = working.givens.has(name) ? givens : lines;
    const found = peers.filter((peer) => peer !== name && (sameLetter(name, peer) || sameIndex(name, peer, working)));
    like.set(name, [...new Set([...found, ...grouped(name, working)])]);
  }
  return like;
}

const indexed = /^((?:.*\D)?)(\d+)$/u;
const cell = /^([^[\]]+)\[(\d+)(?:,(\d+))?\]$/u;

/** Cells of one array in one row or one column, and those mirrored in the diagonal. */
function sameArray(a: string, b: string): boolean {
  const [, arrayA, rowA, columnA] = cell.exec(a) ?? [];
  const [, arrayB, rowB, columnB] = cell.exec(b) ?? [];
  if (arrayA === undefined || arrayA !== arrayB) return false;
  return columnA === undefined || rowA === rowB || columnA === columnB || (rowA === columnB && columnA === rowB);
}

/** What stands in the brackets of a cell, or the digits at the end of a name. */
const indexOf = (name: string): string | undefined => /\[([\d,]+)\]$/u.exec(name)?.[1] ?? indexed.exec(name)?.[2];

function sameLetter(a: string, b: string): boolean {
  if (a.endsWith(']')) return sameArray(a, b);
  const [, letterA] = indexed.exec(a) ?? [];
  const [, letterB] = indexed.exec(b) ?? [];
  return letterA !== undefined && letterA !== '' && letterA === letterB;
}

function sameIndex(a: string, b: string, { givens }: Working): boolean {
  if (!givens.has(a)) return false;
  const index = indexOf(a);
  return index !== undefined && index === indexOf(b);
}

const grouped = (name: string, { groups }: Working): string[] =>
  groups.filter((group) => group.includes(name)).flatMap((group) => group.filter((other) => other !== name));

import type { Formula } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import { styles } from './vocabulary.ts';

/** Matrices and cases. */
export function environment(cursor: Cursor, token: Token): Formula {
  const name = cursor
    .group()
    .map(({ text }) => text)
    .join('');
  // `\\{ \\begin{array}{ll}` is how cases were written before there was a name for them.
  const isBraced = name === 'array' && cursor.bars.at(-1) === '\\{';
  if (name === 'array') cursor.group();
  const rows = rowsOf(cursor, token);
  if (isBraced) return casesOf(cursor, rows, token);
  if (/^(?:array|[bpvBV]?matrix\*?)$/.test(name) && name[0] !== 'v' && name[0] !== 'V')
    return { kind: 'matrix', rows: rows.map((row) => row.map((one) => cursor.inner(one))) };
  if (/^[dr]?cases$/.test(name)) return casesOf(cursor, rows, token);
  return cursor.refuse(`the environment ${name} is not read`, token.at);
}

/** The tokens of every cell, up to the end of the environment. */
function rowsOf(cursor: Cursor, token: Token): Token[][][] {
  const rows: Token[][][] = [[[]]];
  for (let depth = 1; ; ) {
    const here = cursor.take();
    if (here.kind === 'end') return cursor.refuse('this environment has no end', token.at);
    if (here.text === '\\begin') depth++;
    if (here.text === '\\end' && --depth === 0) {
      cursor.group();
      break;
    }
    if (depth === 1 && here.text === '&') rows.at(-1)?.push([]);
    else if (depth === 1 && here.text === '\\\\') rows.push([[]]);
    else rows.at(-1)?.at(-1)?.push(here);
  }
  return rows.filter((row) => row.some((one) => one.length > 0));
}

const otherwise = new Set(['otherwise', 'else', 'sonst']);
const leading = new Set(['if', 'for', 'when', 'where', ...otherwise]);

function casesOf(cursor: Cursor, rows: readonly Token[][][], token: Token): Formula {
  const cases = rows.map(([of = [], when = [], more]) => {
    if (more || of.length === 0) cursor.refuse('each case has a value and a condition', token.at);
    const value = cursor.inner(of.at(-1)?.text === ',' ? of.slice(0, -1) : of);
    const { words, rest } = conditionOf(when);
    return words.some((word) => otherwise.has(word)) ? { of: value } : { of: value, when: cursor.inner(rest) };
  });
  if (cases.slice(0, -1).some((one) => !('when' in one)))
    cursor.refuse('only the last case may be without a condition', token.at);
  return { kind: 'cases', cases };
}

/** The words that lead to a condition, and the condition. */
function conditionOf(tokens: readonly Token[]): { words: readonly string[]; rest: readonly Token[] } {
  const isLead = ({ kind, text }: Token): boolean =>
    kind === 'word' ? leading.has(text) : styles.has(text) || text === '\\mbox' || text === '{' || text === '}';
  const end = tokens.findIndex((one) => !isLead(one));
  const lead = end < 0 ? tokens : tokens.slice(0, end);
  const rest = end < 0 ? [] : tokens.slice(end);
  const words = lead.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  // A style directly before the condition is that of its first letter.
  const last = lead.findLastIndex(({ text }) => text === '}' || leading.has(text));
  const own = lead.slice(last + 1);
  const after = ['.', ','].includes(rest.at(-1)?.text ?? '') ? rest.slice(0, -1) : rest;
  return { words, rest: [...own, ...after] };
}

import type { Formula } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { apart } from './tokens.ts';

/** `[[1, 2], [3, 4]]`: rows of numbers or formulas. */
export function rowsOf(cursor: Cursor): Formula {
  const rows: Formula[][] = [];
  do {
    cursor.expect('[');
    const row = [cursor.formula()];
    while (cursor.took(',')) row.push(cursor.formula());
    cursor.expect(']');
    rows.push(row);
  } while (cursor.took(','));
  cursor.expect(']');
  return { kind: 'matrix', rows };
}

/** `[W, b; 0, 1]`, of which the first block was read. */
export function blocksOf(cursor: Cursor, first: Formula): Formula {
  const rows: Formula[][] = [[first]];
  while (cursor.is(',', ';')) {
    if (cursor.take().text === ';') rows.push([cursor.formula()]);
    else rows.at(-1)?.push(cursor.formula());
  }
  cursor.expect(']');
  return { kind: 'matrix', rows };
}

/** Are the braces here those of `{x if (x > 0); 0 otherwise}`? */
export function holdsCases(cursor: Cursor): boolean {
  const { next } = cursor;
  cursor.next--;
  const inside = cursor.group();
  cursor.next = next;
  return inside.some(({ kind, text }) => kind === 'word' && text === 'if');
}

export function plainCases(cursor: Cursor): Formula {
  cursor.next--;
  const tokens = cursor.group();
  const at = tokens[0]?.at;
  const cases = apart(tokens, ';').map((part) => {
    const [of = [], when] = apart(part, 'if');
    if (when) return { of: cursor.inner(of), when: cursor.inner(when) };
    if (part.at(-1)?.text !== 'otherwise') cursor.refuse('each case has a value and a condition', at);
    return { of: cursor.inner(part.slice(0, -1)) };
  });
  if (cases.slice(0, -1).some((one) => !('when' in one)))
    cursor.refuse('only the last case may be without a condition', at);
  return { kind: 'cases', cases };
}

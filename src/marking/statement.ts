import { rowsOf } from '../working/arrays/cells.ts';
import type { Given, Givens } from '../working/given.ts';

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The names in double braces of a statement, each once. */
export const placeholdersOf = (statement: string): string[] => [
  ...new Set([...statement.matchAll(placeholder)].map(([, name = '']) => name)),
];

/** The statement with the givens, and `{{rounding}}`, in their places; unknown names stay as they are. */
export function fillStatement(statement: string, givens: Givens, rounding: string): string {
  return statement.replaceAll(placeholder, (whole, name: string) => {
    if (name === 'rounding') return rounding;
    const given = Object.hasOwn(givens, name) ? givens[name] : undefined;
    return given === undefined ? whole : givenText(given);
  });
}

/** A list as `28, 28, 1`, a matrix of numbers as `[[1, 2], [3, 4]]`; layers one under the other. */
function givenText(given: Given): string {
  if (typeof given === 'string') return given;
  const rows = isList(given) && given.every(isList) ? rowsOf(given) : undefined;
  if (rows) return `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
  if (!isList(given))
    return Object.entries(given)
      .map(([name, value]) => `${name} ${givenText(value)}`)
      .join(', ');
  return given.every((item) => typeof item === 'string')
    ? given.join(', ')
    : given.map((item) => `- ${givenText(item)}`).join('\n');
}

const isList = (given: Given): given is readonly Given[] => Array.isArray(given);

import type { Declaration } from '../declaration.ts';
import { type ArrayLine, isArray } from './arrays.ts';
import { cellNames, rowsOf, shapeOf } from './cells.ts';

/** The words of an array are those of its cells, with their place. */
export function wordsOfCells({ givens, names = {} }: Declaration, lines: readonly ArrayLine[]): Record<string, string> {
  const given = Object.entries(givens).flatMap(([name, one]) => {
    const rows = rowsOf(one);
    return rows ? [[name, cellNames(name, shapeOf(rows))] as const] : [];
  });
  const arrays = new Map([...given, ...lines.filter(isArray).map(({ name, cells }) => [name, cells] as const)]);
  const all = Object.entries(names).flatMap(([name, words]): [string, string][] => {
    const cells = arrays.get(name)?.flat() ?? [];
    return [
      [name, words],
      ...cells.map((cell): [string, string] => [cell, `the cell ${cell.slice(name.length)} of ${words}`]),
    ];
  });
  return Object.fromEntries(all);
}

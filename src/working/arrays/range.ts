import type { DeclaredName } from '../../formulas/names.ts';
import { below, type Formula, namesIn } from '../../formulas/tree.ts';

/** How far an index runs by the arrays in which it stands alone; undefined where they do not say one number. */
export function rangeOf(letter: string, of: Formula, names: readonly DeclaredName[]): string | undefined {
  const found = new Set<string>();
  const walk = (node: Formula): void => {
    if (node.kind === 'at' && node.of.kind === 'symbol') {
      const { of: array, indices } = node;
      const [rows = '1', columns = '1'] = names.find(({ name }) => name === array.name)?.shape ?? [];
      indices.forEach((index, axis) => {
        if (!namesIn(index).has(letter)) return;
        // Where it is worked with, the array says nothing of it alone.
        if (index.kind !== 'symbol') found.add('');
        else found.add(indices.length === 2 ? (axis === 0 ? rows : columns) : rows === '1' ? columns : rows);
      });
    }
    for (const child of below(node)) walk(child);
  };
  walk(of);
  const [only] = found;
  return only && found.size === 1 ? only : undefined;
}

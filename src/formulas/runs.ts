import { dimsOf } from './dims.ts';
import { type Names, runsOf, sizeOf, sizesOf } from './names.ts';
import { below, type Formula, namesIn } from './tree.ts';

/** It is not clear what an index of a formula runs over. */
export class UnclearIndex extends Error {}

/** The sizes of the arrays along which an index stands: `{m}` for the j of `W[i, j]`. */
export function dimsAlong(tree: Formula, index: string, names: Names): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: Formula): void => {
    if (!namesIn(node).has(index)) return;
    if (node.kind === 'at') {
      const dims = dimsOf(node.of, names);
      const along = node.indices.length === 1 ? dims?.filter((dim) => dim !== '1') : dims;
      node.indices.forEach((one, i) => {
        const dim = along?.[i];
        if (one.kind === 'symbol' && one.name === index && dim !== undefined) found.add(dim);
      });
    }
    below(node).forEach(walk);
  };
  walk(tree);
  return found;
}

/** The letters that stand free in a formula and are no names: its indices, those declared first and in their order. */
export function freeIndices(tree: Formula, { names, indices = {}, fixed = {} }: Names): string[] {
  const free = [...namesIn(tree)].filter(
    (one) => !Object.hasOwn(fixed, one) && !names.some(({ name }) => name === one),
  );
  const declared = Object.keys(indices).filter((index) => free.includes(index));
  return [...declared, ...free.filter((one) => !declared.includes(one)).sort()];
}

/** How far each free index of a formula runs: over the arrays it stands in, which must be as long as it was declared. */
export function runsIn(tree: Formula, free: readonly string[], names: Names, isLabelled: boolean): Map<string, number> {
  const sizes = sizesOf(names);
  const runs = new Map(runsOf(names));
  for (const index of free) {
    const dims = [...dimsAlong(tree, index, names)];
    const known = runs.get(index);
    const [first = known] = dims.map((dim) => sizeOf(dim, sizes));
    const fits = dims.length < 2 && first !== undefined && (isLabelled || known === undefined || known === first);
    if (!fits) throw new UnclearIndex(`it is not clear what the index \`${index}\` runs over`);
    runs.set(index, first);
  }
  return runs;
}

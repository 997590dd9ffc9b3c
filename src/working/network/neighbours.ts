import type { Line } from '../problem.ts';

/** Attributes that stand for like things: the depth that a layer gives is the depth that the next one takes. */
const families: Readonly<Record<string, string>> = {
  filters: 'depth',
  units: 'depth',
  depth: 'depth',
  kernel: 'window',
  window: 'window',
  stride: 'stride',
  padding: 'padding',
  groups: 'groups',
  dilation: 'dilation',
  size: 'size',
  height: 'height',
  width: 'width',
};

/**
 * For each symbol of a network those it may be taken for: the like one of the nearest layers before and after, and the
 * other numbers of its own layer. Givens and lines are in the order of the network.
 */
export function neighbours(givens: readonly string[], lines: readonly Line[]): Map<string, readonly string[]> {
  const names = [...givens, ...lines.map(({ name }) => name)];
  const chains = grouped(names, chainOf);
  const own = grouped(givens, layerOf);
  return new Map(
    names.map((name) => {
      const chain = chains.get(chainOf(name)) ?? [];
      const at = chain.indexOf(name);
      const beside = [chain[at - 1], chain[at + 1]].filter((other) => other !== undefined);
      const same = givens.includes(name) && layerOf(name) !== 'input' ? (own.get(layerOf(name)) ?? []) : [];
      return [name, [...new Set([...beside, ...same])].filter((other) => other !== name)];
    }),
  );
}

const parts = (name: string): [string, string] => {
  const dot = name.lastIndexOf('.');
  const attribute = name.slice(dot + 1);
  return dot > 0 && Object.hasOwn(families, attribute) ? [name.slice(0, dot), attribute] : [name, 'parameters'];
};

const layerOf = (name: string): string => parts(name)[0];
const chainOf = (name: string): string => families[parts(name)[1]] ?? parts(name)[1];

function grouped(names: readonly string[], by: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(by(name), [...(groups.get(by(name)) ?? []), name]);
  return groups;
}

import type { Line, Role } from '../working.ts';

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
export function neighbours(
  givens: readonly string[],
  lines: readonly Line[],
  roles: ReadonlyMap<string, Role>,
): Map<string, readonly string[]> {
  const names = [...givens, ...lines.map(({ name }) => name)];
  const chainOf = (name: string): string => families[roles.get(name)?.of ?? ''] ?? 'parameters';
  const layerOf = (name: string): string => roles.get(name)?.layer ?? '';
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

function grouped(names: readonly string[], by: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(by(name), [...(groups.get(by(name)) ?? []), name]);
  return groups;
}

import { print } from '../expressions/print.ts';
import { type Site, shapeOf, sites } from '../expressions/sites.ts';
import { children, type Expression, withChildren } from '../expressions/tree.ts';
import { lowered, say } from '../working/message.ts';
import type { Edit, Line, Operator, Working } from '../working/working.ts';

/** An edit with what made it. */
export interface Made extends Edit {
  readonly operator: Operator;
}

/** One slip at many places of a line is a little rarer than at one. */
const inManyPlaces = 1;
const parts: ReadonlySet<Expression['kind']> = new Set(['power', 'call', 'sum', 'product']);

/** The same edit at every like place of one line is one slip: all squares forgotten, log10 for each ln. */
export function alikeWithin(line: Line, operators: readonly Operator[], working: Working): Made[] {
  const all = sites(line.formula).flatMap((site): Site[] =>
    parts.has(site.node.kind) ? [{ ...site, replace: (by) => by }] : [],
  );
  const groups = [...grouped(all, sortOf), ...powersOfOne(all), ...belowTheLine(all)];
  return groups
    .filter((group) => group.length > 1 && areApart(group))
    .flatMap((group) => operators.flatMap((operator) => together(group, operator, line, working)));
}

function grouped(all: readonly Site[], by: (node: Expression) => string): (readonly Site[])[] {
  const groups = new Map<string, Site[]>();
  for (const site of all) groups.set(by(site.node), [...(groups.get(by(site.node)) ?? []), site]);
  return [...groups.values()];
}

/** The powers of one base, where they are different ones. */
const powersOfOne = (all: readonly Site[]): (readonly Site[])[] =>
  grouped(
    all.filter(({ node }) => node.kind === 'power'),
    (node) => (node.kind === 'power' ? print(node.base) : ''),
  ).filter((group) => new Set(group.map(({ node }) => sortOf(node))).size > 1);

/** Like places below a fraction line that are above it as well: what is done there only. */
function belowTheLine(all: readonly Site[]): (readonly Site[])[] {
  return all.flatMap(({ node, path }) => {
    const factors = node.kind === 'product' ? node.factors : [];
    const under = factors.flatMap(({ inverse }, i) => (inverse ? [path === '' ? `${i}` : `${path}.${i}`] : []));
    const isBelow = (site: Site): boolean => under.some((at) => site.path === at || site.path.startsWith(`${at}.`));
    if (under.length === 0) return [];
    const above = new Set(all.filter((site) => site.path !== path && !isBelow(site)).map((site) => sortOf(site.node)));
    return grouped(all.filter(isBelow), sortOf).filter(([first]) => first && above.has(sortOf(first.node)));
  });
}

/** Calls of one function and powers of one exponent are alike, whatever they are applied to. */
const sortOf = (node: Expression): string =>
  node.kind === 'call' ? node.fn.name : node.kind === 'power' ? `^${print(node.exponent)}` : shapeOf(node);

/** Does no place lie within another? */
const areApart = (group: readonly Site[]): boolean =>
  group.every(({ path }) => group.every((other) => other.path === path || !other.path.startsWith(`${path}.`)));

function together(group: readonly Site[], operator: Operator, line: Line, working: Working): Made[] {
  const [first = [], ...others] = group.map((site) => operator.edits?.(site, line, working) ?? []);
  return first.flatMap((edit): Made[] => {
    const same = others.map((edits) => edits.find(({ trace }) => trace === edit.trace)?.tree);
    if (same.some((tree) => tree === undefined)) return [];
    const by = new Map([edit.tree, ...same].map((tree, i) => [group[i]?.path ?? '', tree as Expression]));
    const tree = put(line.formula, by, '');
    const trace = `within ${group[0]?.path}+${group.length}:${operator.id}:${edit.trace}`;
    const wording = { ...edit.wording, says: say`At every like place: ${lowered(edit.wording.says)}` };
    return [{ ...edit, operator, tree, trace, wording, dearer: (edit.dearer ?? 0) + inManyPlaces }];
  });
}

function put(tree: Expression, by: ReadonlyMap<string, Expression>, path: string): Expression {
  const here = by.get(path);
  if (here) return here;
  const below = children(tree);
  if (below.length === 0) return tree;
  return withChildren(
    tree,
    below.map((child, i) => put(child, by, path === '' ? `${i}` : `${path}.${i}`)),
  );
}

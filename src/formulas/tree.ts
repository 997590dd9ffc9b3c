import type { Axis, CellOp, CompareOp, FoldOp, Formula, Stretch } from './nodes.ts';

export type { Axis, CellOp, CompareOp, FoldOp, Formula, Stretch };

export const number = (text: string): Formula => ({ kind: 'number', text });
export const symbol = (name: string): Formula => ({ kind: 'symbol', name });
export const transpose = (of: Formula): Formula => (of.kind === 'transpose' ? of.of : { kind: 'transpose', of });

/** The formulas directly below. */
export function below(tree: Formula): readonly Formula[] {
  switch (tree.kind) {
    case 'number':
    case 'symbol':
      return [];
    case 'sum':
      return tree.terms.map(({ of }) => of);
    case 'product':
      return tree.factors.map(({ of }) => of);
    case 'power':
      return [tree.base, tree.exponent];
    case 'call':
      return tree.args;
    case 'cellwise':
    case 'compare':
      return [tree.left, tree.right];
    case 'matrix':
      return tree.rows.flat();
    case 'at':
      return [tree.of, ...tree.indices];
    case 'fold':
      return [tree.of, ...(tree.to ? [tree.to] : []), ...(tree.where ? [tree.where] : [])];
    case 'cases':
      return tree.cases.flatMap(({ of, when }) => (when ? [of, when] : [of]));
    case 'slice':
      return [tree.of, ...boundsOf(tree.rows), ...boundsOf(tree.columns)];
    case 'reshape':
      return [tree.of, ...(tree.rows ? [tree.rows] : []), ...(tree.columns ? [tree.columns] : [])];
    case 'repeat':
      return [tree.of, tree.down, tree.across];
    default:
      return [tree.of];
  }
}

const boundsOf = ({ from, to }: Stretch = {}): Formula[] => [...(from ? [from] : []), ...(to ? [to] : [])];

/** The same node over other formulas, made of those that stand below it. */
export function over(tree: Formula, by: (below: Formula) => Formula): Formula {
  switch (tree.kind) {
    case 'number':
    case 'symbol':
      return tree;
    case 'sum':
      return { ...tree, terms: tree.terms.map((term) => ({ ...term, of: by(term.of) })) };
    case 'product':
      return { ...tree, factors: tree.factors.map((factor) => ({ ...factor, of: by(factor.of) })) };
    case 'power':
      return { ...tree, base: by(tree.base), exponent: by(tree.exponent) };
    case 'call':
      return { ...tree, args: tree.args.map(by) };
    case 'cellwise':
    case 'compare':
      return { ...tree, left: by(tree.left), right: by(tree.right) };
    case 'matrix':
      return { ...tree, rows: tree.rows.map((row) => row.map(by)) };
    case 'at':
      return { ...tree, of: by(tree.of), indices: tree.indices.map(by) };
    case 'fold':
      return {
        ...tree,
        of: by(tree.of),
        ...(tree.to && { to: by(tree.to) }),
        ...(tree.where && { where: by(tree.where) }),
      };
    case 'cases':
      return { ...tree, cases: tree.cases.map(({ of, when }) => ({ of: by(of), ...(when && { when: by(when) }) })) };
    case 'slice':
      return {
        ...tree,
        of: by(tree.of),
        ...(tree.rows && { rows: stretchOver(tree.rows, by) }),
        ...(tree.columns && { columns: stretchOver(tree.columns, by) }),
      };
    case 'reshape':
      return {
        ...tree,
        of: by(tree.of),
        ...(tree.rows && { rows: by(tree.rows) }),
        ...(tree.columns && { columns: by(tree.columns) }),
      };
    case 'repeat':
      return { ...tree, of: by(tree.of), down: by(tree.down), across: by(tree.across) };
    default:
      return { ...tree, of: by(tree.of) };
  }
}

const stretchOver = ({ from, to }: Stretch, by: (below: Formula) => Formula): Stretch => ({
  ...(from && { from: by(from) }),
  ...(to && { to: by(to) }),
});

const free = new WeakMap<Formula, ReadonlySet<string>>();

/** Every name that stands free in a formula, each once. */
export function namesIn(tree: Formula): ReadonlySet<string> {
  const known = free.get(tree) ?? new Set(freeNames(tree));
  free.set(tree, known);
  return known;
}

function freeNames(tree: Formula): readonly string[] {
  if (tree.kind === 'symbol') return tree.name.startsWith('#') ? [] : [tree.name];
  const own = tree.kind === 'fold' ? [tree.index] : tree.kind === 'each' ? [tree.rows, tree.columns] : [];
  return below(tree).flatMap((child) => [...namesIn(child)].filter((name) => !own.includes(name)));
}

/** The formula with a name replaced wherever it stands free. */
export function replaceName(tree: Formula, name: string, by: Formula): Formula {
  if (tree.kind === 'symbol') return tree.name === name ? by : tree;
  if (tree.kind === 'fold' && tree.index === name) return tree;
  return over(tree, (child) => replaceName(child, name, by));
}

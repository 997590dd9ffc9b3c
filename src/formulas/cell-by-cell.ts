import { dimsOf } from './dims.ts';
import type { Names } from './names.ts';
import { type Formula, over } from './tree.ts';

/** A formula with its powers of arrays and what is divided by them taken cell by cell: `1/(1 + e^{-Z})`, `X^2`. */
export function cellByCell(tree: Formula, names: Names): Formula {
  const of = over(tree, (child) => cellByCell(child, names));
  if (of.kind === 'power' && isArray(of.base, names))
    return { kind: 'cellwise', op: '^', left: of.base, right: of.exponent };
  if (of.kind !== 'product' || !of.factors.some((one) => one.inverse && isArray(one.of, names))) return of;
  const above = of.factors.filter(({ inverse }) => !inverse);
  const first: Formula = above.length === 0 ? { kind: 'number', text: '1' } : { kind: 'product', factors: above };
  return of.factors
    .filter(({ inverse }) => inverse)
    .reduce<Formula>((left, { of: right }) => ({ kind: 'cellwise', op: '/', left, right }), first);
}

function isArray(tree: Formula, names: Names): boolean {
  return dimsOf(tree, names)?.some((dim) => dim !== '1') ?? false;
}

import type { Names } from './names.ts';
import type { Formula } from './tree.ts';

/** Rows and columns of a formula, each a number or the name of a size. */
export type Dims = readonly [rows: string, columns: string];

const scalar: Dims = ['1', '1'];

/** The shape of a formula in the sizes' names, as far as it follows from the names in it; undefined where it does not. */
export function dimsOf(tree: Formula, names: Names): Dims | undefined {
  const of = (one: Formula): Dims | undefined => dimsOf(one, names);
  switch (tree.kind) {
    case 'number':
    case 'at':
      return scalar;
    case 'symbol':
      return tree.name.startsWith('#') ? scalar : names.names.find(({ name }) => name === tree.name)?.shape;
    case 'sum':
      return joined(tree.terms.map((term) => of(term.of)));
    case 'call':
      return joined(tree.args.map(of));
    case 'cellwise':
    case 'compare':
      return joined([of(tree.left), of(tree.right)]);
    case 'product':
      return tree.factors.reduce<Dims | undefined>((left, factor) => multiplied(left, of(factor.of)), scalar);
    case 'power':
      return of(tree.base);
    case 'transpose':
      return turned(of(tree.of));
    case 'softmax':
    case 'fold':
      return of(tree.of);
    case 'cases':
      return joined(tree.cases.map((one) => of(one.of)));
    case 'reduce': {
      const [rows, columns] = of(tree.of) ?? [];
      if (tree.axis === undefined) return scalar;
      if (!rows || !columns || tree.first || tree.flat) return undefined;
      return tree.axis === 0 ? ['1', columns] : [rows, '1'];
    }
    default:
      return undefined;
  }
}

const turned = (dims: Dims | undefined): Dims | undefined => dims && [dims[1], dims[0]];
const isScalar = ([rows, columns]: Dims): boolean => rows === '1' && columns === '1';

/** Cell by cell: what is 1 on one side is as long as the other. */
function joined(all: readonly (Dims | undefined)[]): Dims | undefined {
  const longer = (a: string, b: string): string => (a === '1' ? b : a);
  return all.reduce((a, b) => a && b && [longer(a[0], b[0]), longer(a[1], b[1])]);
}

function multiplied(left: Dims | undefined, right: Dims | undefined): Dims | undefined {
  if (!left || !right) return undefined;
  if (isScalar(left)) return right;
  return isScalar(right) ? left : [left[0], right[1]];
}

import { shapeOf } from '../../expressions/sites.ts';
import { type Expression, product, substitute, sum, symbol, symbolsOf } from '../../expressions/tree.ts';
import { type Message, ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Line, Operator, Slip, Working } from '../../working/working.ts';
import { type Cell, type CellNames, cellsOf } from '../cells.ts';
import { pairs } from './exchanges.ts';

/** Lines of one shape: the cells of one array, worked alike. */
const groups = ({ lines }: Working): Line[][] => {
  const byShape = new Map<string, Line[]>();
  for (const line of lines) {
    const shape = shapeOf(line.formula);
    byShape.set(shape, [...(byShape.get(shape) ?? []), line]);
  }
  return [...byShape.values()].filter((group) => group.length > 1);
};

type Move = (cell: Cell) => Cell | undefined;

/** The lines with cells in the place of others; undefined where a cell does not exist or nothing changes. */
function moved(group: readonly Line[], cells: CellNames, move: Move): [string, Expression][] | undefined {
  let missing = false;
  const trees = group.flatMap(({ name, formula }): [string, Expression][] => {
    const tree = substitute(formula, (from) => {
      const cell = cells.cellOf(from);
      const to = cell && move(cell);
      if (!to) return undefined;
      const other = cells.nameOf(to);
      missing ||= other === undefined;
      return other === undefined || other === from ? undefined : symbol(other);
    });
    return tree === formula ? [] : [[name, tree]];
  });
  const changed = trees.filter(([name, tree]) => {
    const own = group.find((line) => line.name === name)?.formula;
    return own !== undefined && JSON.stringify(symbolsOf(tree)) !== JSON.stringify(symbolsOf(own));
  });
  return missing || changed.length === 0 ? undefined : changed;
}

/** The arrays whose cells a group of lines uses. */
const arraysOf = (group: readonly Line[], cells: CellNames, dimensions: number): string[] => [
  ...new Set(
    group.flatMap(({ inputs }) =>
      inputs.flatMap((name) => {
        const cell = cells.cellOf(name);
        return cell && cell.at.length === dimensions ? [cell.of] : [];
      }),
    ),
  ),
];

const slip = (trees: [string, Expression][] | undefined, says: Message): Slip[] =>
  trees
    ? [{ trees, wording: { says, hint: 'Check rows and columns.', check: 'Which index runs along the sum?' } }]
    : [];

/** The slips of a group of lines that are the cells of one array. */
type Rule = (group: readonly Line[], cells: CellNames) => readonly Slip[];

/** An operator that is tried on every group of lines of one shape. */
const onGroups = (about: Pick<Operator, 'id' | 'kind' | 'family'>, rule: Rule): Operator => ({
  ...about,
  price: prices.swapped,
  traits: ['structural'],
  slips: (working) => {
    const cells = cellsOf(working);
    return groups(working).flatMap((group) => rule(group, cells));
  },
});

/** A matrix read by columns where rows belong. */
const transposed = onGroups({ id: 'transposed', kind: 'transposed' }, (group, cells) =>
  arraysOf(group, cells, 2).flatMap((of) => {
    const move: Move = (cell) => (cell.of === of ? { of, at: [...cell.at].reverse() } : undefined);
    return slip(moved(group, cells, move), say`${ref(of)} was transposed: rows and columns are exchanged.`);
  }),
);

/** Does every line use more than one cell of the array? Numbers that are only counted through are no kernel. */
const isWhole = (of: string, group: readonly Line[], cells: CellNames): boolean =>
  group.every(({ inputs }) => inputs.filter((name) => cells.cellOf(name)?.of === of).length > 1);

/** A kernel turned by half a turn: convolution for correlation. */
const turned = onGroups({ id: 'turned', kind: 'transposed' }, (group, cells) => {
  const whole = arraysOf(group, cells, 1).filter((of) => isWhole(of, group, cells));
  return [...arraysOf(group, cells, 2), ...whole].flatMap((of) => {
    const ends = cells.endsOf(of);
    const opposite = (i: number, axis: number): number => (ends[axis]?.[0] ?? 0) + (ends[axis]?.[1] ?? 0) - i;
    const move: Move = (cell) => (cell.of === of ? { of, at: cell.at.map(opposite) } : undefined);
    return slip(moved(group, cells, move), say`${ref(of)} was turned round: its last cell is taken for its first.`);
  });
});

/** Two matrices multiplied in the other order. */
const otherOrder = onGroups(
  { id: 'matrices-in-the-other-order', kind: 'swapped', family: 'matrices' },
  (group, cells) =>
    pairs(arraysOf(group, cells, 2)).flatMap(([a, b]) => {
      const move: Move = ({ of, at }) => (of === a ? { of: b, at } : of === b ? { of: a, at } : undefined);
      return slip(moved(group, cells, move), say`${ref(a)} and ${ref(b)} are multiplied in the other order.`);
    }),
);

/** A product of matrices taken cell by cell. */
const elementwise = onGroups(
  { id: 'matrices-cell-by-cell', kind: 'wrong-function', family: 'matrices' },
  (group, cells) =>
    pairs(arraysOf(group, cells, 2)).flatMap(([a, b]) => {
      const own = group.filter(({ inputs }) => [a, b].every((of) => inputs.some((s) => cells.cellOf(s)?.of === of)));
      const trees = own.map(({ name, formula }) => [name, cellByCell(name, formula, [a, b], cells)] as const);
      const all = trees.flatMap(([name, tree]): [string, Expression][] => (tree ? [[name, tree]] : []));
      return slip(
        all.length > 1 && all.length === own.length ? all : undefined,
        say`${ref(a)} and ${ref(b)} are multiplied cell by cell.`,
      );
    }),
);

/** The products of a sum replaced by the one product of the cells at the place of the line itself. */
function cellByCell(name: string, formula: Expression, of: [string, string], cells: CellNames): Expression | undefined {
  const at = cells.cellOf(name)?.at;
  if (formula.kind !== 'sum' || at?.length !== 2) return undefined;
  const factors = of.map((array) => cells.nameOf({ of: array, at }));
  if (factors.some((factor) => factor === undefined)) return undefined;
  const isOf = (tree: Expression): boolean =>
    tree.kind === 'product' && symbolsOf(tree).some((s) => of.includes(cells.cellOf(s)?.of ?? ''));
  const rest = formula.terms.filter((term) => !isOf(term.of));
  const one = product(factors.map((factor = '') => ({ inverse: false, of: symbol(factor) })));
  return sum([{ negative: false, of: one }, ...rest]);
}

/** Where arrays are declared, what is multiplied is known, and need not be found from the names of the cells. */
const ofNames = (one: Operator): Operator => ({
  ...one,
  slips: (working) => (working.arrays ? [] : (one.slips?.(working) ?? [])),
});

/** What goes wrong in multiplying arrays whose cells are lines: one slip in all of the lines. */
export const ofMatrices: readonly Operator[] = [ofNames(transposed), turned, ofNames(otherOrder), ofNames(elementwise)];

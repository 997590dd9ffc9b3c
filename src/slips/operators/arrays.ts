import { print as printed } from '../../expressions/print.ts';
import type { Expression } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';
import { type ArrayLine, loweredAs } from '../../working/arrays/arrays.ts';
import { lowered, ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator, Slip, Working } from '../../working/working.ts';
import { type ArrayEdit, arrayEdits } from '../array-edits.ts';

/** The slips in a line over arrays that this kind of edit makes: each is one slip, in all the cells that it changes. */
const slipsOf = (working: Working, kind: SlipKind): Slip[] =>
  (working.arrays?.lines ?? []).flatMap((line) =>
    editsOf(line)
      .filter((edit) => edit.kind === kind)
      .flatMap((edit) => slipIn(line, edit, working)),
  );

const made = new WeakMap<ArrayLine, readonly ArrayEdit[]>();

function editsOf(line: ArrayLine): readonly ArrayEdit[] {
  const known = made.get(line) ?? arrayEdits(line.source);
  made.set(line, known);
  return known;
}

function slipIn(line: ArrayLine, { tree, says, hint, check }: ArrayEdit, { arrays, lines }: Working): Slip[] {
  const cells = arrays && loweredAs(tree, line, arrays)?.cells;
  if (!cells) return [];
  const formulas = new Map(lines.map(({ name, formula }) => [name, formula]));
  const trees = line.cells.flat().flatMap((name, i): [string, Expression][] => {
    const [formula, own] = [cells[i], formulas.get(name)];
    return formula && own && printed(formula) !== printed(own) ? [[name, formula]] : [];
  });
  return trees.length > 0
    ? [{ trees, wording: { says: say`In ${ref(line.name)}: ${lowered(says)}`, hint, check, place: 'said' } }]
    : [];
}

const operator = (id: string, kind: SlipKind, price: number): Operator => ({
  id: `array-${id}`,
  kind,
  price,
  traits: ['structural'],
  slips: (working) => slipsOf(working, kind),
});

/**
 * What goes wrong with a whole array: a transposition, the other order, cells for a product of matrices, another axis, a
 * mean for a sum. Such a slip changes many cells and is one, charged once.
 */
export const ofArrays: readonly Operator[] = [
  operator('transposed', 'transposed', prices.swapped),
  operator('other-order', 'swapped', prices.swapped),
  operator('other-product', 'wrong-function', prices.wrongFunction),
  operator('other-mean', 'averaged', prices.averaged),
  operator('sign', 'sign', prices.sign),
];

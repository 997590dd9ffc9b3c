import { print } from '../formulas/print.ts';
import { below, type Formula, over, transpose } from '../formulas/tree.ts';
import { code, say } from '../working/message.ts';
import { type ArrayEdit, edit, transposed } from './array-edit.ts';
import { editsOf } from './array-rules.ts';

export type { ArrayEdit };

/** Every formula that one slip of a person makes of this one: order, transposition, what a sum runs over. */
export function arrayEdits(tree: Formula): ArrayEdit[] {
  return [negated(tree), ...everywhere(tree), ...inPlaces(tree)];
}

/** The whole the wrong way round. */
export const wholeTransposed = (of: Formula): ArrayEdit => transposed(transpose(of), 'the whole was transposed');

const negated = (of: Formula): ArrayEdit =>
  edit(
    'sign',
    { kind: 'sum', terms: [{ negative: true, of }] },
    'the sign of the whole is wrong',
    'Which sign must it have where it is plain to see?',
  );

/** A number that multiplies the same thing wherever it stands, lost in all these places: the 2 of every e^(2x). */
function everywhere(tree: Formula): ArrayEdit[] {
  const found = new Map<string, ArrayEdit>();
  for (const { node } of places(tree, (by) => by)) {
    if (node.kind !== 'product' || node.factors.length !== 2 || node.factors[0]?.of.kind !== 'number') continue;
    const text = print(node);
    const of = node.factors[1]?.of as Formula;
    const lost = (at: Formula): Formula => (print(at) === text ? of : over(at, lost));
    const says = say`the factor ${code(node.factors[0].of.text)} of ${code(text)} is missing`;
    found.set(text, edit('dropped-factor', lost(tree), says, 'Does every factor of the chain stand in your line?'));
  }
  return [...found.values()];
}

function inPlaces(tree: Formula): ArrayEdit[] {
  return places(tree, (by) => by).flatMap(({ node, replace }) =>
    editsOf(node).map((edit) => ({ ...edit, tree: replace(edit.tree) })),
  );
}

interface Place {
  readonly node: Formula;
  readonly replace: (by: Formula) => Formula;
}

function places(node: Formula, replace: Place['replace']): Place[] {
  const inside = below(node).flatMap((child, at) => {
    const put = (by: Formula): Formula => {
      let i = 0;
      return replace(over(node, (one) => (i++ === at ? by : one)));
    };
    return places(child, put);
  });
  return [{ node, replace }, ...inside];
}

import { print } from '../formulas/print.ts';
import { type Formula, transpose } from '../formulas/tree.ts';
import { code, say } from '../working/message.ts';
import { type ArrayEdit, batch, edit, shapes, transposed } from './array-edit.ts';

/** What one slip makes of a part of a formula over arrays. */
export function editsOf(node: Formula): ArrayEdit[] {
  switch (node.kind) {
    case 'symbol':
      return [transposed(transpose(node), say`${code(node.name)} was transposed`)];
    case 'transpose':
      return [transposed(node.of, say`the transposition of ${code(print(node.of))} was lost`)];
    case 'product':
      return ofProduct(node);
    case 'cellwise':
      return ofCellwise(node);
    case 'sum':
      return ofSum(node);
    case 'reduce':
      return ofReduce(node);
    case 'fold':
      return [edit('dropped-term', node.of, say`the sum over ${code(node.index)} is missing`, batch)];
    case 'compare':
      return [
        edit(
          'sign',
          { ...node, left: node.right, right: node.left },
          say`the condition ${code(print(node))} was turned round`,
          'Try it at 1 and at -1.',
        ),
        edit(
          'dropped-factor',
          node.left,
          say`${code(print(node.left))} itself was used for its condition`,
          'Which values can a condition have?',
        ),
      ];
    case 'at':
      return node.indices.length === 2
        ? [
            transposed(
              { ...node, indices: [...node.indices].reverse() },
              say`the indices of ${code(print(node))} were exchanged`,
            ),
          ]
        : [];
    case 'number':
      return ['1', '2', '3', '1/2']
        .filter((text) => text !== node.text && !text.includes('/'))
        .map((text) =>
          edit(
            'wrong-function',
            { kind: 'number', text },
            say`${code(text)} stands in the place of ${code(node.text)}`,
            'Where does each number come from?',
          ),
        );
    case 'power':
      return [
        edit(
          'power',
          node.base,
          say`the power of ${code(print(node.base))} was lost`,
          'Double the base: by what factor should the result grow?',
        ),
      ];
    default:
      return [];
  }
}

function ofProduct(node: Extract<Formula, { kind: 'product' }>): ArrayEdit[] {
  const { factors } = node;
  const others = factors.flatMap((_, i): ArrayEdit[] => {
    const left = factors.toSpliced(i, 1);
    const [only] = left;
    if (!only) return [];
    const tree: Formula = left.length === 1 && !only.inverse ? only.of : { ...node, factors: left };
    const of = print(factors[i]?.of ?? node);
    return [
      edit(
        'dropped-factor',
        tree,
        say`the factor ${code(of)} is missing`,
        'Does every factor of the chain stand in your line?',
      ),
    ];
  });
  const swapped = factors.slice(1).map((factor, i) => {
    const before = factors[i] as (typeof factors)[number];
    const tree: Formula = { ...node, factors: factors.toSpliced(i, 2, factor, before) };
    return edit(
      'swapped',
      tree,
      say`${code(print(before.of))} and ${code(print(factor.of))} stand in the other order`,
      shapes,
    );
  });
  const [left, right, more] = factors;
  if (!left || !right || more || left.inverse || right.inverse) return [...others, ...swapped];
  const cells: Formula = { kind: 'cellwise', op: '*', left: left.of, right: right.of };
  return [
    ...others,
    ...swapped,
    edit(
      'wrong-function',
      cells,
      say`the product of ${code(print(left.of))} and ${code(print(right.of))} was taken cell by cell`,
      shapes,
    ),
  ];
}

function ofCellwise(node: Extract<Formula, { kind: 'cellwise' }>): ArrayEdit[] {
  const lost = [node.left, node.right].map((left, i) =>
    edit(
      'dropped-factor',
      left,
      say`the factor ${code(print(i === 0 ? node.right : node.left))} is missing`,
      'Does every factor of the chain stand in your line?',
    ),
  );
  if (node.op !== '*') return lost.slice(0, 1);
  const says = 'a product of matrices stands where cells are multiplied one by one';
  return [...lost, ...asProducts(cellwiseFactors(node)).map((tree) => edit('wrong-function', tree, says, shapes))];
}

/** `a .* b .* c` as a list. */
const cellwiseFactors = (tree: Formula): Formula[] =>
  tree.kind === 'cellwise' && tree.op === '*'
    ? [...cellwiseFactors(tree.left), ...cellwiseFactors(tree.right)]
    : [tree];

const cellwise = (factors: readonly Formula[]): Formula =>
  factors.reduce((left, right) => ({ kind: 'cellwise', op: '*', left, right }));

/** One of the signs between the factors read as a product of matrices. */
const asProducts = (factors: readonly Formula[]): Formula[] =>
  factors.slice(1).map((_, i) => ({
    kind: 'product',
    factors: [factors.slice(0, i + 1), factors.slice(i + 1)].map((part) => ({ inverse: false, of: cellwise(part) })),
  }));

function ofSum(node: Extract<Formula, { kind: 'sum' }>): ArrayEdit[] {
  const { terms } = node;
  return terms.flatMap((term, i): ArrayEdit[] => {
    const turned: Formula = { ...node, terms: terms.with(i, { ...term, negative: !term.negative }) };
    const left = terms.toSpliced(i, 1);
    const [only] = left;
    const rest: Formula | undefined =
      only && (left.length === 1 && !only.negative ? only.of : { ...node, terms: left });
    return [
      edit('sign', turned, say`the sign of ${code(print(term.of))} is wrong`, 'Watch the signs, term by term.'),
      ...(rest
        ? [edit('dropped-term', rest, say`the term ${code(print(term.of))} is missing`, 'Count the terms.')]
        : []),
    ];
  });
}

function ofReduce(node: Extract<Formula, { kind: 'reduce' }>): ArrayEdit[] {
  const { axis, op } = node;
  const other: Formula = { ...node, op: op === 'mean' ? 'sum' : 'mean' };
  const mean = op === 'mean' ? 'a sum stands where the mean belongs' : `the mean was taken instead of the ${words[op]}`;
  return [
    edit('averaged', other, mean, batch),
    edit('dropped-term', node.of, `the ${words[op]} over the batch is missing`, batch),
    ...(axis === undefined
      ? []
      : [
          edit(
            'transposed',
            { ...node, axis: axis === 0 ? 1 : 0 },
            `the ${words[op]} runs over the other axis`,
            shapes,
          ),
        ]),
  ];
}

const words = { sum: 'sum', product: 'product', max: 'maximum', min: 'minimum', mean: 'mean' } as const;

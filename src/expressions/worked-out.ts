import type { Expression } from './tree.ts';

/** What is kept of a result on the way. `node` is what it is the value of; none where it is a part of a sum or product. */
export type Keep = (value: number, node?: Expression) => number;

/** A formula on single numbers as a person works it, from left to right; every result but the last goes through `keep`. */
export function workedOut(tree: Expression, input: (name: string) => number, keep: Keep): number {
  const operand = (node: Expression): number => {
    const value = workedOut(node, input, keep);
    return node.kind === 'number' || node.kind === 'symbol' ? value : keep(value, node);
  };
  const inTurn = (count: number, next: (total: number, i: number) => number, from: number): number => {
    let total = from;
    for (let i = 0; i < count; i++) {
      total = next(total, i);
      if (i > 0 && i < count - 1) total = keep(total);
    }
    return total;
  };
  switch (tree.kind) {
    case 'number':
      return Number(tree.text);
    case 'symbol':
      return input(tree.name);
    case 'power':
      return operand(tree.base) ** operand(tree.exponent);
    case 'call':
      return tree.fn.float(...tree.args.map(operand));
    case 'sum': {
      const values = tree.terms.map(({ negative, of }) => (negative ? -operand(of) : operand(of)));
      return inTurn(values.length, (total, i) => total + (values[i] as number), 0);
    }
    case 'product': {
      const values = tree.factors.map(({ of }) => operand(of));
      const by = (total: number, i: number): number =>
        tree.factors[i]?.inverse ? total / (values[i] as number) : total * (values[i] as number);
      return inTurn(values.length, by, 1);
    }
  }
}

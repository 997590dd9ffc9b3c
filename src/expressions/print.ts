import type { Expression } from './tree.ts';

const strength = { sum: 1, product: 2, power: 3, call: 4, number: 4, symbol: 4 } as const;

/** The tree in the plain notation, with no more brackets than it needs. Reading it back gives the same tree. */
export function print(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'symbol':
      return tree.name;
    case 'call':
      return `${tree.fn.name}(${tree.args.map(print).join(', ')})`;
    case 'power':
      return `${within(tree.base, 4)}^${within(tree.exponent, 4)}`;
    case 'product':
      return tree.factors
        .map(({ inverse, of }, i) => (i === 0 ? (inverse ? '1/' : '') : inverse ? '/' : '*') + within(of, 3))
        .join('');
    case 'sum':
      return tree.terms.map(({ negative, of }, i) => lead(negative, i) + within(of, 2)).join('');
  }
}

function lead(negative: boolean, i: number): string {
  if (i === 0) return negative ? '-' : '';
  return negative ? ' - ' : ' + ';
}

function within(tree: Expression, least: number): string {
  const text = print(tree);
  return strength[tree.kind] < least || text.startsWith('-') ? `(${text})` : text;
}

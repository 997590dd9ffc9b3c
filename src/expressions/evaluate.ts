import { Decimal } from '../exact/decimal.ts';
import type { Fn } from './functions/fn.ts';
import { children, type Expression } from './tree.ts';

/** Where a tree can be evaluated: decimals, floats, and later integers mod p or dual numbers. */
export interface NumberField<T> {
  number(text: string): T;
  add(a: T, b: T): T;
  negate(a: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  power(base: T, exponent: T): T;
  call(fn: Fn, args: readonly T[]): T;
}

/** The value of a tree over a field; `lookup` gives each symbol its value and throws for one it does not know. */
export function evaluate<T>(tree: Expression, field: NumberField<T>, lookup: (name: string) => T): T {
  const under = (node: Expression) => evaluate(node, field, lookup);
  switch (tree.kind) {
    case 'number':
      return field.number(tree.text);
    case 'symbol':
      return lookup(tree.name);
    case 'power':
      return field.power(under(tree.base), under(tree.exponent));
    case 'call':
      return field.call(tree.fn, children(tree).map(under));
    case 'sum': {
      const signed = tree.terms.map(({ negative, of }) => (negative ? field.negate(under(of)) : under(of)));
      return signed.reduce((total, term) => field.add(total, term));
    }
    case 'product': {
      const [first, ...rest] = tree.factors.map(({ inverse, of }) => ({ inverse, value: under(of) }));
      if (!first) return field.number('1');
      const start = first.inverse ? field.divide(field.number('1'), first.value) : first.value;
      return rest.reduce((p, f) => (f.inverse ? field.divide(p, f.value) : field.multiply(p, f.value)), start);
    }
  }
}

/** The field of keys: decimals of 50 digits. */
export const decimalField: NumberField<Decimal> = {
  number: (text) => new Decimal(text),
  add: (a, b) => a.plus(b),
  negate: (a) => a.neg(),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  power: (base, exponent) => base.pow(exponent),
  call: (fn, args) => fn.decimal(...args),
};

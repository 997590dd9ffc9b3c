import { Decimal } from '../exact/decimal.ts';
import { children, type Expression, type FunctionName } from './tree.ts';

/** Where a tree can be evaluated: decimals, floats, and later integers mod p or dual numbers. */
export interface NumberField<T> {
  number(text: string): T;
  add(a: T, b: T): T;
  negate(a: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  power(base: T, exponent: T): T;
  call(name: FunctionName, args: readonly T[]): T;
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
      return field.call(tree.name, children(tree).map(under));
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

const one = new Decimal(1);

const decimalFunctions: Readonly<Record<FunctionName, (...args: Decimal[]) => Decimal>> = {
  sigmoid: (x = one) => one.div(one.plus(x.neg().exp())),
  dsigmoid: (x = one) => decimalFunctions.sigmoid(x).times(one.minus(decimalFunctions.sigmoid(x))),
  // The library's time grows with the argument (a million takes minutes); beyond 60 the result is 1 to 50 digits.
  tanh: (x = one) => (x.abs().gt(60) ? new Decimal(x.s) : x.toSignificantDigits(60).tanh()),
  relu: (x = one) => Decimal.max(x, 0),
  exp: (x = one) => x.exp(),
  ln: (x = one) => x.ln(),
  sqrt: (x = one) => x.sqrt(),
  abs: (x = one) => x.abs(),
  floor: (x = one) => x.floor(),
  ceil: (x = one) => x.ceil(),
  round: (x = one) => x.toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
  max: (...xs) => Decimal.max(...xs),
  min: (...xs) => Decimal.min(...xs),
};

/** The field of keys: decimals of 50 digits. */
export const decimalField: NumberField<Decimal> = {
  number: (text) => new Decimal(text),
  add: (a, b) => a.plus(b),
  negate: (a) => a.neg(),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  power: (base, exponent) => base.pow(exponent),
  call: (name, args) => decimalFunctions[name](...args),
};

import { Decimal } from './decimal.ts';

/** More digits than a key has, so that what the method itself loses stays below the key's last digit. */
const Wide = Decimal.clone({ precision: 60 });

/** Reads a decimal text at the 60 digits of the proofs. */
export const wide = (text: string): Decimal => new Wide(text);

/** Named values as decimal text: what a proof hands back. */
export const texts = (values: Readonly<Record<string, Decimal>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.toString()]));

/** A number that remembers what it was made of, so that derivatives can be sent back through it. */
export interface Traced {
  readonly value: Decimal;
  /** What it was made of, each with the derivative of this number by it. */
  readonly from: readonly { readonly of: Traced; readonly slope: Decimal }[];
}

/** A given, as decimal text: what derivatives are taken by. */
export const leaf = (text: string): Traced => ({ value: wide(text), from: [] });

/** a + b. */
export const plus = (a: Traced, b: Traced): Traced => ({
  value: a.value.plus(b.value),
  from: [
    { of: a, slope: wide('1') },
    { of: b, slope: wide('1') },
  ],
});

/** a - b. */
export const minus = (a: Traced, b: Traced): Traced => ({
  value: a.value.minus(b.value),
  from: [
    { of: a, slope: wide('1') },
    { of: b, slope: wide('-1') },
  ],
});

/** a*b. */
export const times = (a: Traced, b: Traced): Traced => ({
  value: a.value.times(b.value),
  from: [
    { of: a, slope: b.value },
    { of: b, slope: a.value },
  ],
});

/** The logistic function by way of e^x; its slope is e^x/(1 + e^x)^2. */
export function logistic(a: Traced): Traced {
  const e = a.value.exp();
  const below = e.plus(1);
  return { value: e.div(below), from: [{ of: a, slope: e.div(below.times(below)) }] };
}

/** Reverse-mode differentiation: the derivative of `result` by `by`; 0 where it does not depend on it. */
export function derivative(result: Traced, by: Traced): Decimal {
  const slopes = new Map<Traced, Decimal>([[result, wide('1')]]);
  for (const node of inOrder(result).reverse()) {
    const above = slopes.get(node) ?? wide('0');
    for (const { of, slope } of node.from) slopes.set(of, (slopes.get(of) ?? wide('0')).plus(above.times(slope)));
  }
  return slopes.get(by) ?? wide('0');
}

/** Everything that `result` was made of, each after all it was made of itself. */
function inOrder(result: Traced): Traced[] {
  const order = new Set<Traced>();
  const visit = (node: Traced): void => {
    if (order.has(node)) return;
    for (const { of } of node.from) visit(of);
    order.add(node);
  };
  visit(result);
  return [...order];
}

import { parseFormula } from '../expressions/plain.ts';
import { type Formula, namesIn, number, over } from './tree.ts';

/** No derivative is known of this. */
export class NoDerivative extends Error {}

const zero = number('0');
const one = number('1');
const isNumber = (tree: Formula, text: string): boolean => tree.kind === 'number' && tree.text === text;

/** The derivative of a scalar formula by a name. Throws `NoDerivative` where none is known. */
export function differentiated(tree: Formula, by: string): Formula {
  if (!namesIn(tree).has(by)) return zero;
  const inner = (of: Formula): Formula => differentiated(of, by);
  switch (tree.kind) {
    case 'symbol':
      return one;
    case 'sum':
      return sum(tree.terms.map(({ negative, of }) => ({ negative, of: inner(of) })));
    case 'product':
      return sum(
        tree.factors.map((_, i) => ({ negative: tree.factors[i]?.inverse ?? false, of: partOf(tree, i, by) })),
      );
    case 'power':
      return ofPower(tree.base, tree.exponent, by);
    case 'call':
      return sum(
        tree.args.map((arg, i) => {
          const known = tree.fn.derivative?.[i];
          if (known === undefined || tree.args.length > 2) throw new NoDerivative(`the derivative of ${tree.fn.name}`);
          return { negative: false, of: times(applied(known, tree.args), inner(arg)) };
        }),
      );
    case 'fold':
      if (tree.op !== 'sum') throw new NoDerivative(`the derivative of a ${tree.op} over an index`);
      return { ...tree, of: inner(tree.of) };
    case 'cases':
      return { kind: 'cases', cases: tree.cases.map((one) => ({ ...one, of: inner(one.of) })) };
    case 'derivative':
      return inner(differentiated(tree.of, tree.by));
    default:
      throw new NoDerivative('the derivative of an array');
  }
}

/** A derivative's formula in x and y with the arguments in their place. */
export function applied(formula: string, args: readonly Formula[]): Formula {
  const put = (tree: Formula): Formula => {
    if (tree.kind === 'symbol') return args['xy'.indexOf(tree.name)] ?? tree;
    return over(tree, put);
  };
  return put(parseFormula(formula));
}

/** The product with one factor differentiated; a divisor f becomes f'/f², its sign apart. */
function partOf(tree: Extract<Formula, { kind: 'product' }>, at: number, by: string): Formula {
  const factors = tree.factors.flatMap((factor, i) => {
    if (i !== at) return [factor];
    const slope = { inverse: false, of: differentiated(factor.of, by) };
    return factor.inverse ? [factor, factor, slope] : [slope];
  });
  return factors.some(({ of }) => isNumber(of, '0')) ? zero : { kind: 'product', factors };
}

function ofPower(base: Formula, exponent: Formula, by: string): Formula {
  if (namesIn(exponent).has(by)) {
    const [log, slope] = [applied('ln(x)', [base]), times(exponent, quotient(differentiated(base, by), base))];
    return times(
      { kind: 'power', base, exponent },
      sum([
        { negative: false, of: times(differentiated(exponent, by), log) },
        { negative: false, of: slope },
      ]),
    );
  }
  const less = sum([
    { negative: false, of: exponent },
    { negative: true, of: one },
  ]);
  const whole = exponent.kind === 'number' ? number(`${Number(exponent.text) - 1}`) : less;
  return times(exponent, { kind: 'power', base, exponent: whole }, differentiated(base, by));
}

function sum(terms: readonly { negative: boolean; of: Formula }[]): Formula {
  const left = terms.filter(({ of }) => !isNumber(of, '0'));
  const [only] = left;
  if (!only) return zero;
  return left.length === 1 && !only.negative ? only.of : { kind: 'sum', terms: left };
}

function times(...factors: readonly Formula[]): Formula {
  if (factors.some((of) => isNumber(of, '0'))) return zero;
  const left = factors.filter((of) => !isNumber(of, '1'));
  const [only] = left;
  if (!only) return one;
  return left.length === 1 ? only : { kind: 'product', factors: left.map((of) => ({ inverse: false, of })) };
}

const quotient = (above: Formula, below: Formula): Formula => ({
  kind: 'product',
  factors: [
    { inverse: false, of: above },
    { inverse: true, of: below },
  ],
});

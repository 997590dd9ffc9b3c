import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { decimalField, evaluate } from '../../src/expressions/evaluate.ts';
import { parseFormula } from '../../src/expressions/plain.ts';
import { workedText } from '../../src/kinds/number/worked.ts';

const formulas = ['a*b + c', 'sigmoid(a*b)', '2*(a - b)*c', '(a - b)^2', 'a/b'].map((text) => parseFormula(text));
const written = fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 10_000).toFixed(4));

it('floats settle only what 50 digits would', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formulas), written, written, written, fc.nat(12), (formula, a, b, c, places) => {
      const text = (name: string): string => ({ a, b, c })[name] ?? '0';
      const exact = evaluate(formula, decimalField, (name) => new Decimal(text(name)));
      expect(workedText(formula, text, places)).toBe(exact.toFixed(places));
    }),
  );
});

it.each([
  ['a tie that float64 holds too low', 'a*1', '1.005', 2, '1.01'],
  ['nothing left', 'a - a', '0.3', 4, '0.0000'],
  ['a number that takes no time', 'sigmoid(a)', '-99999999999', 4, '0.0000'],
])('%s', (_, formula, a, places, expected) => {
  expect(workedText(parseFormula(formula), () => a, places)).toBe(expected);
});

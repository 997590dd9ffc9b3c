import { Decimal as Library } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { compile } from '../../src/expressions/compile.ts';
import { decimalField, evaluate } from '../../src/expressions/evaluate.ts';
import { parseFormula } from '../../src/expressions/plain.ts';
import { cpuTime } from '../support/cpu.ts';

const none = (name: string): never => {
  throw new Error(`no value for ${name}`);
};
const worked = (text: string): Decimal => evaluate(parseFormula(text), decimalField, none);

describe('values at 50 digits, reckoned elsewhere with the decimal module of Python', () => {
  it.each([
    ['sigmoid(1.368)', '0.79705683128885837784798253922695413763988403168291'],
    ['sigmoid(-1.432)', '0.19278725232998756897641598301713721919280581608768'],
    ['exp(1)', '2.7182818284590452353602874713526624977572470937000'],
    ['ln(2)', '0.69314718055994530941723212145817656807550013436026'],
    ['sqrt(2)', '1.4142135623730950488016887242096980785696718753769'],
    ['tanh(1)', '0.76159415595576488811945828260479359041276859725794'],
    ['1/3', '0.33333333333333333333333333333333333333333333333333'],
    ['2^10 - 24', '1000'],
    ['2^0.5*2^0.5', '2.0000000000000000000000000000000000000000000000000'],
    ['-2^2', '-4'],
    ['2/4/2', '0.25'],
    ['dsigmoid(0)', '0.25'],
    ['relu(-3) + relu(3)', '3'],
    ['max(1, 7, 3) - min(4, 2)', '5'],
    ['abs(-2.5) + floor(-2.5) + ceil(2.1) + round(2.5)', '5.5'],
  ])('%s', (text, value) => {
    const error = worked(text).minus(value).abs();
    expect(error.lte(new Library('1e-47'))).toBe(true);
  });
});

it.each(['1000000', '-1e40', '60.5'])('tanh(%s) is 1 to 50 digits, at once', (x) => {
  const from = cpuTime();
  expect(worked(`tanh(${x})`).abs().toString()).toBe('1');
  expect(cpuTime() - from).toBeLessThan(100);
});

it('an unknown symbol is the business of who looks up', () => {
  expect(() => worked('2*x')).toThrow('no value for x');
});

it('a formula compiled to floats agrees with the decimals', () => {
  const formula = parseFormula('sigmoid(x*y - 2) + (x - y)^2/(1 + exp(-x)) - max(x, y)*tanh(y)');
  const run = compile(formula, (name) => (name === 'x' ? 0 : 1));
  const value = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(value, value, (x, y) => {
      const exact = evaluate(formula, decimalField, (name) => new Decimal(name === 'x' ? x : y)).toNumber();
      expect(Math.abs(run([x, y]) - exact)).toBeLessThan(1e-12);
    }),
  );
});

import { Decimal as Library } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { held, known, point } from '../../src/exact/interval.ts';
import { placesGrid, unrounded } from '../../src/exact/rounding.ts';
import { decimalField, evaluate } from '../../src/expressions/evaluate.ts';
import type { Fn } from '../../src/expressions/functions/fn.ts';
import { functions } from '../../src/expressions/functions/index.ts';
import { parseFormula, parsePlain } from '../../src/expressions/plain.ts';
import { cpuTime } from '../support/cpu.ts';

const each = functions.map((fn) => [fn.name, fn] as const);
/** What a function takes: where it has a domain, numbers above 0; never so small that a float has no digits left. */
const argumentOf = ({ domain }: Fn): fc.Arbitrary<number> =>
  fc.double({ min: domain ? 0.001 : -40, max: 40, noNaN: true }).map((x) => (Math.abs(x) < 1e-200 ? 0 : x));
const intervalOf = (fn: Fn) =>
  fc
    .tuple(argumentOf(fn), argumentOf(fn), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
    .map(([a, b, at, near]) => {
      const lo = Math.min(a, b);
      const hi = near ? lo + (Math.max(a, b) - lo) * 0.05 : Math.max(a, b);
      return { lo, hi, inside: Math.min(Math.max(lo + (hi - lo) * at, lo), hi) };
    });
const spanOf = ([, most]: Fn['arity']): number => Math.min(most, 3);

describe('the range of a function holds its value wherever its arguments lie, to all digits', () => {
  it.each(each)('%s', (_, fn) => {
    const args = fc.array(intervalOf(fn), { minLength: fn.arity[0], maxLength: spanOf(fn.arity) });
    fc.assert(
      fc.property(args, (xs) => {
        const range = fn.range(unrounded, ...xs.map(held));
        const value = fn.decimal(...xs.map(({ inside }) => new Decimal(inside)));
        expect(known(range)).toBe(true);
        expect(value.gte(range.lo) && value.lte(range.hi), `${value} in ${range.lo}, ${range.hi}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the range at a point is narrow, so that a wrong value is not let in', () => {
  it.each(each)('%s', (_, fn) => {
    fc.assert(
      fc.property(fc.array(argumentOf(fn), { minLength: fn.arity[0], maxLength: spanOf(fn.arity) }), (xs) => {
        const { lo, hi } = fn.range(unrounded, ...xs.map(point));
        expect(hi - lo).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(hi)));
      }),
    );
  });
});

describe('where a function turns inside an interval', () => {
  it.each([
    ['cos', 0, 3, -0.9899924966004454, 1],
    ['cos', 3, 4, -1, -0.6536436208636119],
    ['sin', 0, 3, 0, 1],
    ['sin', -8, 8, -1, 1],
    ['gelu', -2, 0, -0.16997120747990369, 0],
    ['abs', -2, 1, 0, 2],
    ['sign', -0.1, 3, -1, 1],
  ] as const)('%s over [%d, %d]', (name, from, to, lo, hi) => {
    const range = (functions.find((fn) => fn.name === name) as Fn).range(unrounded, { lo: from, hi: to });
    expect(range.lo).toBeCloseTo(lo, 12);
    expect(range.hi).toBeCloseTo(hi, 12);
  });
});

describe('what is worked within a function may be rounded', () => {
  it.each([
    ['sigmoid', 0.7, 1 / (1 + 0.5)],
    ['softplus', 0.7, Math.log(1 + 2)],
    ['dsigmoid', 0.7, 0.7 * 0.3],
  ] as const)('%s(%d) at one place', (name, x, worked) => {
    const { lo, hi } = (functions.find((fn) => fn.name === name) as Fn).range(placesGrid(1), point(x));
    expect(lo).toBeLessThanOrEqual(worked + 1e-12);
    expect(hi).toBeGreaterThanOrEqual(worked - 1e-12);
  });
});

it.each(each)('%s: floats agree with decimals', (_, fn) => {
  fc.assert(
    fc.property(fc.array(argumentOf(fn), { minLength: fn.arity[0], maxLength: spanOf(fn.arity) }), (xs) => {
      const exact = fn.decimal(...xs.map((x) => new Decimal(x))).toNumber();
      expect(Math.abs(fn.float(...xs) - exact)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(exact)));
    }),
  );
});

describe('the derivative is that of the values', () => {
  const differentiable = functions.flatMap((fn) =>
    (fn.derivative ?? []).map((formula, i) => [fn.name, 'xy'[i] ?? '', formula, fn, i] as const),
  );
  it.each(differentiable)('%s by %s: %s', (_name, _by, formula, fn, i) => {
    const tree = parseFormula(formula);
    const [low, step] = [fn.domain ? 0.25 : -3, new Decimal('1e-15')];
    fc.assert(
      fc.property(
        fc.double({ min: low, max: 3, noNaN: true }),
        fc.double({ min: low, max: 3, noNaN: true }),
        (x, y) => {
          fc.pre(Math.abs(x) > 1e-6 && Math.abs(x - y) > 1e-6);
          const args = [x, y].slice(0, Math.min(fn.arity[1], 2)).map((value) => new Decimal(value));
          const moved = (by: Decimal): Decimal => fn.decimal(...args.map((arg, k) => (k === i ? arg.plus(by) : arg)));
          const slope = moved(step).minus(moved(step.neg())).div(step.times(2));
          const said = evaluate(tree, decimalField, (name) => new Decimal(name === 'x' ? x : y));
          expect(said.minus(slope).abs().toNumber()).toBeLessThan(1e-20);
        },
      ),
      // A wrong formula is wrong nearly everywhere on one side of 0; each point costs three values at 50 digits.
      { numRuns: 40 },
    );
  });
});

describe('values at 50 digits, reckoned elsewhere with the decimal module of Python, erf by its alternating series at 400 digits', () => {
  it.each([
    ['erf(1)', '0.84270079294971486934122063508260925929606699796630'],
    ['erf(-3.5)', '-0.99999925690162765858725447631624390436427933990783'],
    ['gelu(-1)', '-0.15865525393145705141476745436796207752208703327340'],
    ['gelu(-10)', '-7.6198530241605260659733432515993083635040332779570e-23'],
    ['softplus(-30)', '9.3576229688397367793776974246751577216180869198193e-14'],
    ['softplus(1)', '1.3132616875182228340489954949678556419152800856703'],
    ['log10(2)', '0.30102999566398119521373889472449302676818988146211'],
    ['log2(10)', '3.3219280948873623478703194294893901758648313930246'],
    ['cos(3)', '-0.98999249660044545727157279473126130239367909661559'],
    ['leakyRelu(-2) + leakyRelu(3) + leakyRelu(-2, 0.25)', '2.48'],
    ['step(0) + step(2) - sign(-7) + sign(0)', '2'],
  ])('%s', (text, value) => {
    const worked = evaluate(parseFormula(text), decimalField, () => new Decimal(0));
    expect(worked.minus(value).div(value).abs().lte(new Library('1e-47'))).toBe(true);
  });
});

describe('every function of the list', () => {
  it.each(each)('%s names functions that there are, and formulas that can be read', (_, fn) => {
    const names = new Set(functions.map(({ name }) => name));
    for (const other of [...(fn.mistakenFor ?? []), ...(fn.prime ? [fn.prime] : [])]) expect(names).toContain(other);
    for (const formula of fn.derivative ?? []) expect(parsePlain(formula).ok).toBe(true);
  });

  it('has words of its own in every notation', () => {
    for (const notation of ['latex', 'matlab', 'numpy'] as const) {
      const words = functions.flatMap(({ name, aliases }) => [
        name,
        ...(aliases?.any ?? []),
        ...(aliases?.[notation] ?? []),
      ]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
  });

  it('takes no time over arguments of any size', () => {
    for (const fn of functions) {
      for (const text of ['1e400', '-1e400', '1e-400', '1e9', '-1e9', 'NaN', 'Infinity', '-Infinity', '0']) {
        const from = cpuTime();
        fn.decimal(...Array.from({ length: fn.arity[0] }, () => new Decimal(text)));
        expect(cpuTime() - from, `${fn.name}(${text})`).toBeLessThan(1000);
      }
    }
  });
});

describe('an application that cannot be meant is refused', () => {
  it.each([
    ['exp(0,5)', /`exp` takes 1 argument, and this has 2; a decimal has a point/],
    ['leakyRelu(1, 2, 3)', /`leakyRelu` takes at most 2, and this has 3/],
    ['log(x)', /`log` is not a function here: did you mean `ln` or `log10`\?/],
    ['lg(x)', /did you mean `log10` or `log2`\?/],
    ['logistic(x)', /did you mean `sigmoid`\?/],
    ['ReLU(x)', /did you mean `relu`\?/],
    ['sigmiod(x)', /did you mean `sigmoid`\?/],
    ['sqr(x)', /did you mean `sqrt`\?/],
    ['constructor(x)', /not a function here; for a product write constructor\*/],
  ])('%s', (text, reason) => {
    expect(parsePlain(text)).toMatchObject({ ok: false, at: 0, reason: expect.stringMatching(reason) });
  });
});

import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import { drawFrom, pick } from '../../src/derived/draw.ts';
import { unfit } from '../../src/derived/fitness.ts';
import { seedFor, variantOf, variantsOf } from '../../src/derived/variants.ts';
import type { Waives } from '../../src/working/declaration.ts';
import { keyOf } from '../../src/working/key.ts';
import { defineProblem } from '../../src/working/problem.ts';

describe('drawing', () => {
  it('repeats what another program makes of SHA-256 of the seed and a counter', () => {
    const draw = drawFrom('seed');
    const numbers = Array.from({ length: 6 }, draw);
    expect(numbers).toEqual([
      0.3861894764443363, 0.5964294013448033, 0.08748704572477806, 0.8254387875107945, 0.9468861047685273,
      0.9748454334792882,
    ]);
  });

  it('reaches both ends of a domain and nothing outside', () => {
    const draw = drawFrom('ends');
    const drawn = new Set(Array.from({ length: 200 }, () => pick({ from: '-0.2', to: '0.2', step: '0.1' }, draw)));
    expect([...drawn].sort()).toEqual(['-0.1', '-0.2', '0.0', '0.1', '0.2']);
  });

  it('takes members of a list', () => {
    const draw = drawFrom('list');
    const drawn = new Set(Array.from({ length: 50 }, () => pick({ oneOf: ['relu', 'tanh'] }, draw)));
    expect([...drawn].sort()).toEqual(['relu', 'tanh']);
  });

  it.each([
    ['a step of 0', { from: '0', to: '1', step: '0' }],
    ['ends the wrong way round', { from: '1', to: '0', step: '0.1' }],
    ['an empty list', { oneOf: [] }],
  ])('refuses %s', (_, domain) => expect(() => pick(domain, drawFrom('x'))).toThrow('a domain cannot be used'));
});

describe('variants', () => {
  it('are the same for the same seed and others for another', () => {
    expect(variantOf(chain, 'a')).toEqual(variantOf(chain, 'a'));
    expect(variantOf(chain, 'a')).not.toEqual(variantOf(chain, 'b'));
  });

  it('keep the givens that the assignment sets', () => {
    expect(variantOf(chain, 'a', { y: '5', eta: '0.5' })).toMatchObject({ y: '5', eta: '0.5' });
  });

  it.each(
    [backprop, chain].flatMap((problem) =>
      variantsOf(problem, 'held', 15).map((givens, i) => [problem.id, i, problem, givens] as const),
    ),
  )(
    '%s %i: no line is 0 or 1, no sigmoid flat, and every answer has two digits or more',
    (_id, _i, problem, givens) => {
      const working = problem.work(givens);
      for (const { name, formula } of working.lines) {
        const { stated, exact } = keyOf(working).get(name) ?? {};
        expect([0, 1]).not.toContain(stated?.abs().toNumber());
        if (formula.kind === 'call') expect(Math.abs((exact?.toNumber() ?? 0) - 0.5)).toBeLessThan(0.47);
      }
      for (const name of Object.keys(problem.asks))
        expect(String(Number(keyOf(working).get(name)?.stated)).replace(/^-?[0.]*/, '')).toMatch(/\d.*\d/);
    },
  );

  it('say why where a problem has none that is fit', () => {
    const problem = defineProblem({
      id: 'stuck',
      title: 'Stuck',
      rounding: { places: 2, when: 'end' },
      givens: { a: '3', b: '5' },
      domains: { a: { oneOf: ['0', '1'] } },
      working: { s: 'a*b' },
      asks: { s: { points: 1 } },
    });
    expect(() => variantOf(problem, 'x')).toThrow(
      /no fit variant of "stuck" in 5000 tries.*a is [01].*widen its domains/,
    );
  });
});

describe('what makes a variant unfit', () => {
  const reason = (givens: Record<string, string>): string | undefined => unfit(chain, chain.work(givens))?.says;
  const fit = { x1: '-1.2', x2: '-1.6', w1: '0.77', w2: '0.82', y: '6', eta: '0.30' };
  it.each([
    ['nothing', {}, undefined],
    ['a given of 0', { w2: '0.00' }, 'w2 is 0.00'],
    ['a given of 1', { x1: '-1.0' }, 'x1 is -1.0'],
    ['two givens of one size', { x1: '-1.6' }, 'x1 and x2 are of the same size'],
    ['a flat sigmoid', { x1: '-1.9', w1: '1.99' }, 'h is saturated'],
  ])('%s', (_, change, expected) => expect(reason({ ...fit, ...change })).toBe(expected));

  it('two common slips that give one number', () => {
    const blunt = defineProblem({
      id: 'blunt',
      title: 'Blunt',
      rounding: { places: 1, when: 'every-step' },
      givens: { a: '3.2', b: '0.02' },
      domains: { a: { oneOf: ['3.2'] } },
      working: { s: 'a + b' },
      asks: { s: { points: 1 } },
    });
    expect(unfit(blunt, blunt.work({}))?.says).toBe('two common slips in s both give 3.2');
    expect(unfit({ ...blunt, waives: { coincidence: 'its numbers are so' } }, blunt.work({}))).toBeUndefined();
  });

  it.each([
    ['trivial-givens', { w2: '0.00' }, /^w2 is 0\.00$/],
    ['same-givens', { x1: '-1.6' }, /^x1 and x2 are of the same size$/],
    ['saturated', { x1: '-1.9', w1: '1.99' }, /saturated/],
  ] as const)('%s is no reason where the problem waives it', (rule, change, says) => {
    const given = chain.work({ ...fit, ...change });
    expect(unfit(chain, given)).toMatchObject({ rule, says: expect.stringMatching(says) });
    expect(unfit({ ...chain, waives: { [rule]: 'it is so by nature' } }, given)?.rule).not.toBe(rule);
  });

  it.each([
    ['a rule that there is not', { 'same-step': 'by nature' }, /no rule "same-step" to waive; there are .*same-steps/],
    ['a rule without a reason', { 'same-steps': ' ' }, /say why "same-steps" is waived/],
  ])('%s cannot be waived', (_, waives, says) => {
    const declared = {
      id: 'p',
      title: 'P',
      rounding: { places: 2, when: 'end' },
      givens: { a: '3' },
      working: { s: 'a*a' },
      asks: { s: { points: 1 } },
    } as const;
    expect(() => defineProblem({ ...declared, waives: waives as Waives })).toThrow(says);
  });
});

describe("a student's own seed", () => {
  it('is HMAC-SHA256 of the student and the problem', () => {
    expect(seedFor('a long secret of the course', 's-014', 'q1')).toBe(
      'a0f8d5885253b8e7977689c63a18d947826f40f3ea337f21661196633af651a5',
    );
  });

  it('is no other for a student and a problem that run together alike', () => {
    const seed = 'a long secret of the course';
    expect(seedFor(seed, 's-1', '4q1')).not.toBe(seedFor(seed, 's-14', 'q1'));
  });

  it('needs a seed that cannot be guessed', () => {
    expect(() => seedFor('2026', 's-014', 'q1')).toThrow('at least 16 characters');
  });
});

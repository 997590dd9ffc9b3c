import { describe, expect, it } from 'vitest';
import byHand from '../../problems/backprop-by-hand/problem.ts';
import type { Rounding } from '../../src/exact/rounding.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { backprop } from '../support/backprop.ts';
import { judged } from '../support/shown.ts';

/** p = 2/3 = 0.666…, q = p*p*7 = 3.111…, r = q*q - 9 = 0.679…; what rounding p early makes of q and r is in the table. */
const problem = (rounding: Rounding) =>
  defineProblem({
    id: 'thirds',
    title: 'Thirds',
    rounding,
    givens: { a: '2', b: '3' },
    working: { p: 'a/b', q: 'p*p*7', r: 'q*q - 9' },
    asks: { r: { points: 1 } },
  });

const verdict = (rounding: Rounding, answers: Record<string, string>, of = 'r'): string | undefined =>
  judged(problem(rounding), answers).get(of)?.verdict;

describe('every step to three places', () => {
  const rounding = { places: 3, when: 'every-step' } as const;
  it.each([
    // 0.667*0.667 = 0.444889 -> 0.445, *7 = 3.115, squared 9.703225 -> 9.703, r = 0.703.
    ['every step rounded', { p: '0.667', q: '3.115', r: '0.703' }, 'correct'],
    // 3.111… squared is 9.679012…
    ['nothing rounded on the way', { r: '0.679' }, 'correct'],
    // 0.667*0.667*7 = 3.114223, 3.114^2 = 9.696996.
    ['only the lines rounded', { p: '0.667', q: '3.114', r: '0.697' }, 'correct'],
    ['more places', { r: '0.67901' }, 'correct'],
    ['out of reach', { r: '0.720' }, 'wrong'],
  ])('%s', (_, answers, expected) => expect(verdict(rounding, answers as Record<string, string>)).toBe(expected));
});

describe('only the end to three places', () => {
  const rounding = { places: 3, when: 'end' } as const;
  it.each([
    ['nothing rounded on the way', { r: '0.679' }, 'r', 'correct'],
    // Two guard places: 0.66667^2*7 = 3.11114…, squared 9.67920.
    ['two guard places kept', { p: '0.66667', q: '3.11114', r: '0.679' }, 'r', 'correct'],
    ['rounded to three places on the way', { p: '0.667', q: '3.114', r: '0.697' }, 'r', 'correct'],
    ['every operation rounded to three places, with no line shown', { r: '0.703' }, 'r', 'rounding'],
    ['a line on the way with fewer places', { p: '0.67' }, 'p', 'correct'],
    ['the answer with fewer places', { r: '0.68' }, 'r', 'rounding'],
  ])('%s', (_, answers, line, expected) =>
    expect(verdict(rounding, answers as Record<string, string>, line)).toBe(expected),
  );
});

describe('three significant digits', () => {
  const rounding = { significant: 3 };
  it.each([
    ['rounded', { q: '3.11' }, 'q', 'correct'],
    ['more digits', { q: '3.1111' }, 'q', 'correct'],
    ['fewer digits', { q: '3.1' }, 'q', 'rounding'],
    ['wrong in the third', { q: '3.22' }, 'q', 'wrong'],
    // 0.667*0.667 = 0.444889 -> 0.445, *7 = 3.115 -> 3.12, squared 9.7344 -> 9.73.
    ['every operation to three digits', { r: '0.730' }, 'r', 'correct'],
    ['three digits kept on the way, and two', { r: '1.00' }, 'r', 'rounding|wrong'],
  ])('%s', (_, answers, line, expected) =>
    expect(verdict(rounding, answers as Record<string, string>, line)).toMatch(new RegExp(`^(${expected})$`)),
  );
});

describe('the very value', () => {
  const whole = defineProblem({
    id: 'count',
    title: 'Count',
    rounding: { exact: true },
    counts: true,
    givens: { kernel: '5', maps: '6' },
    working: { weights: 'kernel*kernel*maps', parameters: 'weights + maps' },
    asks: { parameters: { points: 1 } },
  });
  it.each([
    ['right', '156', 'correct'],
    ['with zeros', '156.0', 'correct'],
    ['without the biases', '150', 'slip|wrong'],
    ['one more', '157', 'slip|wrong'],
    ['rounded to tens', '160', 'slip|wrong'],
  ])('%s', (_, answer, expected) =>
    expect(judged(whole, { parameters: answer }).get('parameters')?.verdict).toMatch(new RegExp(`^(${expected})$`)),
  );
});

describe('nothing said', () => {
  const rounding = { unstated: true } as const;
  it.each([
    // Every operation to four digits, as many as are written: 0.6667, 0.4445, 3.112, 9.685.
    ['every operation to the digits written', { r: '0.6850' }, 'r', 'correct'],
    // To three digits: 0.667, 0.445, 3.12, 9.73.
    ['every operation to fewer', { r: '0.7300' }, 'r', 'rounding|wrong|slip'],
    ['two digits', { q: '3.1' }, 'q', 'correct'],
    ['five digits', { q: '3.1111' }, 'q', 'correct'],
    ['wrong at the digits written', { q: '3.2222' }, 'q', 'wrong'],
    ['cut off', { p: '0.66' }, 'p', 'rounding'],
  ])('%s', (_, answers, line, expected) =>
    expect(verdict(rounding, answers as Record<string, string>, line)).toMatch(new RegExp(`^(${expected})$`)),
  );
});

describe('habits that cost nothing', () => {
  const single = (givens: Record<string, string>, y: string) =>
    defineProblem({
      id: 'single',
      title: 'Single',
      rounding: { places: 4, when: 'every-step' },
      givens,
      working: { y },
      asks: { y: { points: 1 } },
    });
  it.each([
    // 0.1234461 is 0.1234; by way of 0.12345 it is 0.1235.
    ['rounding twice', { a: '0.1234461', b: '1.0000001' }, 'a*b', '0.1235', 'correct'],
    ['rounding twice downward from no tie', { a: '0.1234461', b: '1.0000001' }, 'a*b', '0.1233', 'slip|wrong'],
    ['rounding twice by two places more', { a: '0.12344461', b: '1.0000001' }, 'a*b', '0.1235', 'slip|wrong'],
    // 0.6137 of 1 - 0.6137 = 0.3863 is 0.23707…; opened, 0.6137 - 0.3766 is 0.2371. As 0.9321*(2.5 - 0.9321) = 1.46143…
    // it is 1.4614; opened, 2.33025 - 0.86881 is 2.3303 - 0.8688 = 1.4615, or 2.3302 - 0.8688 = 1.4614.
    ['opening the bracket', { a: '0.9321', b: '2.5' }, 'a*(b - a)', '1.4615', 'correct'],
    ['opening the bracket, and one more', { a: '0.9321', b: '2.5' }, 'a*(b - a)', '1.4616', 'slip|wrong'],
  ])('%s', (_, givens, formula, answer, expected) => {
    const found = judged(single(givens as Record<string, string>, formula), { y: answer }).get('y');
    expect(found?.verdict).toMatch(new RegExp(`^(${expected})$`));
  });
});

describe('what is said of digits beyond the places asked', () => {
  /** z = 0.6789*1.0001 = 0.67896789 */
  const product = defineProblem({
    id: 'product',
    title: 'Product',
    rounding: { places: 4, when: 'every-step' },
    givens: { x: '0.6789', w: '1.0001' },
    working: { z: 'x*w' },
    asks: { z: { points: 1 } },
  });
  it.each<[string, string[]]>([
    ['0.6790', []],
    ['0.679000', []],
    ['0.67897', ['more-places']],
    ['0.678968', ['more-places']],
    ['0.67896', ['cut-beyond']],
    ['0.678967', ['cut-beyond']],
    ['0.678964', ['digits-beyond']],
  ])('%s', (z, remarks) => expect(judged(product, { z }).get('z')).toMatchObject({ verdict: 'correct', remarks }));

  it.each([
    ['0.7', 'wrong', ['one-digit']],
    ['0.68', 'rounding', []],
    ['0.678', 'rounding', []],
    ['0.677', 'wrong', []],
  ])('and of too few: %s', (z, verdict, remarks) =>
    expect(judged(product, { z }).get('z')).toMatchObject({ verdict, remarks }),
  );
});

describe('habits of rounding are told from slips, where the number proves them', () => {
  /** The chain with every line cut off after four places. */
  const cut: Record<string, string> = {
    z1: '1.3680',
    a1: '0.7970',
    z2: '-1.4320',
    a2: '0.1927',
    z3: '0.5990',
    yhat: '0.6454',
  };
  it('a student who cuts off everywhere is never charged with a slip', () => {
    const verdicts = [...judged(byHand, cut).values()].map((j) => j.verdict);
    for (const v of verdicts) expect(['correct', 'rounding']).toContain(v);
    expect(judged(byHand, cut).get('a1')?.verdict).toBe('rounding');
  });

  it('nor one who writes three places everywhere', () => {
    const three = backprop({}, 3);
    const judgements = [...judged(byHand, three)].filter(([name]) => name !== 'dL_dw3').map(([, j]) => j);
    // Of one digit, such as 0.004 for 0.0037, a person decides.
    const verdicts = judgements.map(({ verdict, remarks }) => (remarks.includes('one-digit') ? 'open' : verdict));
    for (const v of verdicts) expect(['correct', 'rounding', 'carried', 'open']).toContain(v);
    expect(verdicts.filter((v) => v === 'open').length).toBeLessThan(verdicts.length / 4);
  });

  it('nor one who writes six', () => {
    for (const [name, { verdict: v }] of judged(byHand, backprop({}, 6))) expect([name, v]).toEqual([name, 'correct']);
  });

  it('the reason is given', () => {
    expect(judged(byHand, { a1: '0.7970' }).get('a1')?.habit).toMatch(/cut off after 4 places/);
    expect(judged(byHand, { a1: '0.797' }).get('a1')?.habit).toMatch(/right to 3 places; 4 were asked for/);
  });
});

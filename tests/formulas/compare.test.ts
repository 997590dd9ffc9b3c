import { describe, expect, it } from 'vitest';
import { compare } from '../../src/formulas/compare.ts';
import { readMath } from '../../src/formulas/math/read.ts';
import type { Names } from '../../src/formulas/names.ts';
import type { Formula } from '../../src/formulas/tree.ts';
import { names as declared } from './names.ts';

const T = String.raw;
const names: Names = { ...declared, words: { log: 'ln' } };
function tree(text: string): Formula {
  const reading = readMath(text, names);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.sides.at(-1)?.tree as Formula;
}
const compared = (yours: string, right: string) => compare(tree(yours), tree(right), names);

describe('equal', () => {
  it.each([
    ['sigmoid(x)*(1 - sigmoid(x))', T`\frac{e^{-x}}{(1+e^{-x})^2}`],
    ['tanh(x)', '2*sigmoid(2x) - 1'],
    ['sigmoid(x)', '(1 + tanh(x/2))/2'],
    ['1 - tanh(x)^2', '1 - tanh((1/2)*(2*x))^2 + 1 - 1'],
    ['1 - sin(x)^2/x^2', '1 - ((1/2)*(2*sin(x)/x))^2 + 1 - 1'],
    ['relu(2x)*ln(y^2)', 'ln(y*y)*relu(x + x)'],
    [T`\frac{d}{dx}(\tanh(x))`, T`4(\sigma(2x) - \sigma^2(2x))`],
    ['(x - 1)(x + 1)', 'x^2 - 1'],
    ['relu(x)', T`\begin{cases} x & x > 0 \\ 0 & x \leq 0 \end{cases}`],
    ['(1 - cosh(x))/x^2', '-2*sinh(x/2)^2/x^2'],
    ['1/(x - 1)^8', '1/((x - 1)^4)^2'],
    ['log(x^2*y^2)', 'log(x^2) + log(y^2)'],
    ['W^T*(g + p)', 'W^T*g + W^T*p'],
    [T`\sum_{i=1}^n g_i W_{ij}`, 'W^T g'],
    ['g_i v_j', 'g*v^T'],
    [T`\frac{1}{m} W*v`, T`\sum_{j=1}^m W_{ij} v_j / m`],
    [T`\operatorname{diag}(p) v`.replace('v', 'g'), T`p \odot g`],
    ['softmax(p)', T`\frac{e^{p_i}}{\sum_{c=1}^n e^{p_c}}`],
    [T`\|p\|^2`, 'p^T*p'],
  ])('%s and %s', (a, b) => expect(compared(a, b)).toEqual({ kind: 'equal' }));
});

describe('different, with numbers that show it', () => {
  it.each([
    ['4*exp(x)/(exp(x) + 1)^2', 'sigmoid(x)*(1 - sigmoid(x))'],
    ['x*(x - 1)*(x - 2)*(x - 3)*(x - 4)', '0*x'],
    ['sqrt(x^2)', 'x'],
    ['relu(x)', 'x'],
    ['max(x, -30)', 'x'],
    ['(x > 0)', '(x >= 0)'],
    ['sigmoid(40x)', 'sigmoid(41x)'],
    ['x + 10^(-12)', 'x'],
    ['ln(1 + x^2) + 10^(-30)', 'ln(1 + x^2)'],
    ['W*v', '2*W*v'],
    // The arrays that formulas are compared on have 3 rows and 4 columns: 3 is not n.
    [T`\frac{1}{n} W*v`, 'W*v/3'],
    ['W*v/5', T`\frac{1}{n} W*v`],
  ])('%s and %s', (a, b) => {
    const found = compared(a, b);
    expect(found).toMatchObject({ kind: 'different', at: expect.stringContaining('=') });
    if (found.kind === 'different') expect(found.yours).toBeDefined();
  });
});

describe('shapes that do not fit are said with the sizes by name', () => {
  it.each([
    ['W*g', 'W^T*g', /`W\*g` the shapes n×m and n×1 do not go together/],
    ['g^T*W', 'W^T*g', /this is 1×m, and the answer is m×1: it is the transpose in shape/],
    ['W + g', 'W', /the shapes n×m and n×1/],
    ['g*p', 'g', /the shapes n×1 and n×1/],
    ['g_3*x', 'g', /this is 1×1, and the answer is n×1/],
    ['W^2', 'W', /power is taken of something that is no scalar/],
    ['x/g', 'g', /no scalar, and nothing can be divided by it/],
  ])('%s for %s', (a, b, says) =>
    expect(compared(a, b)).toMatchObject({ kind: 'shape', says: expect.stringMatching(says) }),
  );
});

it('equal wherever both are defined, but not defined alike', () => {
  expect(compared('log(x^2)', '2*log(x)')).toMatchObject({ kind: 'domain', missing: 'right' });
  expect(compared('2*log(x)', 'log(x^2)')).toMatchObject({ kind: 'domain', missing: 'yours' });
});

it('a formula that has a value nowhere is not judged', () => {
  expect(compared('log(-x^2)', 'x').kind).toBe('undecided');
});

// Begun, it would not end while the test waits.
it('work without end is not begun', () => {
  const many = T`\sum_{i=1}^{9999} \sum_{j=1}^{9999} x`;
  expect(compared(many, 'x')).toMatchObject({ kind: 'undecided' });
  expect(compared('x^(9^(9^9))', 'x').kind).not.toBe('equal');
});

it('a verdict repeats', () => {
  expect(compared('sqrt(x^2)', 'x')).toEqual(compared('sqrt(x^2)', 'x'));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMath } from '../../src/formulas/math/read.ts';
import { print } from '../../src/formulas/print.ts';
import { names } from './names.ts';

const T = String.raw;
const read = (text: string): string => {
  const reading = readMath(text, names);
  return reading.ok ? reading.sides.map(({ tree }) => print(tree)).join(' = ') : `refused: ${reading.reason}`;
};

describe('what is read, shown back in the plain notation', () => {
  it.each([
    [T`\sigma(x)(1-\sigma(x))`, 'sigmoid(x)*(1 - sigmoid(x))'],
    ['4*(sigmoid(2x) - sigmoid(2x)^2)', '4*(sigmoid(2*x) - sigmoid(2*x)^2)'],
    [T`\sigma^2(2x)`, 'sigmoid(2*x)^2'],
    [T`\tanh^2 x`, 'tanh(x)^2'],
    [T`\tanh'(x)`, '1 - tanh(x)^2'],
    [T`\sigma'(z)`, 'dsigmoid(z)'],
    [T`\frac{1}{1+e^{-x}}`, '1/(1 + exp(-x))'],
    [T`{1 \over 1+e^{-x}}`, '1/(1 + exp(-x))'],
    [T`\frac12 x`, '(1/2)*x'],
    ['e^-x', 'exp(-x)'],
    [T`\mathbf{W}^\top \frac{\partial L}{\partial y}`, 'W^T*g'],
    ['Wᵀg', 'W^T*g'],
    [T`g v^T`, 'g*v^T'],
    [T`W^T(g \odot p)`, 'W^T*(g .* p)'],
    [T`\hat{y}-y`, 'yhat - y'],
    ['ŷ − y', 'yhat - y'],
    ['y(1-y)', 'y*(1 - y)'],
    ['f(1-f)', 'f*(1 - f)'],
    [T`x_1 w_1 + b`, 'x1*w1 + b'],
    ['x_1 w_1 + b', 'x1*w1 + b'],
    ['x1w1+x', 'x1*w1 + x'],
    ['x²+y', 'x^2 + y'],
    ['1-tanh(x)**2', '1 - tanh(x)^2'],
    [T`\sum_{i=1}^{n} p_i^2`, 'sum(i, 1..n: p[i]^2)'],
    [T`\sum_j W_{ij} v_j`, 'sum(j, 1..m: W[i, j]*v[j])'],
    [T`\sum_{j \ne i} v_j`, 'sum(j, 1..m, (j != i): v[j])'],
    [T`p_i - \delta_{ic}`, 'p[i] - (i = c)'],
    [T`\mathbb{1}[i=c]`, '(i = c)'],
    [T`1_{x>0}`, '(x > 0)'],
    [T`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`, '{x if (x > 0); 0 otherwise}'],
    [T`\max(0, x)`, 'max(0, x)'],
    [T`\log_{10}(x)`, 'log10(x)'],
    [T`|x|`, 'abs(x)'],
    [T`\|p\|^2`, 'sqrt(sum(p .* p))^2'],
    [T`\mathbf{1}^T p`, 'ones^T*p'],
    [T`\text{softmax}(p)_i`, 'softmax(p)[i]'],
    [T`\begin{bmatrix} W & g \\ 0 & 1\end{bmatrix}`, '[W, g; 0, 1]'],
    ['[[1, x], [3, 4]]', '[1, x; 3, 4]'],
    [T`2 \frac{d\sigma(2x)}{dx}`, '2*d/dx(sigmoid(2*x))'],
    [T`\frac{d}{dx}\left(\frac{e^x-e^{-x}}{2}\right)`, 'd/dx((exp(x) - exp(-x))/2)'],
    ['1/2(x-y)^2', '1/2*(x - y)^2'],
    ['1.5e3*x', '1.5e3*x'],
    [T`\boxed{x + 1}`, 'x + 1'],
    [T`\underline{\underline{x}} + 1`, 'x + 1'],
    [T`y = x + 1 = \frac{2x+2}{2}`, 'x + 1 = (2*x + 2)/2'],
    [T`\begin{aligned} y &= x + 1 \\ &= 1 + x \end{aligned}`, 'x + 1 = 1 + x'],
    [T`\underbrace{x}_{a}+1.`, 'x + 1'],
  ])('%s', (text, printed) => expect(read(text)).toBe(printed));
});

describe('what may mean two things, or is not known, is refused with its place', () => {
  it.each([
    ['g(x)', 0, /multiplied or applied/],
    ['x(y)', 0, /multiplied or applied/],
    ['h(x)', 0, /not a function here/],
    ['1/2x', 3, /above or below the line/],
    ['x/2y', 3, /above or below the line/],
    ['e^2x', 2, /how far the exponent/],
    [T`e^10\cdot x`, 2, /how far the exponent/],
    [T`\sin 2x z`, 8, /how far the argument/],
    [T`\ln 2x`, 5, /how far the argument/],
    ['sin x z', 6, /how far the argument/],
    [T`\sqrt[n]{x}`, 0, /this root is not read/],
    [T`1.5e3\cdot x`, 0, /power of ten or a product with e/],
    [T`\sigma^{-1}(x)`, 6, /an inverse is not/],
    ['log(x)', 0, /did you mean `ln` or `log10`/],
    [T`\log x`, 0, /any base/],
    ['exp(0,5)', 0, /takes 1 argument/],
    ['q + 1', 0, /no name of this question/],
    ['x_3', 1, /no name of this question/],
    ['wx', 0, /no name of this question/],
    [T`x \dots y`, 2, /ellipsis/],
    [T`x \otimes y`, 2, /outer or the cellwise/],
    [T`\foo x`, 0, /not known here/],
    [T`x\%`, 1, /not known here/],
    ["x'", 1, /prime/],
    ['x!', 1, /factorials/],
    ['2 3', 2, /sign is missing between two numbers/],
    ['x 2', 2, /number directly after a name/],
    ['2,5*x', 1, /not expected/],
    ['W ⊙ W g', 6, /cellwise product takes in/],
    ['x → y', 2, /arrow/],
    ['y = x\nz = 2*x', 6, /two lines/],
    ['\\frac{x}{2}\n\\frac{y}{2}', 12, /two lines/],
    ['a \\\\ b', 2, /two lines/],
    ['(x', 2, /not closed/],
    ['', 0, /missing/],
  ])('%s', (text, at, reason) => {
    expect(readMath(text, names)).toMatchObject({ ok: false, at, reason: expect.stringMatching(reason) });
  });

  it('at once, however long or deep', () => {
    const from = performance.now();
    for (const text of [
      '('.repeat(3900),
      `${'{'.repeat(1000)}x${'}'.repeat(1000)}`,
      'x^'.repeat(1900),
      'x'.repeat(5000),
      `${T`\frac{`.repeat(600)}`,
    ])
      expect(readMath(text, names).ok).toBe(false);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

it('any text at all is read or refused', () => {
  const piece = fc.constantFrom(
    ..."+-*/^_(){}[]|,.=<>&' 0123456789exyWgpif⊙ŷ²",
    ...[
      T`\frac`,
      T`\sum_i`,
      T`\sigma`,
      T`\hat`,
      T`\begin{cases}`,
      T`\end{cases}`,
      T`\\`,
      T`\partial`,
      T`\mathbf`,
      T`\left(`,
      T`\|`,
      'softmax',
      'constructor',
      '__proto__',
      'd/dx',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const reading = readMath(text, names);
      return reading.ok
        ? reading.sides.every(({ tree }) => print(tree) !== '')
        : reading.reason !== '' && reading.at >= 0 && reading.at <= text.length;
    }),
    { numRuns: 3000 },
  );
});

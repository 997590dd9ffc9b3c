import { describe, expect, it } from 'vitest';
import { readCode } from '../../src/formulas/code/read.ts';
import { type Dialect, dialectOf } from '../../src/formulas/code/tokens.ts';
import { compare } from '../../src/formulas/compare.ts';
import { readMath } from '../../src/formulas/math/read.ts';
import type { Names } from '../../src/formulas/names.ts';
import type { Formula } from '../../src/formulas/tree.ts';

const names: Names = {
  names: [
    { name: 'x', shape: ['n', 'm'] },
    { name: 'G', shape: ['n', 'm'], written: ['grads{i}.(s)', 'opts.grad'] },
    { name: 'W', shape: ['k', 'n'] },
    { name: 'b', shape: ['k', '1'] },
  ],
  words: { log: 'ln' },
};
const wanted = new Set(['y']);
const read = (text: string, dialect: Dialect) => readCode(text, names, { dialect }, wanted);

function right(text: string): Formula {
  const chain = readMath(text, names);
  if (!chain.ok) throw new Error(chain.reason);
  return chain.sides[0]?.tree as Formula;
}

describe('each language by its own rules', () => {
  it.each([
    ['matlab', 'y = W*x;', 'W*x', 'equal'],
    ['matlab', 'y = W*x + b;', 'W*x', 'different'],
    ['matlab', "y = x'*G;", 'x^T*G', 'equal'],
    ['matlab', 'y = x.*G', 'x \\odot G', 'equal'],
    ['matlab', 'y = x*G', 'x \\odot G', 'shape'],
    ['matlab', '(x > 0).*G', 'G \\odot (x > 0)', 'equal'],
    ['matlab', 'y = x.^2 ./ exp(x); % a comment', 'x \\odot x \\odot exp(-x)', 'equal'],
    ['matlab', 'y = sum(x)', '[[1]]', 'shape'],
    ['matlab', "y = sum(x, 2)'", 'x', 'shape'],
    ['matlab', 'y = log(exp(x));', 'x', 'equal'],
    ['matlab', 'y = max(x, 0)', 'relu(x)', 'equal'],
    ['matlab', 'z = W*x;\ny = z + ...\n b;\nq = 1;', 'W*x + b', 'equal'],
    ['matlab', 'y = grads{i}.(s) * 2', '2*G', 'equal'],
    ['matlab', 'y = x / size(x, 1)', String.raw`\frac{1}{n} x`, 'equal'],
    ['matlab', 'y = x / 3', String.raw`\frac{1}{n} x`, 'different'],
    ['numpy', 'y = W @ x', 'W*x', 'equal'],
    ['numpy', 'y = np.dot(W, x) + b', 'W*x + b', 'equal'],
    ['numpy', 'y = W.dot(x)', 'W*x', 'equal'],
    ['numpy', 'y = x * G', 'x \\odot G', 'equal'],
    ['numpy', 'y = W * x', 'W*x', 'shape'],
    ['numpy', 'y = x.T @ G', 'x^T*G', 'equal'],
    ['numpy', 'y = (x > 0) * G  # the mask', 'G \\odot (x > 0)', 'equal'],
    ['numpy', 'y = np.where(x > 0, G, 0)', 'G \\odot (x > 0)', 'equal'],
    ['numpy', 'y = np.exp(x) / np.exp(x).sum(axis=0, keepdims=True)', 'x', 'different'],
    ['numpy', 'y = np.maximum(0, x)', 'relu(x)', 'equal'],
    ['numpy', 'y = x**2', 'x \\odot x', 'equal'],
    ['numpy', 'y = x\ny -= G\ny *= 2', '2*(x - G)', 'equal'],
    ['numpy', 'y = x / len(x)', String.raw`\frac{1}{n} x`, 'equal'],
    ['numpy', 'y = x / 3', String.raw`\frac{1}{n} x`, 'different'],
    ['numpy', 'y = torch.sigmoid(x)', 'sigmoid(x)', 'equal'],
  ] as const)('%s: %s against %s is %s', (dialect, text, formula, kind) => {
    const chain = read(text, dialect);
    expect(chain).toMatchObject({ ok: true });
    if (chain.ok) {
      // A sum of a matrix and a column is a matrix in code alone.
      const target = formula === 'W*x + b' ? readCode('W*x + b', names, { dialect: 'matlab' }, wanted) : undefined;
      const tree = target?.ok ? (target.sides[0]?.tree as Formula) : right(formula);
      expect(compare(chain.sides[0]?.tree as Formula, tree, names, { wide: true }).kind).toBe(kind);
    }
  });
});

describe('whatever is not listed is refused, and nothing is run', () => {
  it.each(
    [
      'import os',
      '__import__("os").system("ls")',
      'eval("1")',
      'exec(x)',
      'open(x)',
      'y = x.constructor',
      'y = x.__class__',
      'y = (lambda: 1)()',
      'for i in x: y = i',
      'while 1: pass',
      'def f(x): return x',
      'function y = f(x)',
      'y = @(x) x',
      'y = x[0:1, 0, 0]',
      'y = x[x > 0]',
      'y = x(1, 2, 3)',
      'system(x)',
      'y = {}',
      'y = x; require(x)',
      'y = np.load(x)',
      'y = x ? 1 : 2',
      'y = `x`',
      'y = 1:1000000000',
      'constructor(x)',
      'y = __proto__',
      '!ls',
    ].flatMap((text) => (['matlab', 'numpy'] as const).map((dialect) => [dialect, text] as const)),
  )('%s: %s', (dialect, text) => {
    const from = performance.now();
    expect(read(text, dialect)).toMatchObject({ ok: false });
    expect(performance.now() - from).toBeLessThan(100);
  });

  it.each([
    ['brackets', `y = ${'('.repeat(3000)}x`],
    ['length', `y = x${'+x'.repeat(3000)}`],
    [
      'doubling',
      Array.from({ length: 60 }, (_, i) => `a${i + 1} = ${i === 0 ? 'x' : `a${i}`} + ${i === 0 ? 'x' : `a${i}`}`).join(
        '\n',
      ),
    ],
    ['statements', 'y = x\n'.repeat(500)],
  ])('without end: %s', (_, text) => {
    const from = performance.now();
    expect(read(text, 'numpy')).toMatchObject({ ok: false });
    expect(performance.now() - from).toBeLessThan(500);
  });
});

describe('the language is told by its signs', () => {
  it.each([
    ['(x > 0).*G', 'matlab'],
    ["x'*G", 'matlab'],
    ['x @ G', 'numpy'],
    ['np.exp(x)', 'numpy'],
    ['x * G', undefined],
  ])('%s: %s', (text, dialect) => expect(dialectOf(text)).toBe(dialect));

  it('and not mixed', () => expect(() => dialectOf('np.exp(x) .* G')).toThrow(/mixes/));
});

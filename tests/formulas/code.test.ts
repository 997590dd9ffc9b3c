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

const many: Names = {
  names: [
    { name: 'x', shape: ['n', 'm'] },
    { name: 'G', shape: ['n', 'm'] },
    { name: 'W', shape: ['k', 'n'] },
    { name: 'b', shape: ['k', '1'] },
    { name: 'v', shape: ['n', '1'] },
    { name: 'u', shape: ['m', '1'] },
    { name: 'P', shape: ['n', 'm'], domain: 'unit' },
    { name: 'Y', shape: ['n', 'm'], domain: 'one-hot-columns', classes: ['labels'] },
    { name: 'Q', shape: ['m', 'n'], domain: 'unit' },
    { name: 'H', shape: ['m', 'n'], domain: 'one-hot-rows', classes: ['t'] },
  ],
  indices: { i: 'n', j: 'm' },
  words: { log: 'ln' },
  reductions: true,
};

describe('places, labels and masks, against the formula in plain text', () => {
  it.each([
    ['numpy', 'x[:, 0]', 'x[i,1]', 'equal'],
    ['numpy', 'x[0]', 'x[1,j]', 'equal'],
    ['numpy', 'x[0, 1]', 'x[1,2]', 'equal'],
    ['numpy', 'x[1, 0]', 'x[1,2]', 'different'],
    ['numpy', 'x[0:2, :].sum()', 'x[1,1] + 0*u[1]', 'different'],
    ['numpy', 'x[:2].sum()', 'sum(x[1..2, :])', 'equal'],
    ['matlab', 'x(:, 1)', 'x[i,1]', 'equal'],
    ['matlab', 'x(1, :)', 'x[1,j]', 'shape'],
    ['matlab', 'sum(sum(x(2:end, :)))', 'sum(x[2.., :])', 'equal'],
    ['matlab', 'sum(x(:))', 'sum(x)', 'equal'],
    ['matlab', "sum(x, 'all')", 'sum(x)', 'equal'],
    ['matlab', "[1 2; 3 4]'", '[[1,3],[2,4]]', 'equal'],
    ['matlab', '[1 2\n3 4]', '[[1,2],[3,4]]', 'equal'],
    ['matlab', 'x + [1, 2; 3, 4]', 'x', 'shape'],
    ['numpy', 'np.outer(v, u)', 'v*u^T', 'equal'],
    ['numpy', 'np.outer(u, v)', 'v*u^T', 'shape'],
    ['numpy', 'np.eye(n)[labels]', 'Y^T', 'equal'],
    ['numpy', 'np.eye(n)[:, labels]', 'Y', 'equal'],
    ['numpy', 'F.one_hot(t, n)', 'H', 'equal'],
    ['matlab', "full(ind2vec(labels', n))", 'Y', 'equal'],
    ['matlab', 'full(sparse(1:m, labels, 1, m, n))', 'Y^T', 'equal'],
    ['numpy', 'y = P.copy()\ny[labels, range(m)] -= 1', 'P - Y', 'equal'],
    ['numpy', 'y = P.copy()\ny[np.arange(m), labels] -= 1', 'P - Y', 'shape'],
    ['numpy', 'y = Q.copy()\ny[np.arange(len(t)), t] -= 1\ny /= t.shape[0]', '(Q - H)/m', 'equal'],
    ['numpy', 'y = Q.copy()\ny[range(m), t] -= 1', '(Q - H)/m', 'different'],
    ['numpy', '-np.log(Q[range(m), t]).mean()', '-sum(H .* ln(Q))/m', 'equal'],
    ['numpy', 'd = G.copy()\nd[x <= 0] = 0', 'G .* (x > 0)', 'equal'],
    ['matlab', 'd = G; d(x < 0) = 0;', 'G .* (x > 0)', 'different'],
    [
      'numpy',
      'e = np.exp(x - np.max(x, axis=0, keepdims=True))\ne / np.sum(e, axis=0, keepdims=True)',
      'softmax(x, axis=0)',
      'equal',
    ],
    ['numpy', 'e = np.exp(x - np.max(x, axis=0))\ne / np.sum(e)', 'softmax(x, axis=0)', 'different'],
    ['matlab', 'bsxfun(@rdivide, exp(x), sum(exp(x), 1))', 'softmax(x, axis=0)', 'equal'],
    ['matlab', 'W*x + repmat(b, 1, m)', 'W*x + repeat(b, 1, m)', 'equal'],
    ['numpy', 'W @ x + b', 'W*x + repeat(b, 1, m)', 'equal'],
    ['numpy', 'np.maximum(x, 0.01*x)', 'x .* (x > 0) + 0.01*x .* (x <= 0)', 'equal'],
    ['numpy', 'n, m = x.shape\nx / m', 'x/m', 'equal'],
    ['numpy', 'd = np.zeros((n, m))\nd[i, j] = v[i] * u[j]', 'v*u^T', 'equal'],
    ['numpy', 'd = np.zeros((n, m))\nd[j, i] = v[i] * u[j]', 'v*u^T', 'shape'],
    ['numpy', 'np.hstack([W, b])', '[W, b]', 'equal'],
    ['matlab', '[W b]', '[W, b]', 'equal'],
  ] as const)('%s: %s against %s is %s', (dialect, text, formula, kind) => {
    const code = readCode(text, many, { dialect }, new Set());
    const target = readMath(formula, many);
    if (!code.ok || !target.ok) throw new Error(`${JSON.stringify(code)} ${JSON.stringify(target)}`);
    const [yours, right] = [code.sides[0]?.tree as Formula, target.sides[0]?.tree as Formula];
    expect(compare(yours, right, many, { wide: true }).kind).toBe(kind);
  });

  it('vectors may be arrays of one axis', () => {
    const code = readCode('v[:, None] * u[None, :]', many, { dialect: 'numpy', flat: true }, new Set());
    const target = readMath('v*u^T', many);
    if (!code.ok || !target.ok) throw new Error(JSON.stringify(code));
    expect(compare(code.sides[0]?.tree as Formula, target.sides[0]?.tree as Formula, many, { wide: true }).kind).toBe(
      'equal',
    );
  });

  it.each([
    ['numpy', 'sum(x)', 0, /Python's own sum/],
    ['numpy', 'np.sum(x, where=x)', 0, /"where" is not read/],
    ['numpy', 'np.sum(x, axis=2)', 0, /two axes/],
    ['numpy', 'np.sum(x, axis=(0, 1))', 0, /one axis/],
    ['numpy', 'torch.max(x, dim=0)', 0, /two arrays in torch/],
    ['numpy', 'x[:, None]', 1, /third is not read/],
    ['numpy', 'x[0, 0, 0]', 1, /two axes/],
    ['numpy', 'x[::2]', 3, /a step is not read/],
    ['numpy', 'x[x > 0]', 1, /where they are assigned to/],
    ['numpy', 'labels + 1', 0, /numbers of classes/],
    ['numpy', 'np.eye(m)[labels]', 9, /one row for each class/],
    ['matlab', 'full(ind2vec(labels, m))', 5, /number of classes/],
    ['matlab', '[1 -2; 3 4]', 3, /write a comma/],
    ['numpy', 'for i in range(3):\n  x[i] = 0', 0, /loops are not read; write one formula/],
    ['matlab', 'for i = 1:3\n x(i) = 0;\nend', 0, /loops are not read/],
    ['numpy', 'if x > 0: x', 0, /write a mask/],
    ['numpy', 'def f(x):\n  return x', 0, /functions are not read/],
    ['numpy', 'x[:, 0] = v', 0, /given values only where/],
  ] as const)('%s: %s is refused at %i', (dialect, text, at, reason) => {
    const code = readCode(text, many, { dialect }, new Set());
    expect(code).toMatchObject({ ok: false, at, reason: expect.stringMatching(reason) });
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

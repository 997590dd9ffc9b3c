import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/derived/asked-formula.ts';
import { compare } from '../../src/formulas/compare.ts';
import { readMath } from '../../src/formulas/math/read.ts';
import { derivation } from '../../src/kinds/derivation/derivation.ts';
import { readAny } from '../../src/kinds/formula/any.ts';
import { type DeclaredFormulas, declaredNames } from '../../src/working/formulas.ts';
import { defineProblem } from '../../src/working/problem.ts';

const T = String.raw;
/** Attention, regression, single numbers and a layer with a batch: names that no problem of ours declares so. */
const A: DeclaredFormulas = {
  symbols: { Q: 'T×d', K: 'T×d', V: 'T×e', s: '1×1' },
  indices: { t: 'T', u: 'T', a: 'd', f: 'e' },
};
const B: DeclaredFormulas = {
  symbols: {
    X: 'N×p',
    y: 'N×1',
    theta: { shape: 'p×1', written: ['w', T`\boldsymbol\theta`] },
    lambda: '1×1',
    ones: { shape: 'N×1', is: '1' },
  },
  indices: { i: 'N', j: 'p' },
  words: { log: 'ln' },
};
const C: DeclaredFormulas = {
  symbols: {
    z: '1×1',
    t: '1×1',
    alpha: '1×1',
    beta: '1×1',
    mu: '1×1',
    tau: '1×1',
    x: '1×1',
    a: '1×1',
    L: '1×1',
    p: { shape: '1×1', domain: 'unit' },
    dL_da: { shape: '1×1', written: [T`\frac{\partial L}{\partial a}`] },
    w_1: '1×1',
    w_2: '1×1',
    x_1: '1×1',
    x_2: '1×1',
  },
  words: { log: 'ln' },
};
const D: DeclaredFormulas = {
  symbols: {
    A1: { shape: 'h×B', written: ['A^{[1]}', 'A_1'] },
    W2: { shape: 'k×h', written: ['W^{[2]}', 'W_2'] },
    b2: 'k×1',
    dZ: { shape: 'k×B', written: [T`\frac{\partial L}{\partial Z}`, 'dZ2'] },
    S: { shape: 'k×B', domain: 'unit' },
    Y: { shape: 'k×B', domain: 'one-hot-columns', classes: ['labels'] },
    Z: 'k×B',
  },
  indices: { i: 'k', j: 'h', n: 'B' },
  words: { log: 'ln' },
};

type Verdict = 'equal' | 'different' | 'domain' | 'refused';
type Row = readonly [set: DeclaredFormulas, text: string, reference: string, verdict: Verdict];

function verdictOf([set, text, reference]: Row, isCode: boolean): string {
  const names = declaredNames(set);
  const target = readMath(reference, { ...names, reductions: true });
  if (!target.ok) throw new Error(`${reference}: ${target.reason}`);
  const right = target.sides.at(-1)?.tree;
  if (!right) throw new Error(reference);
  const asked: Asked = { names, right: [right], also: [], called: new Set(), others: new Set(), given: new Set() };
  if (isCode) {
    const answer = readAny(text, asked);
    const { kind } = answer.ok ? answer.judgement.comparison : { kind: 'refused' };
    return kind === 'shape' ? 'different' : kind;
  }
  const read = readMath(text, names);
  const tree = read.ok ? read.sides.at(-1)?.tree : undefined;
  if (!tree) return 'refused';
  const { kind } = compare(tree, right, names);
  return kind === 'shape' ? 'different' : kind;
}

// Written down before the readers were tried on them, with what should come of each.
describe('formulas', () => {
  it.each<Row>([
    [C, T`\frac{1}{1+e^{-\left(\frac{x-\mu}{\tau}\right)}}`, 'sigmoid((x - mu)/tau)', 'equal'],
    [C, T`\left(1+\exp\left(\dfrac{\mu-x}{\tau}\right)\right)^{-1}`, 'sigmoid((x - mu)/tau)', 'equal'],
    [C, T`\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}`, 'tanh(x)', 'equal'],
    [C, T`1-\left(\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}\right)^{2}`, '1 - tanh(x)^2', 'equal'],
    [C, T`1-\frac{(e^{x}-e^{-x})^2}{e^{x}+e^{-x}}`, '1 - tanh(x)^2', 'different'],
    [C, T`\operatorname{sech}^2 x`, '1 - tanh(x)^2', 'equal'],
    [C, T`-\left[t\ln p+(1-t)\ln(1-p)\right]`, '-t*ln(p) - (1-t)*ln(1-p)', 'equal'],
    [C, T`-t\log(p)-(1-t)\log(1-p)`, '-t*ln(p) - (1-t)*ln(1-p)', 'equal'],
    [C, T`-t\log(p)+(1-t)\log(1-p)`, '-t*ln(p) - (1-t)*ln(1-p)', 'different'],
    [C, T`\frac{p-t}{p(1-p)}`, '-t/p + (1-t)/(1-p)', 'equal'],
    [C, T`\frac{t-p}{p(1-p)}`, '-t/p + (1-t)/(1-p)', 'different'],
    [C, T`\frac{\partial L}{\partial a}\cdot a(1-a)`, 'dL_da*a*(1-a)', 'equal'],
    [C, T`\frac{\partial L}{\partial a} \, a \, (1-a) \, x_1`, 'dL_da*a*(1-a)*x_1', 'equal'],
    [C, T`\frac{\partial L}{\partial z} a`, 'dL_da*a', 'refused'],
    [C, T`x_1 w_1 + x_2 w_2`, 'w_1*x_1 + w_2*x_2', 'equal'],
    [C, T`\sum_{i=1}^{2} w_i x_i`, 'w_1*x_1 + w_2*x_2', 'refused'],
    [C, T`\sqrt{x^2+1}-x`, '1/(sqrt(x^2+1)+x)', 'equal'],
    [C, T`\ln\left(1+e^{x}\right)`, 'softplus(x)', 'equal'],
    [C, T`\ln(1+e^{-x})+x`, 'softplus(x)', 'equal'],
    [C, T`\ln(1+e^{-x})`, 'softplus(x)', 'different'],
    [C, T`\max\{0, x\}`, 'relu(x)', 'equal'],
    [C, T`\max(x,\alpha x)`, 'max(alpha*x, x)', 'equal'],
    [C, T`\frac{x+|x|}{2}`, 'relu(x)', 'equal'],
    [
      C,
      T`\begin{cases} \alpha(e^x-1), & x<0 \\ x, & x\ge 0 \end{cases}`,
      '{x if (x >= 0); alpha*(exp(x)-1) otherwise}',
      'equal',
    ],
    [C, T`\begin{cases} x & x>0 \\ \alpha x & \text{else.} \end{cases}`, '{x if (x > 0); alpha*x otherwise}', 'equal'],
    [C, T`\mathbf{1}\{x>0\}`, '(x > 0)', 'equal'],
    [C, T`\mathbb{I}(x \geq 0)`, '(x > 0)', 'different'],
    [C, T`x\,\sigma(\beta x)`, 'x*sigmoid(beta*x)', 'equal'],
    [C, T`\sigma(\beta x)+\beta x\,\sigma(\beta x)(1-\sigma(\beta x))`, 'd/dx(x*sigmoid(beta*x))', 'equal'],
    [C, T`\sigma(\beta x)+ x\,\sigma(\beta x)(1-\sigma(\beta x))`, 'd/dx(x*sigmoid(beta*x))', 'different'],
    [
      C,
      T`\frac{d}{dx}\left[x\sigma(\beta x)\right]`,
      'sigmoid(beta*x)+beta*x*sigmoid(beta*x)*(1-sigmoid(beta*x))',
      'equal',
    ],
    [C, T`e^{2\ln x}`, 'x^2', 'domain'],
    [C, T`\log_2 8 \cdot x`, '3*x', 'equal'],
    [C, T`2^{x}`, 'exp(x*ln(2))', 'equal'],
    [C, T`x \pm 1`, 'x', 'refused'],
    [C, T`\int_0^x t\,dt`, 'x^2/2', 'refused'],
    [C, T`f(x)+1`, 'x', 'refused'],
    [C, T`\arctan x`, 'x', 'refused'],
    [C, '1/(1+exp(-x))*(1-1/(1+exp(-x)))', 'sigmoid(x)*(1-sigmoid(x))', 'equal'],
    [C, 'exp(-x)/(1+exp(-x))^2', 'sigmoid(x)*(1-sigmoid(x))', 'equal'],
    [C, 'exp(-x)/(1+exp(-x^2))', 'sigmoid(x)*(1-sigmoid(x))', 'different'],
    [C, 'e^(-x) / (1 + e^(-x))²', 'sigmoid(x)*(1-sigmoid(x))', 'equal'],
    [C, '2σ(2x) − 1', 'tanh(x)', 'equal'],
    [C, '2*sigmoid(2*x)-1', 'tanh(2*x)', 'different'],
    [C, '(x-mu)^2/(2*tau^2)', '((mu-x)/tau)^2/2', 'equal'],
    [C, '(x-mu)^2/2*tau^2', '((mu-x)/tau)^2/2', 'different'],
    [C, '(x-mu)^2/2tau^2', '((mu-x)/tau)^2/2', 'refused'],
    [C, '1/2 (a - t)^2', '(t-a)^2/2', 'equal'],
    [C, '½(a−t)²', '(t-a)^2/2', 'equal'],
    [C, 'alpha x + beta', 'beta + alpha*x', 'equal'],
    [C, 'αx+β', 'beta + alpha*x', 'equal'],
    [C, 'x1*w1 + x2*w2', 'w_1*x_1 + w_2*x_2', 'equal'],
    [C, 'x1w1+x2w2', 'w_1*x_1 + w_2*x_2', 'equal'],
    [C, 'tanh^2(x)', 'tanh(x)*tanh(x)', 'equal'],
    [C, 'sin x', 'sin(x)', 'equal'],
    [C, 'x^-1', '1/x', 'equal'],
    [C, '0,5*x', 'x/2', 'refused'],
    [C, 'q*x', 'x', 'refused'],
    [C, 'a = p = t', 'a', 'different'],
    [A, T`\frac{QK^{T}}{\sqrt{d}}`, '(Q*K^T)/sqrt(d)', 'equal'],
    [A, T`Q K^\top`, '(K*Q^T)^T', 'equal'],
    [A, T`Q^\top K`, 'Q*K^T', 'different'],
    [B, T`\frac{1}{2N}\|X\theta-y\|^2`, '(X*theta - y)^T*(X*theta - y)/(2*N)', 'equal'],
    [
      B,
      T`\frac{1}{2N}\sum_{i=1}^{N}\left(\sum_{j=1}^{p}X_{ij}\theta_j-y_i\right)^2`,
      '(X*theta - y)^T*(X*theta - y)/(2*N)',
      'equal',
    ],
    [
      B,
      T`\frac{1}{2}\sum_{i=1}^{N}\left(\sum_{j=1}^{p}X_{ij}\theta_j-y_i\right)^2`,
      '(X*theta - y)^T*(X*theta - y)/(2*N)',
      'different',
    ],
    [B, T`\frac{1}{N}X^{\top}(X\boldsymbol\theta-y)`, '(X^T*X*theta - X^T*y)/N', 'equal'],
    [B, T`\frac{1}{N}X(X\theta-y)`, '(X^T*X*theta - X^T*y)/N', 'different'],
    [B, T`\frac1N\sum_i (X_{i}\theta - y_i) X_{ij}`, '(X^T*X*theta - X^T*y)/N', 'refused'],
    [
      B,
      T`\frac{1}{N}\sum_{i}\Bigl(\sum_{k=1}^{p} X_{ik}\theta_k - y_i\Bigr) X_{ij}`,
      '(X^T*X*theta - X^T*y)/N',
      'equal',
    ],
    [B, T`X^TX\theta+\lambda\theta-X^Ty`, '(X^T*X + lambda*diag(theta .^ 0))*theta - X^T*y', 'equal'],
    [B, T`X^{\mathsf T}(X w-y)+\lambda w`, 'X^T*X*theta - X^T*y + lambda*theta', 'equal'],
    [B, T`X^{\mathsf T}(X w-y)+\lambda`, 'X^T*X*theta - X^T*y + lambda*theta', 'different'],
    [B, T`\mathbf{y}^T\mathbf{X}\theta`, 'theta^T*X^T*y', 'equal'],
    [B, T`(X^TX)^{-1}X^Ty`, 'X^T*y', 'different'],
    [B, T`\lVert y\rVert_2^2`, 'y^T*y', 'equal'],
    [B, T`\lVert y\rVert_1`, 'y^T*y', 'refused'],
    [D, T`W^{[2]}A^{[1]}`, 'W2*A1', 'equal'],
    [D, T`\frac{1}{B}\frac{\partial L}{\partial Z}A_1^{T}`, 'dZ*A1^T/B', 'equal'],
    [D, T`\frac{1}{B}A_1\frac{\partial L}{\partial Z}^{T}`, 'dZ*A1^T/B', 'different'],
    [D, T`\frac{1}{B}\sum_{n=1}^{B} dZ_{in}A1_{jn}`, 'dZ*A1^T/B', 'equal'],
    [D, T`\frac{1}{B}\sum_{n=1}^{B} dZ_{in}`, 'dZ*A1^T/B', 'different'],
    [D, T`S - Y`, '-(Y - S)', 'equal'],
    [D, T`S_{in}-\mathbb{1}[i=n]`, 'S - Y', 'different'],
    [D, T`W_2^{\top}\frac{\partial L}{\partial Z}\odot A_1\odot(1-A_1)`, '(W2^T*dZ) .* A1 .* (1 - A1)', 'equal'],
    [D, T`W_2^{\top}\left(\frac{\partial L}{\partial Z}\odot A_1\right)`, '(W2^T*dZ) .* A1 .* (1 - A1)', 'different'],
    [D, T`-\frac{1}{B}\sum_{n}\sum_{i} Y_{in}\ln S_{in}`, '-sum(Y .* ln(S))/B', 'equal'],
    [D, T`-\sum_{n}\sum_{i} Y_{in}\ln S_{in}`, '-sum(Y .* ln(S))/B', 'different'],
    [D, T`\frac{e^{Z_{in}}}{\sum_{l=1}^{k} e^{Z_{ln}}}`, 'softmax(Z, axis=0)', 'equal'],
    [D, T`\frac{e^{Z_{in}}}{\sum_{l=1}^{B} e^{Z_{il}}}`, 'softmax(Z, axis=0)', 'different'],
  ])('$1 is $3 to $2', (...row) => expect(verdictOf(row, false)).toBe(row[3]));
});

describe('code', () => {
  it.each<Row>([
    [D, "dW = dZ*A1'/B;", 'dZ*A1^T/B', 'equal'],
    [D, "dW = (1/size(A1,2))*dZ*A1';", 'dZ*A1^T/B', 'equal'],
    [D, "dW = (1/size(A1,1))*dZ*A1';", 'dZ*A1^T/B', 'different'],
    [D, "dW = dZ.*A1'/B;", 'dZ*A1^T/B', 'different'],
    [D, 'db = sum(dZ,2)/B;', 'sum(dZ, axis=1)/B', 'equal'],
    [D, 'db = mean(dZ,2);', 'sum(dZ, axis=1)/B', 'equal'],
    [D, 'db = sum(dZ)/B;', 'sum(dZ, axis=1)/B', 'different'],
    [
      D,
      'm = max(Z,[],1); E = exp(bsxfun(@minus,Z,m)); P = bsxfun(@rdivide,E,sum(E,1));',
      'softmax(Z, axis=0)',
      'equal',
    ],
    [D, 'E = exp(Z); P = E./sum(E);', 'softmax(Z, axis=0)', 'equal'],
    [D, 'E = exp(Z); P = E/sum(E(:));', 'softmax(Z, axis=0)', 'different'],
    [D, 'T = full(sparse(labels,1:B,1)); d = (S-T)/B', '(S - Y)/B', 'equal'],
    [D, 'Z2 = W2*A1 + repmat(b2,1,B);', 'W2*A1 + repeat(b2, 1, B)', 'equal'],
    [D, 'for i=1:B, db = db + dZ(:,i); end', 'sum(dZ, axis=1)', 'refused'],
    [D, 'x = dZ(:,1)', 'dZ*A1^T', 'different'],
    [D, "dA = (W2'*dZ) .* (A1 > 0)", '(W2^T*dZ) .* (A1 > 0)', 'equal'],
    [D, "dA = W2'*dZ; dA(A1 <= 0) = 0;", '(W2^T*dZ) .* (A1 > 0)', 'equal'],
    [D, "dA = W2'*dZ; dA(A1 > 0) = 0;", '(W2^T*dZ) .* (A1 > 0)', 'different'],
    [D, 'dW = dZ @ A1.T / B', 'dZ*A1^T/B', 'equal'],
    [D, 'dW = np.dot(dZ, A1.T) / A1.shape[1]', 'dZ*A1^T/B', 'equal'],
    [D, 'dW = np.dot(dZ, A1.T) / A1.shape[0]', 'dZ*A1^T/B', 'different'],
    [D, 'dW = dZ * A1.T / B', 'dZ*A1^T/B', 'different'],
    [D, 'db = np.sum(dZ, axis=1, keepdims=True) / B', 'sum(dZ, axis=1)/B', 'equal'],
    [D, 'db = dZ.mean(axis=1)', 'sum(dZ, axis=1)/B', 'equal'],
    [D, 'db = dZ.mean(axis=0)', 'sum(dZ, axis=1)/B', 'different'],
    [
      D,
      'Zs = Z - Z.max(axis=0, keepdims=True)\nP = np.exp(Zs)\nP /= P.sum(axis=0, keepdims=True)',
      'softmax(Z, axis=0)',
      'equal',
    ],
    [D, 'P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)', 'softmax(Z, axis=0)', 'different'],
    [D, 'd = S.copy()\nd[labels, np.arange(B)] -= 1\nd = d / B', '(S - Y)/B', 'equal'],
    [D, 'loss = -np.mean(np.log(S[labels, range(B)]))', '-sum(Y .* ln(S))/B', 'equal'],
    [D, 'loss = -np.sum(np.log(S[labels, range(B)]))', '-sum(Y .* ln(S))/B', 'different'],
    [D, 'dA = (W2.T @ dZ) * (A1 > 0)', '(W2^T*dZ) .* (A1 > 0)', 'equal'],
    [D, 'dA = W2.T @ dZ\ndA[A1 <= 0] = 0', '(W2^T*dZ) .* (A1 > 0)', 'equal'],
    [D, 'dA = np.where(A1 > 0, W2.T @ dZ, 0)', '(W2^T*dZ) .* (A1 > 0)', 'equal'],
    [D, 'dA = np.where(A1 > 0, 0, W2.T @ dZ)', '(W2^T*dZ) .* (A1 > 0)', 'different'],
    [B, 'g = X.T.dot(X.dot(theta) - y) / len(y)', '(X^T*X*theta - X^T*y)/N', 'equal'],
    [B, 'g = X.T @ (X @ w - y) / X.shape[0]', '(X^T*X*theta - X^T*y)/N', 'equal'],
    [B, 'r = X @ w - y\nloss = 0.5 * np.mean(r**2)', '(X*theta - y)^T*(X*theta - y)/(2*N)', 'equal'],
    [B, 'r = X @ w - y\nloss = np.dot(r, r) / (2 * len(y))', '(X*theta - y)^T*(X*theta - y)/(2*N)', 'equal'],
    [B, 'np.einsum("ij,j->i", X, w)', 'X*theta', 'equal'],
    [B, 'np.linalg.inv(X.T @ X) @ X.T @ y', '(X^T*X)^(-1)*X^T*y', 'equal'],
    [B, '[x**2 for x in y]', 'y', 'refused'],
  ])('$1 is $3 to $2', (...row) => expect(verdictOf(row, true)).toBe(row[3]));
});

function make(symbols: DeclaredFormulas['symbols'], right: string) {
  const fields = [{ kind: 'derivation' as const, name: 'd', right }];
  const formulas = { symbols };
  return defineProblem({
    id: 'fresh',
    title: 'Fresh',
    rounding: { exact: true },
    givens: {},
    working: {},
    formulas,
    fields,
    asks: { d: { points: 1 } },
  }).work({});
}
const S = make({ x: '1×1', b: '1×1' }, 'sigmoid(x)*(1 - sigmoid(x))');
const Q = make({ z: '1×1', t: '1×1' }, 'sigmoid(z) - t');
const W = make({ X: 'N×p', w: 'p×1', y: 'N×1' }, 'X^T*(X*w - y)');
const G = make({ x: '1×1', m: '1×1', s: { shape: '1×1', domain: 'positive' } }, '-(x - m)/s^2*exp(-(x-m)^2/(2*s^2))');
const P = make({ x: '1×1' }, 'sigmoid(x) + x*sigmoid(x)*(1-sigmoid(x))');
const M = make({ W1: 'p×m', W2: 'q×p', x: 'm×1', b1: 'p×1', b2: 'q×1' }, 'W2*W1*x + W2*b1 + b2');

type Steps = readonly [
  working: ReturnType<typeof make>,
  lines: readonly string[],
  verdict: string,
  wrongLine: readonly number[],
];

describe('derivations with at most one wrong step', () => {
  it.each<Steps>([
    [
      S,
      [
        T`\frac{d}{dx}\frac{1}{1+e^{-x}}`,
        T`= \frac{e^{-x}}{(1+e^{-x})^2}`,
        T`= \frac{1}{1+e^{-x}}\cdot\frac{e^{-x}}{1+e^{-x}}`,
        T`=\sigma(x)(1-\sigma(x))`,
      ],
      'correct',
      [],
    ],
    [
      S,
      [T`\frac{d}{dx}\frac{e^x}{1+e^x} = \frac{e^x(1+e^x)-e^{2x}}{(1+e^x)^2} = \sigma(x)(1-\sigma(x))`],
      'correct',
      [],
    ],
    [S, [T`0 < \sigma(x)(1-\sigma(x)) \le 1`, T`\sigma(x)(1-\sigma(x))`], 'correct', []],
    [
      S,
      [T`\frac{d}{dx}\frac{1}{1+e^{-x}}`, T`= \frac{-e^{-x}}{(1+e^{-x})^2}`, T`=-\sigma(x)(1-\sigma(x))`],
      'wrong',
      [2],
    ],
    [
      S,
      [
        T`\frac{d}{dx}(1+e^{-x})^{-1}`,
        T`= -(1+e^{-x})^{-2}\cdot(-e^{-x})`,
        T`= \frac{e^{-x}}{1+e^{-x}}`,
        T`=\sigma(x)(1-\sigma(x))`,
      ],
      'correct',
      [3],
    ],
    [
      S,
      [
        T`= (1+e^{-x})^{-2} e^{-x}`,
        T`= \frac{1}{1+e^{-x}}\left(1-\frac{1}{1+e^{-x}}\right)`,
        T`= \sigma(x)-\sigma(x)^2`,
      ],
      'correct',
      [],
    ],
    [
      S,
      [
        T`= (1+e^{-x})^{-2} e^{-x}`,
        T`= \frac{1+e^{-x}-1}{(1+e^{-x})^2}`,
        T`= \frac{1}{1+e^{-x}} - \frac{1}{(1+e^{-x})^2}`,
        T`= \sigma(x) + \sigma(x)^2`,
      ],
      'wrong',
      [4],
    ],
    [S, [T`e^{-x}/(1+e^{-x})^2`, 'blah blah', T`\sigma(x)(1-\sigma(x))`], 'correct', [2]],
    [S, ['exp(-x)/(1+exp(-x))^2', 'exp(x)/(1+exp(x))^2', 'sigmoid(x)*sigmoid(-x)'], 'correct', []],
    [S, ['exp(-x)/(1+exp(-x))^2', 'exp(x)/(exp(x)-1)^2', 'sigmoid(x)*(1-sigmoid(x))'], 'correct', [2]],
    [
      Q,
      [
        T`\frac{d}{dz}\left(-t\ln\sigma(z)-(1-t)\ln(1-\sigma(z))\right)`,
        T`= -t(1-\sigma(z)) + (1-t)\sigma(z)`,
        T`= -t + t\sigma(z)+\sigma(z)-t\sigma(z)`,
        T`= \sigma(z)-t`,
      ],
      'correct',
      [],
    ],
    [
      Q,
      [
        T`-\frac{t}{\sigma(z)}\sigma(z)(1-\sigma(z)) + \frac{1-t}{1-\sigma(z)}\sigma(z)(1-\sigma(z))`,
        T`= -t(1-\sigma(z)) - (1-t)\sigma(z)`,
        T`= -t + 2t\sigma(z)-\sigma(z)`,
      ],
      'wrong',
      [2],
    ],
    [Q, [T`-t(1-\sigma(z))+(1-t)\sigma(z)`, T`-t + \sigma(z) - t\sigma(z)`, T`\sigma(z)-t-t\sigma(z)`], 'wrong', [2]],
    [Q, [T`-t(1-\sigma(z))+(1-t)\sigma(z) = -t + t\sigma(z) + \sigma(z) - t\sigma(z) = \sigma(z) - t`], 'correct', []],
    [W, ['X^T X w - X^T y', 'X^T (X w - y)'], 'correct', []],
    [W, ['X^T X w - X^T y', 'X^T (y - X w)'], 'wrong', [2]],
    [W, ['X^T X w - X^T y', 'X (X w - y)'], 'wrong', [2]],
    [W, ['X^T X w - y^T X', 'X^T(X w - y)'], 'correct', [1]],
    [W, [T`\frac{1}{2}\left(X^T(Xw-y)+X^T(Xw-y)\right)`, T`X^T(Xw-y)`], 'correct', []],
    [W, [T`\frac{1}{2}\left(2X^TXw-2X^Ty\right)`, T`X^TXw-2X^Ty`, T`X^T(Xw-2y)`], 'wrong', [2]],
    [
      G,
      [
        T`\frac{d}{dx}\exp\left(-\frac{(x-m)^2}{2s^2}\right)`,
        T`\exp\left(-\frac{(x-m)^2}{2s^2}\right)\cdot\left(-\frac{2(x-m)}{2s^2}\right)`,
        T`-\frac{x-m}{s^2}\exp\left(-\frac{(x-m)^2}{2s^2}\right)`,
      ],
      'correct',
      [],
    ],
    [
      G,
      [
        T`\frac{d}{dx}\exp\left(-\frac{(x-m)^2}{2s^2}\right)`,
        T`\exp\left(-\frac{(x-m)^2}{2s^2}\right)\cdot\left(-\frac{(x-m)}{2s^2}\right)`,
        T`-\frac{x-m}{2s^2}\exp\left(-\frac{(x-m)^2}{2s^2}\right)`,
      ],
      'wrong',
      [2],
    ],
    [
      G,
      [
        T`\exp(-\frac{(x-m)^2}{2s^2})\cdot(-\frac{2(x-m)}{2s^2})`,
        T`\frac{x-m}{s^2}\exp(-\frac{(x-m)^2}{2s^2})`,
        T`-\frac{x-m}{s^2}\exp(-\frac{(x-m)^2}{2s^2})`,
      ],
      'correct',
      [2],
    ],
    [
      P,
      [
        T`\frac{d}{dx}(x\sigma(x))`,
        T`\sigma(x)+x\sigma'(x)`,
        T`\sigma(x)+x\sigma(x)(1-\sigma(x))`,
        T`\sigma(x)(1+x-x\sigma(x))`,
      ],
      'correct',
      [],
    ],
    [
      P,
      [
        T`\frac{d}{dx}(x\sigma(x))`,
        T`\sigma(x)+\sigma'(x)`,
        T`\sigma(x)+\sigma(x)(1-\sigma(x))`,
        T`2\sigma(x)-\sigma(x)^2`,
      ],
      'wrong',
      [2],
    ],
    [P, [T`\sigma(x)+x\sigma(x)(1-\sigma(x))`, T`\sigma(x)(1+x-\sigma(x))`], 'wrong', [2]],
    [P, [T`\sigma(x)+x\sigma(x)(1-\sigma(x))`, T`x\sigma(x) + \sigma(x)(1-x\sigma(x))`], 'correct', []],
    [M, ['W2*(W1*x + b1) + b2', 'W2*W1*x + W2*b1 + b2'], 'correct', []],
    [M, ['W2*(W1*x + b1) + b2', 'W2*W1*x + b1 + b2'], 'wrong', [2]],
    [M, ['W2*(W1*x + b1) + b2', 'W1*W2*x + W2*b1 + b2'], 'wrong', [2]],
    [M, [T`W_2(W_1x+b_1)+b_2`, T`W_2W_1x+W_2b_1+b_2`], 'correct', []],
    [M, [T`W_2(W_1x+b_1)+b_2`, T`(W_2W_1)x+(W_2b_1+b_2)`, T`Wx + b`], 'review', [3]],
  ])('case %#: $1', (working, lines, verdict, wrong) => {
    const [field] = working.fields ?? [];
    if (field?.kind !== 'derivation') throw new Error('no derivation');
    const reading = derivation.read(lines, field, { working } as never);
    if (reading.kind !== 'read') throw new Error('not read');
    const outcome = derivation.mark(reading.value, field, { working } as never, undefined as never);
    expect(outcome.verdict === 'slip' ? 'wrong' : outcome.verdict).toBe(verdict);
    const said = [`${outcome.says ?? ''}`, ...(outcome.notes ?? [])].join(' ');
    const named = [...said.matchAll(/Line (\d+) (?:does not follow|could not be read)/g)].map(([, line]) =>
      Number(line),
    );
    // Where the slip is named itself, its line need not be.
    if (named.length > 0 || outcome.slips === undefined)
      expect(named.filter((line, i) => named.indexOf(line) === i)).toEqual(wrong);
  });
});

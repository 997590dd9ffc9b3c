/** Small arrays: a scalar is 1×1. */
type Cells = readonly (readonly number[])[];
type Values = Readonly<Record<string, Cells>>;

/** A notation as people or scanners write it, with its value worked out by other means, or `refused`. */
export interface Form {
  readonly id: string;
  readonly text: string;
  /** The declared names, each with its shape. */
  readonly names: Readonly<Record<string, string>>;
  readonly indices?: Readonly<Record<string, string>>;
  /** The value; nothing where the form must be refused. */
  readonly value?: (values: Values) => Cells;
}

const scalars = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, '1×1']));
const x = scalars('x');
const xy = scalars('x', 'y');
const neuron = scalars('w_1', 'w_2', 'x_1', 'x_2', 'b', 'y', 'yhat');
const layer = { W: 'n×m', x: 'm×1', b: 'n×1', g: 'n×1' };
const batch = { X: 'm×N', W: 'n×m', G: 'n×N' };

/** One number from numbers. */
const of =
  (work: (...numbers: readonly number[]) => number, ...names: readonly string[]) =>
  (values: Values): Cells => [[work(...names.map((name) => values[name]?.[0]?.[0] ?? Number.NaN))]];
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const at = (cells: Cells, i: number, j: number): number => cells[i]?.[j] ?? Number.NaN;
const made = (rows: number, columns: number, cell: (i: number, j: number) => number): Cells =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => cell(i, j)));
const total = (count: number, term: (k: number) => number): number =>
  Array.from({ length: count }, (_, k) => term(k)).reduce((sum, one) => sum + one, 0);
const get = (values: Values, name: string): Cells => values[name] ?? [];
const rows = (cells: Cells): number => cells.length;
const columns = (cells: Cells): number => cells[0]?.length ?? 0;
const times = (a: Cells, b: Cells): Cells =>
  made(rows(a), columns(b), (i, j) => total(rows(b), (k) => at(a, i, k) * at(b, k, j)));
const turned = (a: Cells): Cells => made(columns(a), rows(a), (i, j) => at(a, j, i));

const logistic = of((z = 0) => sigma(z), 'x');
const slope = of((z = 0) => sigma(z) * (1 - sigma(z)), 'x');

/** Written before the reader was looked at, and kept as they were written. */
export const unseen: readonly Form[] = [
  { id: 'over', text: '{1 \\over {1+e^{-x}}}', names: x, value: logistic },
  { id: 'dfrac-thin-spaces', text: '\\dfrac{1}{1\\,+\\,\\mathrm{e}^{-x}}', names: x, value: logistic },
  { id: 'exp-of-braces', text: '\\frac{1}{1+\\exp\\{-x\\}}', names: x, value: logistic },
  { id: 'inverse-power', text: '(1+e^{-x})^{-1}', names: x, value: logistic },
  { id: 'unicode-minus-and-dots', text: '(1 + e^(−x))^(−1)', names: x, value: logistic },
  { id: 'sigma-prime-chain', text: '\\sigma(x)\\bigl(1-\\sigma(x)\\bigr)', names: x, value: slope },
  {
    id: 'operatorname-sigmoid',
    text: '\\operatorname{sigmoid}(x)(1-\\operatorname{sigmoid}(x))',
    names: x,
    value: slope,
  },
  { id: 'mathrm-tanh', text: '1-\\mathrm{tanh}^2 x', names: x, value: of((z = 0) => 1 - Math.tanh(z) ** 2, 'x') },
  {
    id: 'sech-squared',
    text: '\\operatorname{sech}^{2}\\!\\left(x\\right)',
    names: x,
    value: of((z = 0) => 1 / Math.cosh(z) ** 2, 'x'),
  },
  { id: 'fraction-without-braces', text: '\\frac12 x^2', names: x, value: of((z = 0) => (z * z) / 2, 'x') },
  { id: 'fraction-mixed-braces', text: '\\frac{x}3+1', names: x, value: of((z = 0) => z / 3 + 1, 'x') },
  { id: 'cube-root', text: '\\sqrt[3]{1+x^2}', names: x, value: of((z = 0) => Math.cbrt(1 + z * z), 'x') },
  {
    id: 'bars',
    text: '|x - y| + \\lvert x\\rvert',
    names: xy,
    value: of((a = 0, b = 0) => Math.abs(a - b) + Math.abs(a), 'x', 'y'),
  },
  { id: 'scientific', text: '1.5e-3 x', names: x, value: of((z = 0) => 0.0015 * z, 'x') },
  { id: 'times-ten', text: '1.5 \\times 10^{-3} x', names: x, value: of((z = 0) => 0.0015 * z, 'x') },
  { id: 'superscript-digits', text: '2x² − 3x³', names: x, value: of((z = 0) => 2 * z ** 2 - 3 * z ** 3, 'x') },
  { id: 'root-sign', text: '√(1+x²)', names: x, value: of((z = 0) => Math.sqrt(1 + z * z), 'x') },
  { id: 'middle-dot', text: '2·x·y', names: xy, value: of((a = 0, b = 0) => 2 * a * b, 'x', 'y') },
  {
    id: 'tfrac-dollars',
    text: '$$\\tfrac{1}{2}\\,(\\hat{y}-y)^2$$',
    names: neuron,
    value: of((a = 0, b = 0) => (a - b) ** 2 / 2, 'yhat', 'y'),
  },
  {
    id: 'widehat',
    text: '2\\,(\\widehat{y}-y)',
    names: neuron,
    value: of((a = 0, b = 0) => 2 * (a - b), 'yhat', 'y'),
  },
  { id: 'hat-without-braces', text: '\\hat y - y', names: neuron, value: of((a = 0, b = 0) => a - b, 'yhat', 'y') },
  {
    id: 'braced-subscripts',
    text: 'w_{1}x_{1} + w_{2}x_{2} + b',
    names: neuron,
    value: of((a = 0, b = 0, c = 0, d = 0, e = 0) => a * b + c * d + e, 'w_1', 'x_1', 'w_2', 'x_2', 'b'),
  },
  {
    id: 'subscripts-glued',
    text: 'w_1x_1+w_2x_2+b',
    names: neuron,
    value: of((a = 0, b = 0, c = 0, d = 0, e = 0) => a * b + c * d + e, 'w_1', 'x_1', 'w_2', 'x_2', 'b'),
  },
  {
    id: 'unicode-subscripts',
    text: 'w₁x₁ + w₂x₂ + b',
    names: neuron,
    value: of((a = 0, b = 0, c = 0, d = 0, e = 0) => a * b + c * d + e, 'w_1', 'x_1', 'w_2', 'x_2', 'b'),
  },
  {
    id: 'cross-entropy',
    text: '-y\\log\\hat{y} - (1-y)\\log(1-\\hat{y})',
    names: neuron,
    value: of((p = 0, t = 0) => -t * Math.log(p) - (1 - t) * Math.log(1 - p), 'yhat', 'y'),
  },
  { id: 'plus-minus', text: '\\pm x', names: x },
  { id: 'cdots', text: 'x + x^2 + \\cdots + x^5', names: x },
  { id: 'approximately', text: 'x \\approx y', names: xy },
  { id: 'stranger', text: 'x + q', names: x },
  { id: 'unknown-command', text: '\\mathfrak{x}\\star y', names: xy },
  { id: 'binomial', text: '\\binom{x}{2}', names: x },
  {
    id: 'cases',
    text: '\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}',
    names: x,
    value: of((z = 0) => Math.max(0, z), 'x'),
  },
  {
    id: 'indicator',
    text: '\\mathbb{1}[x > 0]\\, y',
    names: xy,
    value: of((a = 0, b = 0) => (a > 0 ? b : 0), 'x', 'y'),
  },
  {
    id: 'iverson-set',
    text: '\\mathbf{1}_{\\{x>0\\}} \\cdot y',
    names: xy,
    value: of((a = 0, b = 0) => (a > 0 ? b : 0), 'x', 'y'),
  },
  { id: 'transpose-top', text: 'W^{\\top} g', names: layer, value: (v) => times(turned(get(v, 'W')), get(v, 'g')) },
  {
    id: 'transpose-intercal',
    text: 'W^\\intercal g',
    names: layer,
    value: (v) => times(turned(get(v, 'W')), get(v, 'g')),
  },
  {
    id: 'bold-symbols',
    text: '\\boldsymbol{W}\\mathbf{x} + \\mathbf{b}',
    names: layer,
    value: (v) => {
      const product = times(get(v, 'W'), get(v, 'x'));
      return made(rows(product), 1, (i) => at(product, i, 0) + at(get(v, 'b'), i, 0));
    },
  },
  { id: 'outer', text: 'g\\,x^{\\mathsf{T}}', names: layer, value: (v) => times(get(v, 'g'), turned(get(v, 'x'))) },
  {
    id: 'odot',
    text: '(W^T g) \\odot x \\odot (1 - x)',
    names: layer,
    value: (v) => {
      const back = times(turned(get(v, 'W')), get(v, 'g'));
      return made(rows(back), 1, (i) => at(back, i, 0) * at(get(v, 'x'), i, 0) * (1 - at(get(v, 'x'), i, 0)));
    },
  },
  {
    id: 'index-sum',
    text: '\\sum_{j=1}^{m} W_{ij} x_j',
    names: layer,
    indices: { i: 'n', j: 'm' },
    value: (v) => times(get(v, 'W'), get(v, 'x')),
  },
  {
    id: 'index-sum-short',
    text: '\\sum_j W_{ij}x_j + b_i',
    names: layer,
    indices: { i: 'n', j: 'm' },
    value: (v) => {
      const product = times(get(v, 'W'), get(v, 'x'));
      return made(rows(product), 1, (i) => at(product, i, 0) + at(get(v, 'b'), i, 0));
    },
  },
  {
    id: 'unicode-sum',
    text: 'Σ_j W_ij x_j',
    names: layer,
    indices: { i: 'n', j: 'm' },
    value: (v) => times(get(v, 'W'), get(v, 'x')),
  },
  {
    id: 'softmax-sum',
    text: '\\frac{e^{x_i}}{\\sum_{k} e^{x_k}}',
    names: { x: 'n×1' },
    indices: { i: 'n', k: 'n' },
    value: (v) => {
      const cells = get(v, 'x');
      const all = total(rows(cells), (k) => Math.exp(at(cells, k, 0)));
      return made(rows(cells), 1, (i) => Math.exp(at(cells, i, 0)) / all);
    },
  },
  {
    id: 'norm-squared',
    text: '\\frac{1}{2}\\lVert Wx - g\\rVert_2^2',
    names: layer,
    value: (v) => {
      const product = times(get(v, 'W'), get(v, 'x'));
      return [[total(rows(product), (i) => (at(product, i, 0) - at(get(v, 'g'), i, 0)) ** 2) / 2]];
    },
  },
  {
    id: 'norm-double-bar',
    text: '\\|x\\|^2',
    names: layer,
    value: (v) => [[total(rows(get(v, 'x')), (i) => at(get(v, 'x'), i, 0) ** 2)]],
  },
  {
    id: 'batch-gradient',
    text: '\\frac{1}{N} G X^T',
    names: batch,
    value: (v) => {
      const product = times(get(v, 'G'), turned(get(v, 'X')));
      return made(rows(product), columns(product), (i, j) => at(product, i, j) / columns(get(v, 'G')));
    },
  },
  { id: 'wrong-order', text: 'X^T G', names: batch },
  {
    id: 'kronecker',
    text: 'x_i(\\delta_{ij} - x_j)',
    names: { x: 'n×1' },
    indices: { i: 'n', j: 'n' },
    value: (v) => {
      const cells = get(v, 'x');
      return made(rows(cells), rows(cells), (i, j) => at(cells, i, 0) * ((i === j ? 1 : 0) - at(cells, j, 0)));
    },
  },
  {
    id: 'diag',
    text: '\\operatorname{diag}(x) - x x^T',
    names: { x: 'n×1' },
    value: (v) => {
      const cells = get(v, 'x');
      return made(
        rows(cells),
        rows(cells),
        (i, j) => (i === j ? at(cells, i, 0) : 0) - at(cells, i, 0) * at(cells, j, 0),
      );
    },
  },
  { id: 'words-with-stars', text: 'W.T * g', names: layer },
  { id: 'html-entities', text: 'x &times; y', names: xy, value: of((a = 0, b = 0) => a * b, 'x', 'y') },
  { id: 'text-command', text: '2x \\text{ if } x > 0', names: x },
];

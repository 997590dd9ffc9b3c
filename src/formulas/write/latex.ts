import type { Fn } from '../../expressions/functions/fn.ts';
import { type Name, readName } from '../../expressions/name.ts';
import type { CompareOp, Formula, Stretch } from '../tree.ts';

/** A formula in LaTeX, in which no product is left to be guessed. */
export function writeLatex(tree: Formula): string {
  switch (tree.kind) {
    case 'number':
      return numeral(tree.text);
    case 'symbol':
      return nameLatex(tree.name.replace('#', ''));
    case 'sum':
      return tree.terms
        .map(({ negative, of }, i) => (negative ? '-' : i > 0 ? '+' : '') + grouped(of, ['sum']))
        .join(' ');
    case 'product':
      return productLatex(tree.factors);
    case 'power':
      return `${base(tree.base)}^{${writeLatex(tree.exponent)}}`;
    case 'call':
      return callLatex(tree.fn, tree.args.map(writeLatex));
    case 'cellwise':
      return cellwiseLatex(tree);
    case 'transpose':
      return `${base(tree.of)}^{\\top}`;
    case 'matrix':
      return environment(
        'bmatrix',
        tree.rows.map((row) => row.map(writeLatex).join(' & ')),
      );
    case 'at':
      return `${base(tree.of)}_{${tree.indices.map(writeLatex).join(', ')}}`;
    case 'slice':
      return `${base(tree.of)}[${stretchLatex(tree.rows)}, ${stretchLatex(tree.columns)}]`;
    case 'each':
      return writeLatex(tree.of);
    case 'fold':
      return foldLatex(tree);
    case 'cases':
      return casesLatex(tree.cases);
    case 'compare':
      return `\\mathbb{1}[${relationLatex(tree)}]`;
    case 'derivative':
      return `\\frac{d}{d ${nameLatex(tree.by)}}${brackets(writeLatex(tree.of))}`;
    default:
      return wordLatex(tree);
  }
}

const brackets = (inside: string): string => `\\left(${inside}\\right)`;
const grouped = (tree: Formula, kinds: readonly Formula['kind'][]): string =>
  kinds.includes(tree.kind) || writeLatex(tree).startsWith('-') ? brackets(writeLatex(tree)) : writeLatex(tree);

function numeral(text: string): string {
  const [mantissa = '', exponent] = text.split(/e/i);
  return exponent === undefined ? text : brackets(`${mantissa} \\cdot 10^{${Number(exponent)}}`);
}

/** What a script may stand on. */
function base(tree: Formula): string {
  const isName = tree.kind === 'symbol' && /^[\p{L}]$/u.test(tree.name);
  return isName ? tree.name : brackets(writeLatex(tree));
}

/** `dL_dw1` as a fraction of derivatives, `yhat` with its hat, a word upright. */
function nameLatex(name: string): string {
  return written(readName(name));
}

function written(name: Name): string {
  switch (name.kind) {
    case 'derivative':
      return `\\frac{\\partial ${written(name.of)}}{\\partial ${written(name.by)}}`;
    case 'letter': {
      const letter = /^[α-ω]$/u.test(name.letter) ? (commands[name.letter] ?? name.letter) : name.letter;
      const below = name.below ? `_{${name.below}}` : '';
      return (name.hat ? `\\hat{${letter}}` : letter) + below + (name.above ? `^{${name.above}}` : '');
    }
    case 'cell':
      return `${written(name.of)}_{${name.at}}`;
    case 'member':
      return `\\mathrm{${written(name.of)}${name.text}}`;
    case 'word':
      return `\\mathrm{${name.text.replaceAll('_', '\\_')}}`;
  }
}

const commands: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha,β beta,γ gamma,δ delta,ε epsilon,η eta,θ theta,λ lambda,μ mu,ν nu,π pi,ρ rho,σ sigma,τ tau,φ phi,ψ psi,ω omega'
    .split(',')
    .map((pair) => pair.split(' '))
    .map(([letter = '', word = '']) => [letter, `\\${word}`]),
);

function productLatex(factors: Extract<Formula, { kind: 'product' }>['factors']): string {
  let text = '';
  for (const { inverse, of } of factors) {
    const factor = grouped(of, ['sum', 'cellwise', 'fold']);
    if (inverse) text = `\\frac{${text || '1'}}{${writeLatex(of)}}`;
    else text = text ? `${text} \\cdot ${factor}` : factor;
  }
  return text;
}

const own = new Set(['tanh', 'sin', 'cos', 'sinh', 'cosh', 'ln', 'max', 'min']);

function callLatex({ name }: Fn, args: readonly string[]): string {
  const inside = args.join(', ');
  if (name === 'exp') return `e^{${inside}}`;
  if (name === 'sqrt') return `\\sqrt{${inside}}`;
  return `${own.has(name) ? `\\${name}` : `\\operatorname{${name}}`}${brackets(inside)}`;
}

function cellwiseLatex({ op, left, right }: Extract<Formula, { kind: 'cellwise' }>): string {
  const weak = ['sum', 'product', 'cellwise', 'fold'] as const;
  if (op === '^') return `${base(left)}.^{${writeLatex(right)}}`;
  return `${grouped(left, weak)} ${op === '*' ? '\\odot' : './'} ${grouped(right, weak)}`;
}

const environment = (name: string, rows: readonly string[]): string =>
  `\\begin{${name}} ${rows.join(' \\\\ ')} \\end{${name}}`;

const signs: Readonly<Record<CompareOp, string>> = {
  '<': '<',
  '>': '>',
  '<=': '\\leq',
  '>=': '\\geq',
  '=': '=',
  '!=': '\\neq',
};

const relationLatex = ({ op, left, right }: Extract<Formula, { kind: 'compare' }>): string =>
  `${writeLatex(left)} ${signs[op]} ${writeLatex(right)}`;

const conditionLatex = (tree: Formula): string => (tree.kind === 'compare' ? relationLatex(tree) : writeLatex(tree));

function casesLatex(cases: Extract<Formula, { kind: 'cases' }>['cases']): string {
  const row = ({ of, when }: (typeof cases)[number]): string =>
    `${writeLatex(of)} & ${when ? `\\text{if } ${conditionLatex(when)}` : '\\text{otherwise}'}`;
  return environment('cases', cases.map(row));
}

function foldLatex({ op, index, to, where, of }: Extract<Formula, { kind: 'fold' }>): string {
  const sign = { sum: '\\sum', product: '\\prod', max: '\\max', min: '\\min' }[op];
  const from = where ? conditionLatex(where) : to ? `${index}=1` : index;
  return `${sign}_{${from}}${to ? `^{${writeLatex(to)}}` : ''} ${brackets(writeLatex(of))}`;
}

function stretchLatex({ from, to }: Stretch = {}): string {
  if (!from && !to) return ':';
  const [first, last] = [from ? writeLatex(from) : '', to ? writeLatex(to) : ''];
  return first === last ? first : `${first}..${last}`;
}

type Word = Extract<Formula, { kind: 'reduce' | 'softmax' | 'diagonal' | 'reshape' | 'repeat' }>;

/** What is said by a word before brackets. */
function wordLatex(tree: Word): string {
  const word = (name: string, ...args: readonly string[]): string => `\\operatorname{${name}}(${args.join(', ')})`;
  const of = writeLatex(tree.of);
  switch (tree.kind) {
    case 'diagonal':
      return word('diag', of);
    case 'repeat':
      return word('repeat', of, writeLatex(tree.down), writeLatex(tree.across));
    case 'reshape': {
      if (tree.flat) return word('flat', of);
      const sizes = [tree.rows, tree.columns].map((size) => (size ? writeLatex(size) : '-'));
      return word('reshape', of, ...sizes, ...(tree.down ? ['\\text{down}'] : []));
    }
    default: {
      const axis = tree.axis === undefined ? [] : [`\\text{axis} = ${tree.axis}`];
      return word(tree.kind === 'softmax' ? 'softmax' : tree.op === 'product' ? 'prod' : tree.op, of, ...axis);
    }
  }
}

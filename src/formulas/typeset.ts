import { applied, bracketed, infix, row } from '../expressions/mathml.ts';
import type { Expression } from '../expressions/tree.ts';
import { type Run, runs } from '../expressions/typeset.ts';
import { type Formula, over, type Stretch } from './tree.ts';

/** A formula over arrays as runs of MathML; what it has of single numbers is set as everywhere. */
export const formulaRuns = (tree: Formula): Run[] =>
  runs(withSizes(tree) as Expression, (node) => ofArrays(node as Formula));

/** Sizes by their letters alone. */
const withSizes = (tree: Formula): Formula =>
  tree.kind === 'symbol' ? { ...tree, name: tree.name.replace('#', '') } : over(tree, withSizes);

const markup = (tree: Formula): string =>
  formulaRuns(tree)
    .map(({ mathml }) => mathml)
    .join('');

type Node<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

const word = (name: string, ...args: readonly string[]): string => applied(`<mi>${name}</mi>`)(args);
const words = (text: string): string => `<mtext>${text}</mtext>`;
/** In brackets, where it is put together with something that binds closer. */
const tight = (tree: Formula): string =>
  ['sum', 'product', 'cellwise', 'fold'].includes(tree.kind) ? bracketed(markup(tree)) : row(markup(tree));
const base = (tree: Formula): string =>
  ['symbol', 'softmax', 'matrix', 'diagonal'].includes(tree.kind) ? row(markup(tree)) : bracketed(markup(tree));

/** Undefined for what is no node of arrays. */
function ofArrays(tree: Formula): string | undefined {
  switch (tree.kind) {
    case 'symbol':
    case 'number':
    case 'sum':
    case 'product':
    case 'power':
    case 'call':
      return undefined;
    case 'transpose':
      return `<msup>${base(tree.of)}<mo>⊤</mo></msup>`;
    case 'cellwise':
      return cellwise(tree);
    case 'matrix':
      return matrix(tree.rows.map((cells) => cells.map(markup)));
    case 'at':
      return `<msub>${base(tree.of)}${row(indices(tree.indices))}</msub>`;
    case 'slice':
      return `<msub>${base(tree.of)}${row(`${stretch(tree.rows)}<mo separator="true">,</mo>${stretch(tree.columns)}`)}</msub>`;
    case 'fold':
      return fold(tree);
    case 'compare':
      return indicator(tree);
    case 'cases':
      return cases(tree.cases);
    case 'derivative':
      return `<mfrac><mi>d</mi>${row(`<mi>d</mi>${markup({ kind: 'symbol', name: tree.by })}`)}</mfrac>${bracketed(markup(tree.of))}`;
    case 'each':
      return tight(tree.of);
    default:
      return byWord(tree);
  }
}

function cellwise({ op, left, right }: Node<'cellwise'>): string {
  if (op === '^') return `<msup>${base(left)}${row(`${infix('⊙')}${markup(right)}`)}</msup>`;
  return row(tight(left) + infix(op === '*' ? '⊙' : '⊘') + tight(right));
}

/** Rows and columns in square brackets. */
export function matrix(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<mtr>${cells.map((cell) => `<mtd>${cell}</mtd>`).join('')}</mtr>`);
  return row(`<mo>[</mo><mtable>${lines.join('')}</mtable><mo>]</mo>`);
}

/** `ij` where each is a letter, else with commas. */
function indices(list: readonly Formula[]): string {
  const letters = list.every((index) => index.kind === 'symbol' && index.name.length === 1);
  return list.map(markup).join(letters ? '<mo>\u2062</mo>' : '<mo separator="true">,</mo>');
}

function stretch({ from, to }: Stretch = {}): string {
  if (!from && !to) return '<mo>:</mo>';
  const [first, last] = [from ? markup(from) : '', to ? markup(to) : ''];
  return first === last ? first : `${first}<mo>…</mo>${last}`;
}

function fold({ op, index, to, where, of }: Node<'fold'>): string {
  const sign = { sum: '<mo>∑</mo>', product: '<mo>∏</mo>', max: '<mi>max</mi>', min: '<mi>min</mi>' }[op];
  const letter = markup({ kind: 'symbol', name: index });
  const below = where ? relation(where) : to ? `${letter}<mo>=</mo><mn>1</mn>` : letter;
  const limits = to
    ? `<munderover>${sign}${row(below)}${row(markup(to))}</munderover>`
    : `<munder>${sign}${row(below)}</munder>`;
  const inside = of.kind === 'sum' || of.kind === 'fold' ? bracketed(markup(of)) : row(markup(of));
  return row(limits + inside);
}

const signs: Readonly<Record<Node<'compare'>['op'], string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '<=': '≤',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};

const relation = (tree: Formula): string =>
  tree.kind === 'compare' ? markup(tree.left) + infix(signs[tree.op]) + markup(tree.right) : markup(tree);

/** Of two indices Kronecker's delta, else a 1 with its condition. */
function indicator(tree: Node<'compare'>): string {
  const isLetter = (one: Formula): boolean => one.kind === 'symbol' && one.name.length === 1;
  if (tree.op === '=' && isLetter(tree.left) && isLetter(tree.right))
    return `<msub><mi>δ</mi>${row(indices([tree.left, tree.right]))}</msub>`;
  return `<msub><mn>1</mn>${row(relation(tree))}</msub>`;
}

function cases(list: Node<'cases'>['cases']): string {
  const line = ({ of, when }: (typeof list)[number]): string =>
    `<mtr><mtd>${markup(of)}</mtd><mtd>${when ? words('if\u00a0') + relation(when) : words('otherwise')}</mtd></mtr>`;
  return row(`<mo>{</mo><mtable columnalign="left">${list.map(line).join('')}</mtable>`);
}

function byWord(tree: Node<'reduce' | 'softmax' | 'diagonal' | 'reshape' | 'repeat'>): string {
  const of = markup(tree.of);
  const size = (one: Formula | undefined): string[] => (one ? [markup(one)] : []);
  switch (tree.kind) {
    case 'diagonal':
      return word('diag', of);
    case 'repeat':
      return word('repeat', of, markup(tree.down), markup(tree.across));
    case 'reshape':
      return tree.flat ? word('flat', of) : word('reshape', of, ...size(tree.rows), ...size(tree.columns));
    default: {
      const axis = tree.axis === undefined ? [] : [words(tree.axis === 0 ? 'down each column' : 'along each row')];
      return word(tree.kind === 'softmax' ? 'softmax' : tree.op, of, ...axis);
    }
  }
}

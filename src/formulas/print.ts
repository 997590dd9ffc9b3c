import type { Formula, Stretch } from './tree.ts';

const strength: Partial<Record<Formula['kind'], number>> = {
  sum: 1,
  product: 2,
  cellwise: 2,
  fold: 2,
  power: 3,
};
const strengthOf = (tree: Formula): number =>
  tree.kind === 'cellwise' && tree.op === '^' ? 3 : (strength[tree.kind] ?? 4);

/** A formula in the plain notation, with no more brackets than it needs: what a reading is shown back as. */
export function print(tree: Formula): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'symbol':
      return tree.name.replace('#', '');
    case 'sum':
      return tree.terms.map(({ negative, of }, i) => lead(negative, i) + within(of, 2)).join('');
    case 'product':
      return tree.factors
        .map(({ inverse, of }, i) => (i === 0 ? (inverse ? '1/' : '') : inverse ? '/' : '*') + within(of, 3))
        .join('');
    case 'power':
      return `${within(tree.base, 4)}^${within(tree.exponent, 4)}`;
    case 'call':
      return `${tree.fn.name}(${tree.args.map(print).join(', ')})`;
    case 'cellwise':
      return `${within(tree.left, 2)} .${tree.op} ${within(tree.right, 3)}`;
    case 'transpose':
      return `${within(tree.of, 4)}^T`;
    case 'matrix':
      return `[${tree.rows.map((row) => row.map(print).join(', ')).join('; ')}]`;
    case 'at':
      return `${within(tree.of, 4)}[${tree.indices.map(print).join(', ')}]`;
    case 'each':
      return print(tree.of);
    case 'fold': {
      const range = [
        tree.index,
        ...(tree.to ? [`1..${print(tree.to)}`] : []),
        ...(tree.where ? [print(tree.where)] : []),
      ];
      return `${tree.op}(${range.join(', ')}: ${print(tree.of)})`;
    }
    case 'reduce':
      return `${tree.op}(${print(tree.of)}${axisText(tree.axis)})`;
    case 'slice':
      return `${within(tree.of, 4)}[${stretchText(tree.rows)}, ${stretchText(tree.columns)}]`;
    case 'reshape':
      return tree.flat
        ? `flat(${print(tree.of)})`
        : `reshape(${[print(tree.of), sizeText(tree.rows), sizeText(tree.columns), ...(tree.down ? ['down'] : [])].join(', ')})`;
    case 'repeat':
      return `repeat(${print(tree.of)}, ${print(tree.down)}, ${print(tree.across)})`;
    case 'diagonal':
      return `diag(${print(tree.of)})`;
    case 'softmax':
      return `softmax(${print(tree.of)}${axisText(tree.axis)})`;
    case 'compare':
      return `(${print(tree.left)} ${tree.op} ${print(tree.right)})`;
    case 'cases':
      return `{${tree.cases.map(({ of, when }) => print(of) + (when ? ` if ${print(when)}` : ' otherwise')).join('; ')}}`;
    case 'derivative':
      return `d/d${tree.by}(${print(tree.of)})`;
  }
}

const sizeText = (size: Formula | undefined): string => (size ? print(size) : '_');

function stretchText({ from, to }: Stretch = {}): string {
  const [first, last] = [from ? print(from) : '', to ? print(to) : ''];
  if (first === '' && last === '') return ':';
  return first === last ? first : `${first}..${last}`;
}

const axisText = (axis: 0 | 1 | undefined): string =>
  axis === undefined ? '' : axis === 0 ? ', down each column' : ', along each row';

function lead(negative: boolean, i: number): string {
  if (i === 0) return negative ? '-' : '';
  return negative ? ' - ' : ' + ';
}

function within(tree: Formula, least: number): string {
  const text = print(tree);
  return strengthOf(tree) < least || text.startsWith('-') ? `(${text})` : text;
}

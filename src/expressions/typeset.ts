import { isApart } from './apart.ts';
import type { Fn } from './functions/fn.ts';
import { applied, bracketed, dot, infix, minus, numberMarkup, row, times } from './mathml.ts';
import { readName } from './name.ts';
import type { Expression, Factor, Term } from './tree.ts';
import { escapeMarkup, typesetName } from './typeset-name.ts';

/** A stretch of MathML; `breaks` where a line may be broken before it. */
export interface Run {
  readonly mathml: string;
  readonly breaks: boolean;
}

/** A formula as MathML (what stands inside `<math>`), with no more brackets than it needs. */
export const typeset = (tree: Expression): string =>
  runs(tree)
    .map(({ mathml }) => mathml)
    .join('');

/** The same in runs, since browsers do not break a formula: a narrow page needs one `<math>` for each run. */
export function runs(tree: Expression): Run[] {
  if (tree.kind === 'sum') return sumRuns(tree.terms);
  return tree.kind === 'product' ? productRuns(tree.factors) : [plainRun(tree)];
}

const plainRun = (tree: Expression): Run => ({ mathml: single(tree), breaks: false });

function single(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return numberMarkup(tree.text);
    case 'symbol':
      return typesetName(tree.name);
    case 'power':
      return `<msup>${powerBase(tree.base)}${row(typeset(tree.exponent))}</msup>`;
    case 'call':
      return typesetCall(tree.fn, tree.args.map(typeset));
    default:
      return bracketed(typeset(tree));
  }
}

function powerBase(base: Expression): string {
  const plain = base.kind === 'symbol' && readName(base.name).kind !== 'derivative' && !base.name.endsWith('_new');
  if (plain || (base.kind === 'number' && !/e/i.test(base.text))) return single(base);
  return base.kind === 'call' && !base.fn.raised ? single(base) : bracketed(typeset(base));
}

const typesetCall = ({ name, mathml }: Fn, args: readonly string[]): string =>
  (mathml ?? applied(`<mi>${escapeMarkup(name)}</mi>`))(args);

function sumRuns(terms: readonly Term[]): Run[] {
  return terms.flatMap(({ negative, of }, i) => {
    const sign = i > 0 ? infix(negative ? '−' : '+') : negative ? minus : '';
    const [first, ...rest] = of.kind === 'product' ? productRuns(of.factors) : [plainRun(of)];
    return first ? [{ mathml: sign + first.mathml, breaks: i > 0 }, ...rest] : [];
  });
}

/** Factors up to and with those they are divided by: `a*b/c*d` is a fraction and d. */
interface Group {
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
}

function groupsOf(factors: readonly Factor[]): Group[] {
  const groups: { above: Expression[]; below: Expression[] }[] = [];
  for (const { inverse, of } of factors) {
    const last = groups.at(-1);
    if (inverse && last) last.below.push(of);
    else if (last && last.below.length === 0) last.above.push(of);
    else groups.push(inverse ? { above: [], below: [of] } : { above: [of], below: [] });
  }
  return groups;
}

function productRuns(factors: readonly Factor[]): Run[] {
  const groups = groupsOf(factors);
  return groups.flatMap((group, i): Run[] => {
    if (group.below.length === 0) return factorRuns(group.above, i > 0);
    return [{ mathml: (i > 0 ? dot : '') + fraction(group), breaks: i > 0 }];
  });
}

const fraction = ({ above, below }: Group): string => `<mfrac>${row(level(above))}${row(level(below))}</mfrac>`;

/** One level of a fraction, which needs no brackets around a single sum. */
function level(factors: readonly Expression[]): string {
  const [only] = factors;
  if (!only) return '<mn>1</mn>';
  return factors.length === 1
    ? typeset(only)
    : factorRuns(factors, false)
        .map(({ mathml }) => mathml)
        .join('');
}

function factorRuns(factors: readonly Expression[], dotted: boolean): Run[] {
  return factors.map((factor, i) => {
    const before = factors[i - 1];
    const needsDot = before ? isApart(before, factor) : dotted;
    return { mathml: (needsDot ? dot : before ? times : '') + single(factor), breaks: needsDot };
  });
}

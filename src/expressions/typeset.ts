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

/** Sets the nodes that a formula of single numbers has not; undefined for the others. */
export type Others = (tree: Expression) => string | undefined;

/** A formula as MathML (what stands inside `<math>`), with no more brackets than it needs. */
export const typeset = (tree: Expression, others?: Others): string =>
  runs(tree, others)
    .map(({ mathml }) => mathml)
    .join('');

/** The same in runs, since browsers do not break a formula: a narrow page needs one `<math>` for each run. */
export const runs = (tree: Expression, others: Others = () => undefined): Run[] => new Setter(others).runs(tree);

/** Factors up to and with those they are divided by: `a*b/c*d` is a fraction and d. */
interface Group {
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
}

class Setter {
  private readonly others: Others;

  constructor(others: Others) {
    this.others = others;
  }

  runs(tree: Expression): Run[] {
    if (tree.kind === 'sum') return this.sum(tree.terms);
    return tree.kind === 'product' ? this.product(tree.factors) : [this.plain(tree)];
  }

  private markup(tree: Expression): string {
    return this.runs(tree)
      .map(({ mathml }) => mathml)
      .join('');
  }

  private plain(tree: Expression): Run {
    return { mathml: this.single(tree), breaks: false };
  }

  private single(tree: Expression): string {
    switch (tree.kind) {
      case 'number':
        return numberMarkup(tree.text);
      case 'symbol':
        return typesetName(tree.name);
      case 'power':
        return `<msup>${this.powerBase(tree.base)}${row(this.markup(tree.exponent))}</msup>`;
      case 'call':
        return typesetCall(
          tree.fn,
          tree.args.map((arg) => this.markup(arg)),
        );
      default:
        return this.others(tree) ?? bracketed(this.markup(tree));
    }
  }

  private powerBase(base: Expression): string {
    const plain = base.kind === 'symbol' && readName(base.name).kind !== 'derivative' && !base.name.endsWith('_new');
    if (plain || (base.kind === 'number' && !/e/i.test(base.text))) return this.single(base);
    return base.kind === 'call' && !base.fn.raised ? this.single(base) : bracketed(this.markup(base));
  }

  private sum(terms: readonly Term[]): Run[] {
    return terms.flatMap(({ negative, of }, i) => {
      const sign = i > 0 ? infix(negative ? '−' : '+') : negative ? minus : '';
      const [first, ...rest] = of.kind === 'product' ? this.product(of.factors) : [this.plain(of)];
      return first ? [{ mathml: sign + first.mathml, breaks: i > 0 }, ...rest] : [];
    });
  }

  private product(factors: readonly Factor[]): Run[] {
    return groupsOf(factors).flatMap((group, i): Run[] => {
      if (group.below.length === 0) return this.factors(group.above, i > 0);
      return [{ mathml: (i > 0 ? dot : '') + this.fraction(group), breaks: i > 0 }];
    });
  }

  private fraction({ above, below }: Group): string {
    return `<mfrac>${row(this.level(above))}${row(this.level(below))}</mfrac>`;
  }

  /** One level of a fraction, which needs no brackets around a single sum. */
  private level(factors: readonly Expression[]): string {
    const [only] = factors;
    if (!only) return '<mn>1</mn>';
    if (factors.length === 1) return this.markup(only);
    return this.factors(factors, false)
      .map(({ mathml }) => mathml)
      .join('');
  }

  private factors(factors: readonly Expression[], dotted: boolean): Run[] {
    return factors.map((factor, i) => {
      const before = factors[i - 1];
      const needsDot = before ? isApart(before, factor) : dotted;
      return { mathml: (needsDot ? dot : before ? times : '') + this.single(factor), breaks: needsDot };
    });
  }
}

const typesetCall = ({ name, mathml }: Fn, args: readonly string[]): string =>
  (mathml ?? applied(`<mi>${escapeMarkup(name)}</mi>`))(args);

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

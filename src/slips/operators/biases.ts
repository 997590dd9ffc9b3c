import { print } from '../../expressions/print.ts';
import { type Expression, substitute, sum, type Term } from '../../expressions/tree.ts';
import { listed, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import { plainVoice } from '../../working/voice.ts';
import type { Line, Operator } from '../../working/working.ts';

/** The factors of a term, as text. */
const factorsOf = (of: Expression): string[] =>
  of.kind === 'product' ? of.factors.map((f) => `${f.inverse ? '/' : ''}${print(f.of)}`) : [print(of)];

/**
 * What is added once for each output: in a count a 1, or what also multiplies the weights (`k*k*c*f + f`,
 * `h*(x + h) + h`); elsewhere a lone symbol beside products (`w1*x1 + w2*x2 + b`).
 */
function isBias(term: Term, others: readonly Term[], counts: boolean): boolean {
  if (term.negative || others.length === 0) return false;
  const products = others.filter(({ of, negative }) => !negative && of.kind === 'product');
  if (products.length < others.length) return false;
  if (!counts) return term.of.kind === 'symbol';
  if (term.of.kind === 'number') return term.of.text === '1' && products.every(({ of }) => factorsOf(of).length > 1);
  const own = factorsOf(term.of).filter((factor) => factor !== '2');
  return products.some(({ of }) => {
    const all = factorsOf(of);
    return all.length > own.length && own.every((factor) => all.includes(factor));
  });
}

/** A formula without what is like a bias anywhere in it; the same tree where there is none. */
function bare(tree: Expression, counts: boolean): Expression {
  switch (tree.kind) {
    case 'sum': {
      const kept = tree.terms.filter((term) => {
        const others = tree.terms.filter((other) => other !== term);
        return !isBias(term, others, counts);
      });
      const inside = kept.map((term) => ({ ...term, of: bare(term.of, counts) }));
      return kept.length === tree.terms.length && inside.every(({ of }, i) => of === kept[i]?.of) ? tree : sum(inside);
    }
    case 'product': {
      const factors = tree.factors.map((f) => ({ ...f, of: bare(f.of, counts) }));
      return factors.every(({ of }, i) => of === tree.factors[i]?.of) ? tree : { kind: 'product', factors };
    }
    case 'call': {
      const args = tree.args.map((arg) => bare(arg, counts));
      return args.every((arg, i) => arg === tree.args[i]) ? tree : { ...tree, args };
    }
    default:
      return tree;
  }
}

/** A lone term may be an offset of any sort; without its declaration it is less likely to be forgotten everywhere. */
const undeclared = 1;

/** The biases left out of all lines that have any, whatever their form; where an author did not declare the terms. */
const allLeftOut: Operator = {
  id: 'biases-left-out-of-all-lines',
  kind: 'dropped-term',
  price: prices.biases + undeclared,
  traits: ['structural', 'common'],
  family: 'biases of all lines',
  slips: ({ lines, counts, voice = plainVoice }) => {
    const changed = lines.flatMap((line): { line: Line; tree: Expression }[] => {
      if (line.terms || line.role) return [];
      const tree = bare(line.formula, counts);
      return tree === line.formula ? [] : [{ line, tree }];
    });
    if (changed.length === 0) return [];
    const where =
      changed.length > 1 ? voice.place(changed.map(({ line }) => line)) : listed(changed.map(({ line }) => line.name));
    const wording = {
      says: say`The biases were left out of ${where}.`,
      hint: 'Count again what a layer learns.',
      check: 'For each layer: count its weights, then what else it learns.',
      place: 'said',
    } as const;
    return [
      { trees: changed.map(({ line, tree }) => [line.name, substitute(tree, () => undefined)] as const), wording },
    ];
  },
};

/** Weights counted with biases that they do not have: the last factor, the outputs, once more in each of the lines. */
const gained: Operator = {
  id: 'biases-counted-as-well',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  slips: ({ lines, counts, voice, givens }) => {
    if (!counts || voice) return [];
    const weights = lines.flatMap(({ name, formula }): [string, Expression][] => {
      const last = formula.kind === 'product' ? formula.factors.at(-1) : undefined;
      if (formula.kind !== 'product' || last?.of.kind !== 'symbol' || !givens.has(last.of.name)) return [];
      if (formula.factors.some(({ inverse, of }) => inverse || of.kind !== 'symbol')) return [];
      return [[name, sum([formula, last.of].map((of) => ({ negative: false, of })))]];
    });
    const wording = (names: readonly string[]) => ({
      says: say`Biases were counted in ${listed(names)}, which have none.`,
      hint: 'Count again what a layer learns.',
      check: 'Does the question give each layer biases?',
    });
    const all = weights.length > 1 ? [{ trees: weights, wording: wording(weights.map(([name]) => name)) }] : [];
    return [...weights.map((tree) => ({ trees: [tree], wording: wording([tree[0]]) })), ...all];
  },
};

/** What goes wrong with terms that are like biases though nobody says so. */
export const ofBiases: readonly Operator[] = [allLeftOut, gained];

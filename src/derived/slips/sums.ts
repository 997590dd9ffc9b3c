import { print } from '../../expressions/print.ts';
import { type Expression, number, power, product, sum, type Term } from '../../expressions/tree.ts';
import { type Edit, prices } from './edit.ts';
import { type Site, shapeOf } from './sites.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;

/** What goes wrong in a sum: a term lost, a sign lost, a difference the wrong way round, times for plus. */
export function sumEdits(site: Site): Edit[] {
  const { node } = site;
  if (node.kind !== 'sum') return [];
  if (node.terms.length === 1) return [withoutMinus(site, node)];
  return [
    ...node.terms.flatMap((term, i) => [dropped(site, node, term, i), flipped(site, node, term, i)]),
    ...reversed(site, node),
    ...timesForPlus(site, node),
    ...extraFactors(site, node),
    ...droppedSort(site, node),
  ];
}

const without = (node: Sum, lost: (i: number) => boolean): Expression => sum(node.terms.filter((_, i) => !lost(i)));

function withoutMinus({ replace, path }: Site, node: Sum): Edit {
  const of = (node.terms[0] as Term).of;
  return {
    kind: 'sign',
    price: prices.sign,
    tree: replace(of),
    trace: `${path}:unsigned`,
    wording: signWording(`The minus before \`${print(of)}\` was lost.`),
  };
}

const signWording = (says: string) => ({
  says,
  hint: 'Evaluate it again and watch the signs.',
  check: 'Which sign must the result have?',
});

function dropped({ replace, path }: Site, node: Sum, term: Term, i: number): Edit {
  return {
    kind: 'dropped-term',
    // A bare number is easier to keep in mind than a named quantity.
    price: prices.dropped + (term.of.kind === 'number' ? 0.5 : 0),
    tree: replace(without(node, (j) => j === i)),
    trace: `${path}:drop${i}`,
    wording: {
      says: `The term \`${print(term.of)}\` is missing.`,
      hint: 'A sum is one term short.',
      check: 'Count the terms in the formula and in your line: is every one there?',
    },
  };
}

function flipped({ replace, path }: Site, node: Sum, term: Term, i: number): Edit {
  const terms = node.terms.map((t, j) => (j === i ? { ...t, negative: !t.negative } : t));
  return {
    kind: 'sign',
    price: prices.sign,
    tree: replace({ kind: 'sum', terms }),
    trace: `${path}:flip${i}`,
    wording: signWording(
      `The term \`${print(term.of)}\` is ${term.negative ? 'added' : 'subtracted'} where it must be ${term.negative ? 'subtracted' : 'added'}.`,
    ),
  };
}

function reversed({ replace, path }: Site, node: Sum): Edit[] {
  const [a, b] = node.terms;
  if (node.terms.length !== 2 || !a || !b || a.negative === b.negative) return [];
  const terms = node.terms.map((t) => ({ ...t, negative: !t.negative }));
  const wording = signWording(
    `The difference is the wrong way round: \`${print({ kind: 'sum', terms })}\` for \`${print(node)}\`.`,
  );
  return [
    {
      kind: 'sign',
      price: prices.sign,
      tree: replace({ kind: 'sum', terms: [...terms].reverse() }),
      trace: `${path}:reverse`,
      wording,
    },
  ];
}

function timesForPlus({ replace, path }: Site, node: Sum): Edit[] {
  if (node.terms.length !== 2 || node.terms.some((t) => t.negative)) return [];
  return [
    {
      kind: 'wrong-function',
      price: prices.operator,
      tree: replace(product(node.terms.map(({ of }) => ({ inverse: false, of })))),
      trace: `${path}:times`,
      wording: {
        says: `Two terms are multiplied where they are added in \`${print(node)}\`.`,
        hint: 'Check what is added and what is multiplied.',
        check: 'What must the result be when one of the terms is 0?',
      },
    },
  ];
}

/** A term also multiplied by a symbol of its neighbour, as when a bracket is opened in the wrong place. */
function extraFactors({ replace, path, rounded }: Site, node: Sum): Edit[] {
  const isTotal = node.terms.length > 2 && node.terms.every(({ of }) => of.kind === 'symbol');
  if (rounded || isTotal) return [];
  return node.terms.flatMap((term, i) =>
    neighbours(node, i).map((factor, j): Edit => {
      const of = product([
        { inverse: false, of: term.of },
        { inverse: false, of: factor },
      ]);
      return {
        kind: 'extra',
        price: prices.extra,
        tree: replace({ kind: 'sum', terms: node.terms.with(i, { ...term, of }) }),
        trace: `${path}:extra${i}.${j}`,
        wording: {
          says: `The term \`${print(term.of)}\` is multiplied by \`${print(factor)}\` as well.`,
          hint: 'Something is counted once too often.',
          check: 'Where does the bracket open, and where does it close?',
        },
      };
    }),
  );
}

function neighbours(node: Sum, i: number): Expression[] {
  const factors = node.terms.flatMap((term, j) => (j === i ? [] : symbolsAsFactors(term.of)));
  const texts = factors.map(print);
  const once = factors.filter((_, j) => texts.indexOf(texts[j] ?? '') === j);
  const twice = factors.filter((_, j) => texts.indexOf(texts[j] ?? '') < j);
  return [...once, ...twice.map((of) => power(of, number('2')))];
}

function symbolsAsFactors(of: Expression): Expression[] {
  if (of.kind === 'symbol') return [of];
  return of.kind === 'product' ? of.factors.filter((f) => !f.inverse && f.of.kind === 'symbol').map((f) => f.of) : [];
}

/** All terms of one shape lost together, where the sum has others as well. */
function droppedSort({ replace, path }: Site, node: Sum): Edit[] {
  const shapes = node.terms.map((t) => shapeOf(t.of));
  const sorts = [...new Set(shapes)].filter((s) => {
    const n = shapes.filter((t) => t === s).length;
    return n > 1 && n < shapes.length && s !== 'x';
  });
  return sorts.map((s) => ({
    kind: 'dropped-term',
    price: prices.dropped + 1,
    tree: replace(without(node, (i) => shapes[i] === s)),
    trace: `${path}:dropsort${shapes.indexOf(s)}`,
    wording: {
      says: `The terms like \`${print((node.terms[shapes.indexOf(s)] as Term).of)}\` are missing.`,
      hint: 'A sum is short of several terms of one sort.',
      check: 'Count the terms in the formula and in your line: is every one there?',
    },
  }));
}

import { print } from '../../expressions/print.ts';
import { type Expression, type Factor, power, product, sum } from '../../expressions/tree.ts';
import { type Edit, prices } from './edit.ts';
import type { Site } from './sites.ts';

type Product = Extract<Expression, { kind: 'product' }>;

/** What goes wrong in a product: a factor lost, doubled or divided by, the sign of the whole, plus for times. */
export function productEdits(site: Site): Edit[] {
  const { node } = site;
  if (node.kind !== 'product') return [];
  return [
    ...node.factors.flatMap((factor, i) => [dropped(site, node, factor, i), inverted(site, node, factor, i)]),
    negated(site, node),
    ...repeated(site, node),
    ...derivativeLost(site, node),
    ...plusForTimes(site, node),
    ...notDifferentiated(site, node),
  ];
}

const words = (of: Expression): string => `\`${print(of)}\``;
const without = (node: Product, lost: (i: number) => boolean): Expression =>
  product(keepOne(node.factors.filter((_, i) => !lost(i))));
const keepOne = (factors: readonly Factor[]): readonly Factor[] =>
  factors.length > 0 ? factors : [{ inverse: false, of: { kind: 'number', text: '1' } }];

function dropped({ replace, path }: Site, node: Product, factor: Factor, i: number): Edit {
  return {
    kind: 'dropped-factor',
    price: prices.dropped,
    tree: replace(without(node, (j) => j === i)),
    trace: `${path}:drop${i}`,
    wording: {
      says: factor.inverse
        ? `The division by ${words(factor.of)} is missing.`
        : `The factor ${words(factor.of)} is missing.`,
      hint: 'A product is one factor short.',
      check: 'Count the factors: is every one of the formula there?',
    },
  };
}

function inverted({ replace, path }: Site, node: Product, factor: Factor, i: number): Edit {
  const factors = node.factors.with(i, { ...factor, inverse: !factor.inverse });
  return {
    kind: 'inverted',
    price: prices.inverted,
    tree: replace({ kind: 'product', factors }),
    trace: `${path}:invert${i}`,
    wording: {
      says: factor.inverse
        ? `Multiplied by ${words(factor.of)} where the formula divides.`
        : `Divided by ${words(factor.of)} where the formula multiplies.`,
      hint: 'Check what is divided by what.',
      check: `Should the result grow or shrink when this factor grows?`,
    },
  };
}

function negated({ replace, path }: Site, node: Product): Edit {
  return {
    kind: 'sign',
    price: prices.sign,
    tree: replace(sum([{ negative: true, of: node }])),
    trace: `${path}:negate`,
    wording: {
      says: `The sign of the product ${words(node)} is the wrong one.`,
      hint: 'Evaluate it again and watch the signs.',
      check: 'How many of the factors are negative, and which sign must the product have?',
    },
  };
}

/** Equal factors: all of them lost, or one more of them. */
function repeated({ replace, path }: Site, node: Product): Edit[] {
  const texts = node.factors.map((f) => `${f.inverse}${print(f.of)}`);
  return [...new Set(texts)].flatMap((text): Edit[] => {
    const first = node.factors[texts.indexOf(text)] as Factor;
    if (first.of.kind === 'number') return [];
    const again: Edit = {
      kind: 'extra',
      price: prices.extra,
      tree: replace({ kind: 'product', factors: [...node.factors, first] }),
      trace: `${path}:again${texts.indexOf(text)}`,
      wording: {
        says: `The factor ${words(first.of)} is counted once too often.`,
        hint: 'Something is counted once too often.',
        check: 'Cross out each factor as you use it: is one used twice?',
      },
    };
    const count = texts.filter((t) => t === text).length;
    return count < 2 || count === texts.length ? [again] : [again, allLost(replace, path, node, texts, text, first)];
  });
}

function allLost(
  replace: Site['replace'],
  path: string,
  node: Product,
  texts: string[],
  text: string,
  f: Factor,
): Edit {
  return {
    kind: 'dropped-factor',
    price: prices.dropped,
    tree: replace(without(node, (i) => texts[i] === text)),
    trace: `${path}:dropall${texts.indexOf(text)}`,
    wording: {
      says: `Every factor ${words(f.of)} is missing.`,
      hint: 'A product is short of equal factors.',
      check: 'Count the factors: is every one of the formula there?',
    },
  };
}

/** `s` and `1 - s` are together the derivative of a sigmoid: people forget both at once. */
function derivativeLost({ replace, path }: Site, node: Product): Edit[] {
  const texts = node.factors.map((f) => (f.inverse ? '' : print(f.of)));
  const i = texts.findIndex((text) => text !== '' && texts.includes(`1 - ${text}`));
  if (i < 0 || node.factors.length < 3) return [];
  const j = texts.indexOf(`1 - ${texts[i]}`);
  return [
    {
      kind: 'dropped-factor',
      price: prices.dropped,
      tree: replace(without(node, (n) => n === i || n === j)),
      trace: `${path}:underived`,
      wording: {
        says: `The derivative of the sigmoid, \`${texts[i]}*(${texts[j]})\`, is missing.`,
        hint: 'A product is one factor short: a derivative is missing.',
        check: 'Does each function that was applied leave its derivative in the product?',
      },
    },
  ];
}

function plusForTimes({ replace, path, rounded }: Site, node: Product): Edit[] {
  const [a, b] = node.factors;
  if (rounded || node.factors.length !== 2 || !a || !b || a.inverse || b.inverse) return [];
  return [
    {
      kind: 'wrong-function',
      price: prices.operator,
      tree: replace(sum(node.factors.map(({ of }) => ({ negative: false, of })))),
      trace: `${path}:plus`,
      wording: {
        says: `${words(a.of)} and ${words(b.of)} are added where they are multiplied.`,
        hint: 'Check what is added and what is multiplied.',
        check: 'What must the result be when one of the two is 0?',
      },
    },
  ];
}

/** `2u` stands where `u^2` was to be differentiated: the function itself in place of its derivative. */
function notDifferentiated({ replace, path, rounded }: Site, node: Product): Edit[] {
  const [n, u] = node.factors;
  if (node.factors.length !== 2 || n?.of.kind !== 'number' || !u || u.inverse || u.of.kind === 'number') return [];
  if (!/^[2-9]$/.test(n.of.text) || rounded) return [];
  return [
    {
      kind: 'wrong-function',
      price: prices.wrongFunction,
      tree: replace(power(u.of, n.of)),
      trace: `${path}:undifferentiated`,
      wording: {
        says: `\`${print(power(u.of, n.of))}\` itself stands where its derivative ${words(node)} belongs.`,
        hint: 'Check whether this line needs the function or its derivative.',
        check: 'What is the derivative of a square?',
      },
    },
  ];
}

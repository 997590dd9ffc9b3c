import { shapeOf } from '../../expressions/sites.ts';
import { call, children, type Expression, isCall, number, product, sum, withChildren } from '../../expressions/tree.ts';
import { type Message, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

const mean = (terms: readonly Expression[]): Expression =>
  product([
    { inverse: false, of: sum(terms.map((of) => ({ negative: false, of }))) },
    { inverse: true, of: number(String(terms.length)) },
  ]);

/** A sum of like terms divided by their number. */
const averaged: Operator = {
  id: 'averaged',
  kind: 'averaged',
  price: prices.averaged,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || rounded) return [];
    const shapes = new Set(node.terms.map(({ of }) => shapeOf(of)));
    if (node.terms.length < 2 || shapes.size > 1 || node.terms.some(({ negative }) => negative)) return [];
    const wording = {
      says: say`The mean of the terms of ${node} was taken where their sum belongs.`,
      hint: 'Check whether a sum or a mean is asked for.',
      check: 'Is there a division by the number of terms?',
    };
    return [{ tree: replace(mean(node.terms.map(({ of }) => of))), trace: '', wording }];
  },
};

/** What stands in the place of the largest or the smallest of several. */
const ofSeveral: Operator = {
  id: 'another-of-several',
  kind: 'averaged',
  price: prices.averaged,
  traits: ['structural'],
  edits: ({ node, replace }) => {
    if (!isCall(node, 'max') && !isCall(node, 'min')) return [];
    const { args, fn } = node;
    if (args.length < 2 || args.some(({ kind }) => kind === 'number')) return [];
    const forms: [string, Expression][] = [
      ['The mean', mean(args)],
      ['The sum', sum(args.map((of) => ({ negative: false, of })))],
    ];
    return forms.map(([what, tree]) => ({
      tree: replace(tree),
      trace: what,
      wording: {
        says: say`${what} was taken where ${call(fn, ...args)} belongs.`,
        hint: 'Check which of the numbers is asked for.',
        check: 'Is it the largest, the mean or the sum?',
      },
    }));
  },
};

/** The smallest for the largest; one of them left out; or the first taken whatever the others are. */
const extreme: Operator = {
  id: 'extreme-mistaken',
  kind: 'wrong-function',
  price: prices.wrongFunction,
  traits: ['structural'],
  edits: ({ node, replace }) => {
    if (!isCall(node, 'max') && !isCall(node, 'min')) return [];
    const { args, fn } = node;
    const wording = (says: Message) => ({
      says,
      hint: 'Check which of the numbers is asked for.',
      check: 'Compare all of them, one by one.',
    });
    const other = fn.name === 'max' ? 'min' : 'max';
    const words = other === 'max' ? 'largest' : 'smallest';
    const opposite: Edit = {
      tree: replace(call(other, ...args)),
      trace: other,
      wording: wording(say`The ${words} was taken: ${call(other, ...args)}.`),
    };
    const only = args.map((arg, i): Edit => {
      const says = say`${arg} was taken without comparing: ${node} is asked for.`;
      return { tree: replace(arg), trace: `only${i}`, wording: wording(says) };
    });
    const without = args.map((arg, i): Edit => {
      const rest = args.filter((_, j) => j !== i);
      return {
        tree: replace(call(fn, ...rest)),
        trace: `without${i}`,
        wording: wording(say`${arg} was left out of ${node}.`),
      };
    });
    return [opposite, ...only, ...(args.length > 2 ? without : [])];
  },
};

/** Every smallest taken for a largest and the other way round, as when the corners of boxes are mixed up. */
const extremesExchanged: Operator = {
  id: 'extremes-exchanged',
  kind: 'wrong-function',
  price: prices.wrongFunction,
  traits: ['structural'],
  edits: ({ path, node, replace }) => {
    const tree = path === '' ? turned(node) : node;
    if (tree === node) return [];
    const says = say`Smallest and largest are exchanged: ${tree}.`;
    const wording = { says, hint: 'Check which of the numbers is asked for.', check: 'Draw the two stretches.' };
    return [{ tree: replace(tree), trace: '', wording }];
  },
};

function turned(tree: Expression): Expression {
  const below = children(tree);
  const made = below.map(turned);
  if (isCall(tree, 'max')) return call('min', ...made);
  if (isCall(tree, 'min')) return call('max', ...made);
  return made.every((child, i) => child === below[i]) ? tree : withChildren(tree, made);
}

/** What goes wrong in taking one number for several. */
export const ofMeans: readonly Operator[] = [averaged, ofSeveral, extreme, extremesExchanged];

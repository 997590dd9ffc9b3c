import { children, type Expression, number, product, sum, symbol, withChildren } from '../../expressions/tree.ts';
import type { Line } from '../../working/problem.ts';
import { type Edit, prices } from './edit.ts';
import type { Site } from './sites.ts';

/** What a symbol may be taken for. */
export interface Mistaking extends Omit<Edit, 'tree' | 'trace'> {
  readonly by: Expression;
  readonly trace: string;
}

/** Everything that `name` may be taken for: a sibling, its own input (a step left out), 0 or 1. */
export function mistakings(name: string, siblings: readonly string[], line: Line | undefined): Mistaking[] {
  return [
    ...skipped(name, line),
    ...siblings.map((other) => swapped(name, other)),
    takenAs(name, '1'),
    ...(line ? [] : [takenAs(name, '0')]),
  ];
}

function swapped(name: string, other: string): Mistaking {
  return {
    kind: 'swapped',
    price: prices.swapped,
    by: symbol(other),
    trace:
      ownLayer(name) !== '' && ownLayer(name) === ownLayer(other)
        ? `swap${other.slice(ownLayer(other).length)}`
        : 'swap',
    wording: {
      says: `\`${other}\` stands where \`${name}\` belongs.`,
      hint: 'A symbol is taken for its neighbour.',
      check: 'Go through the formula symbol by symbol: which index has each?',
    },
  };
}

/** `C1` for `C1.kernel`: the other numbers of a layer are told apart by their names, not by their places. */
const ownLayer = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));

function skipped(name: string, line: Line | undefined): Mistaking[] {
  const instead = line?.skip ?? (line?.inputs.length === 1 ? line.inputs[0] : undefined);
  if (instead === undefined) return [];
  return [
    {
      kind: 'skipped-step',
      price: prices.skipped,
      by: symbol(instead),
      trace: 'skip',
      wording: {
        says: skippedWords(name, instead, line),
        hint: 'The chain is one link short.',
        check: 'Does each step use the result of the one before it?',
      },
    },
  ];
}

function skippedWords(name: string, instead: string, { layer, sort }: Pick<Line, 'layer' | 'sort'> = {}): string {
  if (layer === undefined) return `The step \`${name}\` was left out: \`${instead}\` was used in its place.`;
  if (sort?.startsWith('conv')) return `The size was taken to stay the same: \`${instead}\` was used for \`${name}\`.`;
  return `\`${layer}\` was left out, and \`${instead}\` used for \`${name}\`.`;
}

function takenAs(name: string, text: '0' | '1'): Mistaking {
  return {
    kind: text === '1' ? 'dropped-factor' : 'dropped-term',
    price: prices.takenAs,
    by: number(text),
    trace: `as${text}`,
    wording: {
      says: `\`${name}\` was taken to be ${text}, as if it were not there.`,
      hint: 'One of the quantities was left out.',
      check: 'Go through the formula symbol by symbol: is each one used?',
    },
  };
}

/** A mistaking at one place of a formula. */
export function atOnePlace({ node, replace, path }: Site, mistaken: (name: string) => readonly Mistaking[]): Edit[] {
  if (node.kind !== 'symbol') return [];
  return mistaken(node.name).map(({ by, trace, ...edit }) => ({
    ...edit,
    tree: replace(by),
    trace: `${path}:${trace}`,
  }));
}

/**
 * A formula with a symbol mistaken wherever it stands. A factor taken to be 1 and a term taken to be 0 are left out, so
 * that they are the same formula as one in which they were forgotten.
 */
export function throughout(tree: Expression, name: string, by: Expression): Expression {
  const within = (node: Expression): Expression => throughout(node, name, by);
  const goes = (node: Expression, text: string): boolean =>
    node.kind === 'symbol' && node.name === name && by.kind === 'number' && by.text === text;
  if (tree.kind === 'symbol') return tree.name === name ? by : tree;
  if (tree.kind === 'product') {
    const kept = tree.factors.filter((f) => !goes(f.of, '1'));
    return kept.length === 0 ? by : product(kept.map((f) => ({ ...f, of: within(f.of) })));
  }
  if (tree.kind === 'sum') {
    const kept = tree.terms.filter((t) => !goes(t.of, '0'));
    return kept.length === 0 ? by : sum(kept.map((t) => ({ ...t, of: within(t.of) })));
  }
  const below = children(tree);
  return below.length === 0 ? tree : withChildren(tree, below.map(within));
}

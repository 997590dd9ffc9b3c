import { print } from '../../expressions/print.ts';
import { shapeOf } from '../../expressions/sites.ts';
import { exchanged } from '../../expressions/throughout.ts';
import { type Expression, type Factor, product, sum, type Term } from '../../expressions/tree.ts';
import { ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';
import { canonical } from '../derivatives.ts';
import { siblingsOf } from '../siblings.ts';

const exchange = {
  hint: 'Two quantities are exchanged.',
  check: 'Go through the formula symbol by symbol: which belongs to which?',
};
const mostSymbols = 7;

/** Every two of a list. */
export const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));

/** Two symbols exchanged in one line, which other lines have right. */
const inOneLine: Operator = {
  id: 'symbols-exchanged-in-a-line',
  kind: 'swapped',
  price: prices.operator,
  traits: [],
  family: 'exchanges',
  edits: ({ path, node }, { inputs }, working) => {
    if (path !== '' || inputs.length > mostSymbols || working.voice) return [];
    return pairs(inputs).flatMap(([a, b]): Edit[] => {
      const tree = exchanged(node, a, b);
      if (canonical(tree) === canonical(node)) return [];
      const rarer = siblingsOf(working).get(a)?.includes(b) ? 0 : strangers;
      const says = say`${ref(a)} and ${ref(b)} were exchanged: ${tree}.`;
      return [
        { tree, trace: `${inputs.indexOf(a)}.${inputs.indexOf(b)}`, dearer: rarer, wording: { says, ...exchange } },
      ];
    });
  },
};

/** Symbols that are not alike are rarely exchanged. */
const strangers = 1;

const factorsOf = (of: Expression): readonly Factor[] =>
  of.kind === 'product' ? of.factors : [{ inverse: false, of }];
const mostTerms = 4;

/** The coefficients of two terms exchanged: `(1 - b)*v + b*g` for `b*v + (1 - b)*g`. */
const coefficients: Operator = {
  id: 'coefficients-exchanged',
  kind: 'swapped',
  price: prices.operator,
  traits: [],
  family: 'exchanges',
  edits: ({ node, replace, rounded }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || rounded || node.terms.length > mostTerms) return [];
    const { terms } = node;
    return pairs(terms.map((_term, i) => i)).flatMap(([i, j]) => {
      const [a, b] = [factorsOf((terms[i] as Term).of), factorsOf((terms[j] as Term).of)];
      if (a.length < 2 && b.length < 2) return [];
      return a.flatMap((f, m) =>
        b.flatMap((g, n): Edit[] => {
          if (f.inverse !== g.inverse || print(f.of) === print(g.of)) return [];
          const other = terms
            .with(i, { ...(terms[i] as Term), of: product(a.with(m, g)) })
            .with(j, { ...(terms[j] as Term), of: product(b.with(n, f)) });
          const tree = sum(other);
          if (canonical(tree) === canonical(node)) return [];
          const says = say`${f.of} and ${g.of} were exchanged: ${tree}.`;
          return [{ tree: replace(tree), trace: `${i}.${m}.${j}.${n}`, wording: { says, ...exchange } }];
        }),
      );
    });
  },
};

const mostLines = 12;

/** Two like lines exchanged: each has the number of the other. */
const linesExchanged: Operator = {
  id: 'lines-exchanged',
  kind: 'swapped',
  price: prices.operator,
  traits: [],
  family: 'lines exchanged',
  slips: ({ lines, voice }) =>
    voice || lines.length > mostLines
      ? []
      : pairs(lines)
          .filter(([a, b]) => shapeOf(a.formula) === shapeOf(b.formula))
          .map(([a, b]) => ({
            trees: [
              [a.name, b.formula],
              [b.name, a.formula],
            ],
            wording: {
              says: say`${ref(a.name)} and ${ref(b.name)} were exchanged: each stands in the place of the other.`,
              ...exchange,
            },
          })),
};

/** What goes wrong by exchanging two things. */
export const ofExchanges: readonly Operator[] = [inOneLine, coefficients, linesExchanged];

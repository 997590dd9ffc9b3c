import { shapeOf } from '../../expressions/sites.ts';
import { type Expression, number, power, product, sum, type Term } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Slip, Working } from '../../working/working.ts';
import { siblingsOf } from '../siblings.ts';

const times = (...factors: Expression[]): Expression => product(factors.map((of) => ({ inverse: false, of })));

/** Is a line a share of a whole, as an output of a softmax is: something over a sum, or over a line that is one? */
function isShare(name: string, { lines }: Working): boolean {
  const formula = lines.find((line) => line.name === name)?.formula;
  const under = formula?.kind === 'product' ? formula.factors.filter(({ inverse }) => inverse) : [];
  const [only, more] = under;
  if (!only || more) return false;
  const whole = only.of.kind === 'symbol' ? nameOf(only.of.name, lines) : only.of;
  return whole?.kind === 'sum' && whole.terms.every(({ negative }) => !negative);
}

const nameOf = (name: string, lines: readonly Line[]): Expression | undefined =>
  lines.find((line) => line.name === name)?.formula;

/** `p(1 - p)`, the derivative of the sigmoid, of an output that is no sigmoid: in its place, or as a factor more. */
const derivativeOfShare: Operator = {
  id: 'sigmoid-derivative-of-a-share',
  kind: 'wrong-function',
  price: prices.wrongFunction + 1,
  traits: ['structural'],
  edits: ({ path, node, replace }, { inputs }, working) => {
    if (working.counts || path !== '') return [];
    return inputs
      .filter((name) => isShare(name, working))
      .flatMap((name): Edit[] => {
        const p: Expression = { kind: 'symbol', name };
        const rest = sum([
          { negative: false, of: number('1') },
          { negative: true, of: p },
        ]);
        const derivative = times(p, rest);
        const wording = {
          says: say`The derivative of a sigmoid, ${derivative}, was taken for an output that is a share of all.`,
          hint: 'Check which function gives the outputs, and what its derivative is.',
          check: 'Does one output change when the sum of another unit does?',
        };
        return [
          { tree: replace(derivative), trace: 'instead', wording },
          { tree: replace(times(node, derivative)), trace: 'more', wording, dearer: 0.5 },
        ];
      });
  },
};

/** A line that another is like but for a number that is taken off or added there: `p1` and `p2 - 1`. */
interface Like {
  readonly line: Line;
  readonly other: Line;
  readonly rest: Expression;
  readonly term: Term;
}

function alike(working: Working): readonly Like[] {
  const siblings = siblingsOf(working);
  return working.lines.flatMap((other): Like[] => {
    const { formula } = other;
    const numbers = formula.kind === 'sum' ? formula.terms.filter(({ of }) => of.kind === 'number') : [];
    const [term, more] = numbers;
    if (formula.kind !== 'sum' || !term || more || formula.terms.length < 2) return [];
    const rest = sum(formula.terms.filter((one) => one !== term));
    return working.lines
      .filter((line) => siblings.get(line.name)?.includes(other.name) && shapeOf(line.formula) === shapeOf(rest))
      .map((line) => ({ line, other, rest, term }));
  });
}

/** The 1 of the true class taken off at another class, or at several. */
const atTheWrongClass: Operator = {
  id: 'number-at-the-wrong-line',
  kind: 'swapped',
  price: prices.swapped,
  traits: ['structural'],
  slips: (working) =>
    working.counts
      ? []
      : alike(working).flatMap(({ line, other, rest, term }): Slip[] => {
          const gained = [line.name, sum([{ negative: false, of: line.formula }, term])] as const;
          const wording = {
            says: say`${called('the number', term.of)} of ${{ line: other.name }} is ${term.negative ? 'taken off' : 'added'} in ${{ line: line.name }}.`,
            hint: 'A number stands in another line than it belongs to.',
            check: 'Which of the lines is the one that is different, and why?',
            place: 'said',
          } as const;
          return [
            { trees: [gained], wording, dearer: 0.5 },
            { trees: [gained, [other.name, rest]], wording },
          ];
        }),
};

/** A factor of ½ or 2 before a square that has none. */
const halfOfSquare: Operator = {
  id: 'factor-two-before-a-square',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ path, node, replace }, _, { counts }) => {
    if (counts || path === '' || node.kind !== 'power' || node.exponent.kind !== 'number') return [];
    if (node.exponent.text !== '2') return [];
    return [true, false].map((inverse): Edit => {
      const tree = product([
        { inverse: false, of: node },
        { inverse, of: number('2') },
      ]);
      const wording = {
        says: say`A factor ${inverse ? '1/2' : '2'} stands before ${node} that does not belong there.`,
        hint: 'Something is counted once too often or too seldom.',
        check: 'Where does each factor 2 come from, and does it cancel?',
      };
      return { tree: replace(tree), trace: `${inverse}`, wording, dearer: inverse ? 0 : 1 };
    });
  },
};

/** A rate in an exponent taken for a width, and a width for a rate: `u/(2*g^2)` or `u/g` for `u*g`. */
const rateForWidth: Operator = {
  id: 'rate-for-width',
  kind: 'inverted',
  price: prices.constant,
  traits: ['structural'],
  edits: ({ node, replace }, _, { givens, counts }) => {
    const [x] = node.kind === 'call' && node.fn.name === 'exp' ? node.args : [];
    const inside = x?.kind === 'sum' && x.terms.length === 1 ? x.terms[0]?.of : x;
    if (counts || node.kind !== 'call' || !x || inside?.kind !== 'product') return [];
    const put = (of: Expression): Expression => {
      const argument = x.kind === 'sum' ? sum([{ negative: x.terms[0]?.negative ?? false, of }]) : of;
      return { ...node, args: [argument] };
    };
    const { factors } = inside;
    return factors.flatMap(({ inverse, of }, i): Edit[] => {
      const others = factors.filter((_, j) => j !== i);
      const wording = (tree: Expression) => ({
        says: say`${tree} stands for ${node}: a rate was taken for a width, or a width for a rate.`,
        hint: 'Check what the parameter in the exponent means.',
        check: 'Does the exponential fall faster or more slowly when the parameter grows?',
      });
      if (!inverse && of.kind === 'symbol' && givens.has(of.name)) {
        const width = product([...others, { inverse: true, of: times(number('2'), power(of, number('2'))) }]);
        return [{ tree: replace(put(width)), trace: `${i}width`, wording: wording(put(width)) }];
      }
      if (!inverse || of.kind !== 'power' || of.base.kind !== 'symbol') return [];
      const bare = others.filter((one) => !(one.inverse && one.of.kind === 'number'));
      const rate = product([...bare, { inverse: false, of: of.base }]);
      return [{ tree: replace(put(rate)), trace: `${i}rate`, wording: wording(put(rate)) }];
    });
  },
};

/** What goes wrong with outputs, classes, and the parameters of a kernel. */
export const ofOutputs: readonly Operator[] = [derivativeOfShare, atTheWrongClass, halfOfSquare, rateForWidth];

import { print } from '../../expressions/print.ts';
import { sites } from '../../expressions/sites.ts';
import { type Expression, type Factor, product } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Line, Operator, Working } from '../../working/working.ts';

type Product = Extract<Expression, { kind: 'product' }>;

const known = new WeakMap<Working['lines'], ReadonlyMap<Line, readonly Product[]>>();

/** The products of every line. */
function productsOf({ lines }: Working): ReadonlyMap<Line, readonly Product[]> {
  const found =
    known.get(lines) ??
    new Map(
      lines.map((line) => [line, sites(line.formula).flatMap(({ node }) => (node.kind === 'product' ? [node] : []))]),
    );
  known.set(lines, found);
  return found;
}

const textOf = ({ inverse, of }: Factor): string => `${inverse ? '/' : '*'}${print(of)}`;

/** What the other product has beside all that this one has; undefined where it lacks something. */
function beyond(own: Product, other: Product): readonly Factor[] | undefined {
  const left = [...other.factors];
  for (const factor of own.factors) {
    const at = left.findIndex((one) => textOf(one) === textOf(factor));
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

/** A factor that a product of another line has, carried over to one that is like it but for this factor. */
const factorCarriedOver: Operator = {
  id: 'factor-carried-over',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, line, working) => {
    if (node.kind !== 'product' || rounded || working.voice) return [];
    const gained = new Map<string, readonly Factor[]>();
    for (const [other, products] of productsOf(working))
      for (const one of other === line ? [] : products) {
        const more = beyond(node, one);
        const isOne = more !== undefined && new Set(more.map(textOf)).size === 1;
        if (more && isOne && (other.inputs.every((name) => name !== line.name) || more.every(isPlain)))
          gained.set(more.map(textOf).join(''), more);
      }
    return [...gained].map(([trace, more]) => ({
      tree: replace(product([...node.factors, ...more])),
      trace,
      wording: {
        says: say`${called('the factor', product(more))} does not belong to ${node}.`,
        hint: 'A factor of another line is taken over.',
        check: 'Which factors does this line have, and which the one beside it?',
      },
    }));
  },
};

const isPlain = ({ of }: Factor): boolean => of.kind === 'symbol' || of.kind === 'number';

/** What goes wrong between products that are nearly the same. */
export const ofLikeProducts: readonly Operator[] = [factorCarriedOver];

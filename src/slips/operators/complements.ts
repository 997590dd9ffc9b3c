import { print } from '../../expressions/print.ts';
import { sites } from '../../expressions/sites.ts';
import { type Expression, number, sum } from '../../expressions/tree.ts';
import { type Message, ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator, Working } from '../../working/working.ts';

const wording = (says: Message) => ({
  says,
  hint: 'A share stands where the rest of it belongs.',
  check: 'Do the two shares add up to 1?',
});

/** What is taken from 1: `u` of `1 - u`. */
function complemented(node: Expression): Expression | undefined {
  const [one, of, more] = node.kind === 'sum' ? node.terms : [];
  if (more || !one || !of || one.negative || !of.negative) return undefined;
  return one.of.kind === 'number' && one.of.text === '1' ? of.of : undefined;
}

/** `u` for `1 - u`. */
const lost: Operator = {
  id: 'complement-lost',
  kind: 'dropped-term',
  price: prices.dropped + 1,
  traits: ['structural'],
  edits: ({ node, replace }, _, { counts }) => {
    const of = counts ? undefined : complemented(node);
    if (!of) return [];
    return [{ tree: replace(of), trace: '', wording: wording(say`${of} stands where ${node} belongs.`) }];
  },
};

const known = new WeakMap<Working['lines'], ReadonlySet<string>>();

/** What is taken from 1 somewhere in the working. */
function shares({ lines }: Working): ReadonlySet<string> {
  const found =
    known.get(lines) ??
    new Set(
      lines.flatMap(({ formula }) =>
        sites(formula)
          .flatMap(({ node }) => complemented(node) ?? [])
          .map(print),
      ),
    );
  known.set(lines, found);
  return found;
}

/** `1 - u` for `u`, where the working has both. */
const gained: Operator = {
  id: 'complement-gained',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ node, replace }, _, working) => {
    if (working.counts || node.kind !== 'symbol' || !shares(working).has(node.name)) return [];
    const tree = sum([
      { negative: false, of: number('1') },
      { negative: true, of: node },
    ]);
    return [{ tree: replace(tree), trace: '', wording: wording(say`${tree} stands where ${ref(node.name)} belongs.`) }];
  },
};

/** What goes wrong with a share and the rest of it. */
export const ofComplements: readonly Operator[] = [lost, gained];

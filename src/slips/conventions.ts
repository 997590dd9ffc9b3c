import { type Expression, substitute } from '../expressions/tree.ts';
import type { Convention } from '../working/asked.ts';
import { lowered, say } from '../working/message.ts';
import { prices } from '../working/prices.ts';
import type { Operator, Working } from '../working/working.ts';
import { areApart, formulasOf, under } from './declared.ts';
import { Layered } from './layered.ts';
import { literal } from './literal.ts';
import { type Mutant, mutant } from './mutant.ts';

/** With more lines than this, and where it is rare, a convention is tried by itself only. */
const mostLines = 12;

/** Every set of conventions that do not contradict one another, followed where the question does not. */
function followings(working: Working): { followed: readonly Convention[]; base: Mutant; isCommon: boolean }[] {
  return setsOf(working.conventions).map((followed) => {
    const base = followedMutant(followed, working.functions);
    const isCommon = base.trees.size <= mostLines && followed.every((one) => one.price === undefined);
    return { followed, base, isCommon };
  });
}

/** Conventions by themselves, and with every slip on top of small ones. `single` generates the slips of a working. */
export const conventionMutants = (working: Working, single: (working: Working) => readonly Mutant[]): Mutant[] => [
  ...followings(working).map(({ base }) => base),
  ...onConventions(working, single),
];

/** The slips of a working on top of small conventions. */
export function onConventions(working: Working, single: (working: Working) => readonly Mutant[]): Mutant[] {
  return followings(working).flatMap(({ followed, base, isCommon }) =>
    isCommon ? single(under(working, followed)).map(onTop(base, followed)) : [],
  );
}

/** All sets but the empty one whose members change different lines. */
export function setsOf(conventions: readonly Convention[]): (readonly Convention[])[] {
  const sets: (readonly Convention[])[] = [[]];
  for (const one of conventions)
    sets.push(...sets.filter((set) => set.every((other) => areApart(one, other))).map((set) => [...set, one]));
  return sets.slice(1);
}

const listed = (followed: readonly Convention[]): string =>
  followed.length < 2
    ? followed.map(({ says }) => says).join('')
    : `${followed
        .slice(0, -1)
        .map(({ says }) => says)
        .join(', ')}, and ${followed.at(-1)?.says}`;

const convention: Operator = { id: 'convention', kind: 'convention', price: 0, traits: [] };

function followedMutant(followed: readonly Convention[], functions: Working['functions']): Mutant {
  const wording = {
    says: `This is right by another convention, which this question does not follow: ${listed(followed)}.`,
    hint: 'Your numbers follow another convention than the question.',
    check: 'Check which convention the question states.',
    place: 'said',
  } as const;
  const fractions = followed.some((one) => one.fractions);
  const id = followed.map((one) => one.id).join(' ');
  const dearer = followed.reduce((total, one) => total + (one.price ?? prices.convention), 0);
  const trees = followed.flatMap((one) => formulasOf(one, functions));
  return mutant(convention, { trees, wording, dearer, fractions, id, family: `convention ${id}` });
}

/** A slip of the working under conventions, as a change of the working without them. */
function onTop(base: Mutant, followed: readonly Convention[]): (slip: Mutant) => Mutant {
  const givens = new Map(followed.flatMap(({ givens: own = {} }) => Object.entries(own)));
  const own = (name: string): Expression | undefined => {
    const text = givens.get(name);
    return text === undefined ? undefined : literal(text);
  };
  const before = `Counted by another convention (${listed(followed)}), and then: `;
  return (slip) => {
    const changed =
      givens.size === 0 ? slip.trees : new Map([...slip.trees].map(([name, tree]) => [name, substitute(tree, own)]));
    const text = givens.get(slip.reads?.given ?? '');
    const { operator, kind, step, fractions, id } = slip;
    return {
      operator,
      kind,
      step,
      ...(id !== undefined && { id }),
      on: base,
      family: `${slip.family} ${base.id}`,
      price: slip.price + base.price + prices.convention,
      trees: new Layered(base.trees, changed),
      get wording() {
        return { ...slip.wording, says: say`${before}${lowered(slip.wording.says)}` };
      },
      ...((base.fractions || fractions) && { fractions: true }),
      ...(slip.reads && { reads: { ...slip.reads, before, ...(text !== undefined && { text }) } }),
    };
  };
}

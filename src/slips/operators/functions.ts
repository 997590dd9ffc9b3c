import type { Fn } from '../../expressions/functions/fn.ts';
import { findFunction } from '../../expressions/functions/index.ts';
import { print } from '../../expressions/print.ts';
import { type Site, sites } from '../../expressions/sites.ts';
import { call, children, type Expression, number, sum, withChildren } from '../../expressions/tree.ts';
import { code, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator, Slip } from '../../working/working.ts';

/** A function of one argument where it is applied. */
interface Applied extends Site {
  readonly fn: Fn;
  readonly x: Expression;
  /** Functions of the author's own. */
  readonly own: readonly Fn[];
}
type Rule = (applied: Applied) => readonly Edit[];

/** An operator that is tried wherever a function of one argument is applied. */
const onFunctions = (about: Omit<Operator, 'edits'>, rule: Rule): Operator => ({
  ...about,
  edits: (site, _, { functions = [] }) => {
    const { node } = site;
    const [x, second] = node.kind === 'call' ? node.args : [];
    return node.kind === 'call' && x && !second ? rule({ ...site, fn: node.fn, x, own: functions }) : [];
  },
});

const nameOf = (fn: Fn): string => fn.called ?? fn.name;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const others = ({ fn: { mistakenFor = [] }, own }: Applied): Fn[] =>
  mistakenFor.flatMap((name) => findFunction(name, own) ?? []);

/** A smooth function of all numbers to which the sign of its argument matters. */
const feelsSign = ({ domain, derivative, float }: Fn): boolean =>
  domain === undefined && derivative !== undefined && derivative[0] !== '0' && float(0.7) !== float(-0.7);

const anotherFunction = onFunctions(
  { id: 'another-function', kind: 'wrong-function', price: prices.wrongFunction, traits: ['structural'] },
  (at) =>
    at.fn.rounds
      ? []
      : others(at).map((other) => ({
          tree: at.replace(call(other, at.x)),
          trace: other.name,
          wording: {
            says: `${capital(nameOf(other))} was used for ${nameOf(at.fn)}.`,
            hint: 'Check which function this line needs.',
            check: 'Try it at 0: what should it give?',
          },
        })),
);

const roundedOtherwise = onFunctions(
  { id: 'rounded-the-other-way', kind: 'floor-ceil', price: prices.floorCeil, traits: [] },
  (at) =>
    at.fn.rounds
      ? others(at).map((other) => ({
          tree: at.replace(call(other, at.x)),
          trace: other.name,
          wording: {
            says: `${capital(nameOf(other))} was used for ${nameOf(at.fn)}.`,
            hint: 'Check which way a fraction of a step goes.',
            check: 'Does the last window fit inside the input?',
          },
        }))
      : [],
);

const notApplied = onFunctions(
  { id: 'function-left-out', kind: 'skipped-step', price: prices.wrongFunction, traits: ['structural', 'common'] },
  ({ fn, x, replace }) =>
    fn.rounds && !fn.mistakenFor
      ? []
      : [
          {
            tree: replace(x),
            trace: fn.name,
            wording: {
              says: say`${capital(nameOf(fn))} was left out: ${x} itself was used.`,
              hint: 'The chain is one link short.',
              check: 'Does every function of the formula appear in your line?',
            },
          },
        ],
);

/** A sentence about the sigmoid may say which side of a half its value must lie on. */
const argumentSign = onFunctions(
  { id: 'argument-sign', kind: 'sign', price: prices.sign, traits: ['structural', 'common'] },
  ({ fn, x, replace }) => {
    if (!feelsSign(fn)) return [];
    const negative = sum([{ negative: true, of: x }]);
    const flipped = call(fn, negative);
    const isSigmoid = fn.name === 'sigmoid';
    const wording = {
      says: isSigmoid
        ? say`The sign of the exponent was lost: ${flipped}, which is also ${code(`1 - sigmoid(${print(x)})`)}.`
        : say`The sign of the argument was lost: ${flipped}.`,
      hint: 'The formula is right; evaluate it again and watch the signs.',
      check: isSigmoid
        ? 'On which side of 1/2 must the sigmoid of a number of this sign lie?'
        : 'Which sign must the result have?',
    };
    return [{ tree: replace(flipped), trace: fn.name, wording }];
  },
);

const saturated = onFunctions(
  { id: 'function-saturated', kind: 'wrong-function', price: prices.takenAs, traits: ['structural'] },
  ({ fn, replace }) =>
    (fn.limits ?? []).map((limit) => ({
      tree: replace(limit.startsWith('-') ? sum([{ negative: true, of: number(limit.slice(1)) }]) : number(limit)),
      trace: `${fn.name}${limit}`,
      wording: {
        says: `${capital(nameOf(fn))} was taken to be ${limit}.`,
        hint: 'Evaluate the function; it was taken as constant.',
        check: `What is ${nameOf(fn)} at 0, and how far is your argument from it?`,
      },
    })),
);

/** Another function in all lines that apply one, whatever their form: log10 for ln from the first line to the last. */
const anotherEverywhere: Operator = {
  id: 'another-function-throughout',
  kind: 'wrong-function',
  price: prices.wrongFunction,
  traits: ['structural'],
  family: 'functions throughout',
  slips: ({ lines, functions = [] }) => {
    const used = new Set(lines.flatMap(({ formula }) => sites(formula).flatMap(({ node }) => fnOf(node) ?? [])));
    return [...used].flatMap((fn) =>
      (fn.mistakenFor ?? []).flatMap((name): Slip[] => {
        const other = findFunction(name, functions);
        const users = lines.filter(({ formula }) => sites(formula).some(({ node }) => fnOf(node) === fn));
        if (!other || users.length < 2) return [];
        const says = `${capital(nameOf(other))} was used for ${nameOf(fn)} throughout.`;
        const wording = {
          says,
          hint: 'Check which function the lines need.',
          check: 'Try it at 0: what should it give?',
        };
        return [
          { trees: users.map(({ name: line, formula }) => [line, withOther(formula, fn, other)] as const), wording },
        ];
      }),
    );
  },
};

const fnOf = (node: Expression): Fn | undefined =>
  node.kind === 'call' && node.args.length === 1 ? node.fn : undefined;

function withOther(tree: Expression, fn: Fn, other: Fn): Expression {
  const below = children(tree).map((child) => withOther(child, fn, other));
  if (fnOf(tree) === fn) return call(other, ...below);
  return below.length === 0 ? tree : withChildren(tree, below);
}

/** What goes wrong in applying a function. */
export const ofFunctions: readonly Operator[] = [
  anotherFunction,
  roundedOtherwise,
  notApplied,
  argumentSign,
  saturated,
  anotherEverywhere,
];

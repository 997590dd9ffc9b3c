import type { Fn } from '../../expressions/functions/fn.ts';
import { findFunction } from '../../expressions/functions/index.ts';
import { print } from '../../expressions/print.ts';
import { call, type Expression, number, power, product, sum } from '../../expressions/tree.ts';
import { type Edit, prices } from './edit.ts';
import type { Site } from './sites.ts';

const nameOf = ({ name, called }: Fn): string => called ?? name;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A smooth function of all numbers to which the sign of its argument matters. */
const feelsSign = ({ domain, derivative, float }: Fn): boolean =>
  domain === undefined && derivative !== undefined && derivative[0] !== '0' && float(0.7) !== float(-0.7);

/** What goes wrong in applying a function: its argument's sign, the function left out, another in its place. */
export function functionEdits({ node, replace, path }: Site): Edit[] {
  if (node.kind !== 'call' || node.args.length !== 1) return [];
  const x = node.args[0] as Expression;
  const { mistakenFor = [], limits = [] } = node.fn;
  const others = mistakenFor.flatMap((name) => findFunction(name) ?? []);
  const edits = others.map((other) => replaced(node.fn, other, x, replace, path));
  if (mistakenFor.length > 0) edits.push(notApplied(node.fn, x, replace, path));
  if (feelsSign(node.fn)) edits.push(argumentNegated(node.fn, x, replace, path));
  edits.push(...limits.map((text) => saturated(node.fn, text, replace, path)));
  return edits;
}

type Put = Site['replace'];

function argumentNegated(fn: Fn, x: Expression, replace: Put, path: string): Edit {
  const negative = sum([{ negative: true, of: x }]);
  return {
    kind: 'sign',
    price: prices.sign,
    tree: replace(call(fn, negative)),
    trace: `${path}:argument`,
    wording: {
      says:
        fn.name === 'sigmoid'
          ? `The sign of the exponent was lost: \`sigmoid(${print(negative)})\`, which is also \`1 - sigmoid(${print(x)})\`.`
          : `The sign of the argument was lost: \`${print(call(fn, negative))}\`.`,
      hint: 'The formula is right; evaluate it again and watch the signs.',
      check:
        fn.name === 'sigmoid'
          ? 'On which side of 1/2 must the sigmoid of a number of this sign lie?'
          : 'Which sign must the result have?',
    },
  };
}

function notApplied(fn: Fn, x: Expression, replace: Put, path: string): Edit {
  return {
    kind: 'skipped-step',
    price: prices.wrongFunction,
    tree: replace(x),
    trace: `${path}:bare`,
    wording: {
      says: `${capital(nameOf(fn))} was left out: \`${print(x)}\` itself was used.`,
      hint: 'The chain is one link short.',
      check: 'Does every function of the formula appear in your line?',
    },
  };
}

function replaced(fn: Fn, other: Fn, x: Expression, replace: Put, path: string): Edit {
  const rounding = fn.rounds === true;
  return {
    kind: rounding ? 'floor-ceil' : 'wrong-function',
    price: rounding ? prices.floorCeil : prices.wrongFunction,
    tree: replace(call(other, x)),
    trace: `${path}:${other.name}`,
    wording: {
      says: `${capital(nameOf(other))} was used for ${nameOf(fn)}.`,
      hint: rounding ? 'Check which way a fraction of a step goes.' : 'Check which function this line needs.',
      check: rounding ? 'Does the last window fit inside the input?' : 'Try it at 0: what should it give?',
    },
  };
}

function saturated(fn: Fn, text: string, replace: Put, path: string): Edit {
  return {
    kind: 'wrong-function',
    price: prices.takenAs,
    tree: replace(number(text)),
    trace: `${path}:saturated${text}`,
    wording: {
      says: `${capital(nameOf(fn))} was taken to be ${text}.`,
      hint: 'Evaluate the function; it was taken as constant.',
      check: `What is ${nameOf(fn)} of 0, and how far is your argument from it?`,
    },
  };
}

const sizeOf = (base: Expression): [string, Expression, string] => [
  'size',
  call('abs', base),
  `The absolute value of \`${print(base)}\` stands where its square belongs.`,
];

/** What goes wrong with a power: lost, one too many, multiplied by the exponent instead. */
export function powerEdits({ node, replace, path }: Site): Edit[] {
  if (node.kind !== 'power' || node.exponent.kind !== 'number') return [];
  const { base, exponent } = node;
  const more = number(String(Number(exponent.text) + 1));
  const times = product([
    { inverse: false, of: exponent },
    { inverse: false, of: base },
  ]);
  const forms: readonly [string, Expression, string][] = [
    ['lost', base, `The power of \`${print(base)}\` was lost.`],
    ['more', power(base, more), `The power of \`${print(base)}\` is one too high.`],
    ['times', times, `\`${print(base)}\` was multiplied by ${exponent.text} instead of raised to it.`],
    ...(exponent.text === '2' ? [sizeOf(base)] : []),
  ];
  return forms.map(([trace, tree, says]) => ({
    kind: 'power',
    price: prices.power,
    tree: replace(tree),
    trace: `${path}:${trace}`,
    wording: {
      says,
      hint: 'Check the exponents.',
      check: 'Double the base: by what factor should the result grow?',
    },
  }));
}

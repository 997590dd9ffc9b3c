import type { Asked } from '../exact/grouping.ts';
import type { Expression } from '../expressions/tree.ts';

/** The text of a tree that is a number; empty for any other. */
const digits = (tree: Expression | undefined): string => (tree?.kind === 'number' ? tree.text : '');

const isNumber = (tree: Expression): boolean => digits(tree.kind === 'power' ? tree.base : tree) !== '';

/** `5-6`, `10^3 - 10^4`, `3-4-2021`: numbers, each but the first subtracted. */
function isRange(tree: Expression): boolean {
  return tree.kind === 'sum' && tree.terms.every((term, i) => isNumber(term.of) && term.negative === i > 0);
}

/** `3/4/2021`, and `0.97/0.98`, which may be two results. */
function isList(tree: Expression): boolean {
  if (tree.kind !== 'product' || tree.factors.length < 2) return false;
  if (!tree.factors.every((factor, i) => digits(factor.of) !== '' && factor.inverse === i > 0)) return false;
  return tree.factors.length > 2 || tree.factors.every((factor) => digits(factor.of).includes('.'));
}

/** `6.8×106`: a mantissa times a number that begins with 10. */
function losesCaret(tree: Expression, mantissa: RegExp, ten: RegExp): boolean {
  if (tree.kind !== 'product' || tree.factors.length !== 2) return false;
  const [first, second] = tree.factors;
  return !second?.inverse && mantissa.test(digits(first?.of)) && ten.test(digits(second?.of));
}

/** `1.2×10-3`. */
function losesNegativePower(tree: Expression): boolean {
  if (tree.kind !== 'sum' || tree.terms.length !== 2) return false;
  const [first, second] = tree.terms;
  return !!first && !!second?.negative && /^\d+$/.test(digits(second.of)) && losesCaret(first.of, /^\d(\.|$)/, /^10$/);
}

const number = String.raw`[+-]?[\d,.]+`;
const dotted = new RegExp(String.raw`^[$(\\\s]*${number}(?:[·⋅∙•]|\\cdot\s*)\d+[$)\\\s]*$`);
const followed = new RegExp(String.raw`^[\s\0]*${number}[KkMBG]?[\s\0]*\([\s\0]*${number}(?:\/\d+)?[\s\0]*\)[\s\0]*$`);
const shape = /^[$([\s]*\d+(?:\s*(?:[xX×]|\\times)\s*\d+)+[$)\]\s]*$/;
/** `6x6`, `5x5x5`: the size of a square, or its area. */
function isSquare(tree: Expression): boolean {
  if (tree.kind !== 'product') return false;
  const [first, ...others] = tree.factors.map(({ of }) => digits(of));
  return others.every((other) => other === first);
}

const raised = new RegExp(String.raw`^[\s\0]*${number}[⁰¹²³⁴-⁹]+[\s\0]*$`);

const mayBeShape = 'this may be a shape or a product';

/** `6e^{-4}`: a power of e, or of 10 with a letter for it. */
const isPowerOfE = (tree: Expression): boolean =>
  tree.kind === 'product' &&
  tree.factors.length === 2 &&
  digits(tree.factors[0]?.of) !== '' &&
  tree.factors[1]?.of.kind === 'call' &&
  tree.factors[1].of.fn.name === 'exp';

/** By the tree, its `plain` text, and the text as written. */
const doubts: readonly (readonly [
  reason: string,
  fits: (tree: Expression, plain: string, given: string) => boolean,
])[] = [
  ['this may be a range or a difference', isRange],
  ['e may stand for 10^ here', (tree, plain) => isPowerOfE(tree) && /e[\s\0]*\^/.test(plain)],
  ['this may be a list, a date or a division', isList],
  ['the ^ before an exponent may be missing (1.2e-3)', losesNegativePower],
  ['the ^ before an exponent may be missing (1.2e3)', (tree) => losesCaret(tree, /^\d\.\d/, /^10\d{1,2}$/)],
  ['the dot may be a decimal point or a product sign', (_tree, _plain, given) => dotted.test(given)],
  ['the number in brackets may be another one, an uncertainty or a factor', (_, plain) => followed.test(plain)],
  [mayBeShape, (_tree, _plain, given) => shape.test(given)],
  ['the raised digit may be a footnote or a power', (_, plain) => raised.test(plain)],
];

/** Why a text may be something else, and whether it is the likelier reading all the same. */
export interface Doubt {
  readonly reason: string;
  readonly likely: boolean;
}

/**
 * Why arithmetic that stands where the answer should may be something else; undefined if nothing else is likely.
 * `plain` is its `plain` text, `given` the text as written.
 */
export function doubtOf(tree: Expression, plain: string, given: string, asked: Asked): Doubt | undefined {
  const reason = doubts.find(([, fits]) => fits(tree, plain, given))?.[0];
  return reason === undefined
    ? undefined
    : { reason, likely: reason === mayBeShape && asked === 'count' && !isSquare(tree) };
}

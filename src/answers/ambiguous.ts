import type { Expression } from '../expressions/tree.ts';

interface Doubt {
  readonly reason: string;
  readonly fits: (tree: Expression, text: string) => boolean;
}

const digits = (tree: Expression | undefined): string => (tree?.kind === 'number' ? tree.text : '');

function isRange(tree: Expression): boolean {
  if (tree.kind !== 'sum' || tree.terms.length !== 2) return false;
  return tree.terms.every((term, i) => term.of.kind === 'number' && term.negative === (i === 1));
}

function isDate(tree: Expression): boolean {
  if (tree.kind !== 'product' || tree.factors.length !== 3) return false;
  return tree.factors.every((factor, i) => /^\d+$/.test(digits(factor.of)) && factor.inverse === i > 0);
}

/** A product of a mantissa and a number that begins with 10. */
function lostCaret(tree: Expression, ten: RegExp): boolean {
  if (tree.kind !== 'product' || tree.factors.length !== 2) return false;
  const [mantissa, power] = tree.factors;
  return !power?.inverse && /^\d(?:\.\d+)?$/.test(digits(mantissa?.of)) && ten.test(digits(power?.of));
}

function lostNegativeExponent(tree: Expression): boolean {
  if (tree.kind !== 'sum' || tree.terms.length !== 2) return false;
  const [first, second] = tree.terms;
  return !!first && !!second?.negative && /^\d+$/.test(digits(second.of)) && lostCaret(first.of, /^10$/);
}

const doubts: readonly Doubt[] = [
  { reason: 'this may be a range or a difference; write the one number', fits: isRange },
  { reason: 'this may be a date or two divisions; write the one number', fits: isDate },
  { reason: 'the ^ before the exponent may be missing; write 1.2e-3', fits: lostNegativeExponent },
  {
    reason: 'the ^ before the exponent may be missing; write 1.2e3',
    fits: (tree) =>
      lostCaret(tree, /^10\d{1,2}$/) && /\./.test(digits(tree.kind === 'product' ? tree.factors[0]?.of : tree)),
  },
  {
    reason: 'the digits in brackets may be an uncertainty or a factor; write the one number',
    fits: (_, text) => /^[\s\0]*[+-]?[\d,]*\.\d+\(\d+\)[\s\0]*$/.test(text),
  },
  {
    reason: 'the raised digit may be a footnote or a power; write the one number',
    fits: (_, text) => /^[\s\0]*[+-]?[\d,.]+[⁰¹²³⁴-⁹]+[\s\0]*$/.test(text),
  },
];

/** Why arithmetic without a result behind it may be something else altogether; undefined if nothing else is likely. */
export function doubtOf(tree: Expression, text: string): string | undefined {
  return doubts.find(({ fits }) => fits(tree, text))?.reason;
}

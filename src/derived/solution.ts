import { print } from '../expressions/print.ts';
import { type Expression, substitute } from '../expressions/tree.ts';
import { literal } from '../slips/mutants.ts';
import { type KeyValue, keyOf, keyText } from '../working/key.ts';
import type { Working } from '../working/problem.ts';

/** One line of the worked solution, all text: what it is, its formula, the formula in numbers, and its value. */
export interface SolvedLine {
  readonly name: string;
  readonly words?: string;
  readonly formula: string;
  readonly worked: string;
  /** At the stated rounding. */
  readonly value: string;
  /** Unrounded, to 20 significant digits. */
  readonly exact: string;
}

const solved = new WeakMap<Working, readonly SolvedLine[]>();

/** The worked solution, line by line; made once for a working. */
export function solutionOf(working: Working): readonly SolvedLine[] {
  const known = solved.get(working) ?? solve(working);
  solved.set(working, known);
  return known;
}

function solve(working: Working): readonly SolvedLine[] {
  const key = keyOf(working);
  const numbers = (name: string): string => working.givens.get(name) ?? short(key.get(name) as KeyValue);
  return working.lines.map(({ name, formula }) => {
    const value = key.get(name) as KeyValue;
    const words = working.names[name];
    const exact = value.exact.toSignificantDigits(20).toString();
    return {
      name,
      ...(words && { words }),
      formula: print(formula),
      worked: inNumbers(formula, numbers),
      value: keyText(value),
      exact,
    };
  });
}

/** A formula with numbers in the place of its symbols, in the plain notation; a symbol without a number stays. */
export const inNumbers = (formula: Expression, text: (name: string) => string | undefined): string =>
  print(
    substitute(formula, (name) => {
      const number = text(name);
      return number === undefined ? undefined : literal(number);
    }),
  );

/** A key value as people write it within a line: without the zeros at its end. */
function short(value: KeyValue): string {
  const text = keyText(value);
  return text.includes('.') && value.exact.eq(value.stated) ? value.stated.toFixed() : text;
}

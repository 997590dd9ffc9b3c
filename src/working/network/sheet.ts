import { Decimal } from '../../exact/decimal.ts';
import { decimalField, evaluate } from '../../expressions/evaluate.ts';
import { parseFormula } from '../../expressions/plain.ts';
import { type Expression, symbolsOf } from '../../expressions/tree.ts';
import type { Line, Role } from '../problem.ts';

/** What is known of a line beside its formula. */
export type About = Pick<Line, 'role' | 'terms' | 'skip'>;

/** Beyond this a float64 no longer holds every whole number. */
const largest = 2 ** 53;

const formulas = new Map<string, Expression>();
const mostFormulas = 20_000;

/** Reads a formula; variants have the same ones, which are read once. */
function read(text: string): Expression {
  const formula = formulas.get(text) ?? parseFormula(text);
  if (formulas.size >= mostFormulas) formulas.clear();
  formulas.set(text, formula);
  return formula;
}

/** A working in the making: givens, lines and their words, each line checked as it is written. */
export class Sheet {
  readonly givens = new Map<string, string>();
  readonly lines: Line[] = [];
  readonly names: Record<string, string> = {};
  /** What each given is. */
  readonly roles = new Map<string, Role>();
  private readonly values = new Map<string, Decimal>();

  given(name: string, value: string, words: string, role: Role): string {
    this.givens.set(name, value);
    this.roles.set(name, role);
    this.values.set(name, new Decimal(value));
    this.names[name] = words;
    return name;
  }

  /** Throws where the value is no count of at least `least`; `why` is then said of it. */
  line(name: string, text: string, words: string, about: About, least: number, why: string): string {
    const formula = read(text);
    const value = evaluate(formula, decimalField, (symbol) => this.values.get(symbol) ?? new Decimal(Number.NaN));
    if (!value.isInteger() || value.lt(least)) throw new Error(why);
    if (value.gt(largest)) throw new Error(`${words} would be ${value.toFixed()}, more than can be counted here`);
    this.values.set(name, value);
    this.names[name] = words;
    this.lines.push({ name, formula, inputs: symbolsOf(formula), ...about });
    return name;
  }

  /** The value of a given or a line. */
  value(name: string): Decimal {
    return this.values.get(name) ?? new Decimal(Number.NaN);
  }
}

import type { Rounding } from '../exact/rounding.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import type { Aliases, Alternative, Ask, Convention, Domain } from './asked.ts';
import type { Check, Results } from './check.ts';
import type { Sort } from './check-declaration.ts';
import { DeclarationError } from './declaration-error.ts';
import type { DeclaredField } from './field.ts';
import type { DeclaredFormulas } from './formulas.ts';
import type { Givens } from './given.ts';
import type { Operator, Role } from './working.ts';

/** What a variant must not be, unless the problem says why it may. */
export type FitnessRule =
  | 'trivial-givens'
  | 'same-givens'
  | 'trivial-steps'
  | 'same-steps'
  | 'saturated'
  | 'few-digits'
  | 'coincidence';
export type Waives = Readonly<Partial<Record<FitnessRule, string>>>;

/** What an author writes. Everything else about a problem is derived from it. */
export interface Declaration {
  /** The name of its folder: small letters, digits and dashes. */
  readonly id: string;
  /** The heading of the report. */
  readonly title: string;
  /** How the question says to round. */
  readonly rounding: Rounding;
  /** The numbers of the question, as text, so that `2.50` keeps its places. */
  readonly givens: Givens;
  /** What the givens may be in a variant; one without a domain keeps its value. */
  readonly domains?: Readonly<Record<string, Domain>>;
  /** Rules of fitness that a variant may break, each with the reason: `{ 'same-steps': 'one-hot labels make p = g' }`. */
  readonly waives?: Waives;
  /**
   * Named lines in the plain notation, in working order. Over givens that are vectors or matrices a line is an array:
   * `Z: 'X*W + b'`, or cell by cell: `'C[i,j]': 'sum(a, c: X[i+a-1, j+c-1]*K[a, c]) + b'`.
   */
  readonly working: Readonly<Record<string, string>>;
  /** How far indices run, counted from 1, where the arrays in which they stand do not say it: `{ i: 2, a: 3 }`. */
  readonly indices?: Readonly<Record<string, number>>;
  /** The fields that carry points. */
  readonly asks: Readonly<Record<string, Ask>>;
  /** What each symbol is, in words: the words of the messages. */
  readonly names?: Readonly<Record<string, string>>;
  /** Every line is a positive whole number: a count, a size. */
  readonly counts?: boolean;
  /** Symbols that stand for like things although their names do not show it. */
  readonly groups?: readonly (readonly string[])[];
  /** Conventions of the field under which other formulas are right. */
  readonly conventions?: readonly Convention[];
  /** Other ideas that people have: formulas in the place of lines, with what to say of them. */
  readonly misconceptions?: readonly Convention[];
  /** Other numbers that a given is commonly taken to be. */
  readonly alternatives?: readonly Alternative[];
  /** Ways in which students say what the question says anyway: `['natural log']`. */
  readonly stated?: readonly string[];
  /** Conventions that are right unless an assignment says which are. */
  readonly accepted?: readonly string[];
  /** What the terms of a line are: `{ parameters: ['weights', 'biases'] }`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** What is used in the place of a line by one who leaves it out. */
  readonly skips?: Readonly<Record<string, string>>;
  /** Fields that are no lines. */
  readonly fields?: readonly DeclaredField[];
  /** What must hold between the numbers that a paper reports, whatever its run was. */
  readonly checks?: readonly Check[];
  /**
   * By what is known of a run the fields that state it, as formulas over the paper's own numbers:
   * `{ 'test accuracy': { accuracy: 'accuracy', matrix: 'trace/total' } }`. Problems that an assignment sets for one run must agree.
   */
  readonly results?: Results;
  /** The symbols of its formulas, where they are no lines and givens: vectors and matrices. */
  readonly formulas?: DeclaredFormulas;
  /** Functions of the author's own, beside those that every formula may apply. */
  readonly functions?: readonly Fn[];
  /**
   * Other labels that people write for a line, a field or a given, as they write them: `{ a1: ['\\sigma_1', 'h_1'] }`,
   * `{ C1: ['Layer C1', 'TP_1'] }`. A label that is declared for two names says which of the two nowhere by itself.
   */
  readonly aliases?: Aliases;
  /** What lines and givens are among like ones: `{ update: { type: 'gate', of: 'weights' } }`. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Slips of this problem or course, beside those that every formula has. */
  readonly operators?: readonly Operator[];
}

/** The compiler holds this to the type. */
export const members: Readonly<Record<keyof Declaration, Sort>> = {
  id: 'text',
  title: 'text',
  rounding: 'record',
  givens: 'record',
  working: 'record',
  indices: 'record',
  asks: 'record',
  domains: 'record',
  waives: 'record',
  names: 'record',
  counts: 'yes or no',
  groups: 'list',
  conventions: 'list',
  stated: 'list',
  misconceptions: 'list',
  alternatives: 'list',
  accepted: 'list',
  terms: 'record',
  skips: 'record',
  aliases: 'record',
  fields: 'list',
  functions: 'list',
  roles: 'record',
  operators: 'list',
  checks: 'list',
  results: 'record',
  formulas: 'record',
};

const fitnessRules: readonly string[] = [
  'trivial-givens',
  'same-givens',
  'trivial-steps',
  'same-steps',
  'saturated',
  'few-digits',
  'coincidence',
] satisfies FitnessRule[];

/** Throws where a rule is waived that there is not, or without a reason. */
export function checkWaives(id: string, waives: Waives): void {
  for (const [rule, why] of Object.entries(waives)) {
    if (!fitnessRules.includes(rule))
      throw new DeclarationError(`${id}: there is no rule "${rule}" to waive; there are ${fitnessRules.join(', ')}`, {
        name: rule,
      });
    if (typeof why !== 'string' || why.trim() === '')
      throw new DeclarationError(`${id}: say why "${rule}" is waived`, { name: rule });
  }
}

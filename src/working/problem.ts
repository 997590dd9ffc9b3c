import type { Rounding } from '../exact/rounding.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { parsePlain } from '../expressions/plain.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';
import { isArray } from './arrays/arrays.ts';
import { lower, setInCells } from './arrays/lower.ts';
import type { Aliases, Alternative, Ask, Convention, Domain } from './asked.ts';
import type { Check } from './check.ts';
import { checkDeclaration, checkReferences, decimalText, type Sort } from './check-declaration.ts';
import { DeclarationError } from './declaration-error.ts';
import type { DeclaredField } from './field.ts';
import { type DeclaredFormulas, declaredNames } from './formulas.ts';
import type { Given, Givens } from './given.ts';
import type { Line, Operator, Role, Working } from './working.ts';

export type { Aliases, Alternative, Ask, Convention, Domain } from './asked.ts';
export type * from './working.ts';

/** What an author writes. Everything else about a problem is derived from it. */
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

/** A problem: its declaration, and its working for any givens. */
export interface Problem {
  readonly id: string;
  readonly title: string;
  readonly rounding: Rounding;
  readonly givens: Givens;
  readonly domains?: Readonly<Record<string, Domain>>;
  readonly waives?: Waives;
  readonly asks: Readonly<Record<string, Ask>>;
  /** Throws a plain `Error` whose message names the given that is missing or cannot be used. */
  work(givens: Givens): Working;
}

/** The compiler holds this to the type. */
const members: Readonly<Record<keyof Declaration, Sort>> = {
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
  formulas: 'record',
};

/** A problem from its declaration. Throws `DeclarationError` where the declaration contradicts itself. */
export function defineProblem(written: Declaration): Problem {
  checkDeclaration(written, members);
  const { declared, arrays } = lower(written);
  const known = new Set(Object.keys(declared.givens).filter((name) => isNumber(declared.givens[name])));
  const arrayOf = new Map(
    arrays?.lines.filter(isArray).flatMap(({ name, cells }) => cells.flat().map((cell) => [cell, name])),
  );
  const lines = Object.entries(declared.working).map(([name, text]) => {
    const line = readLine(declared, name, text, known);
    known.add(name);
    const array = arrayOf.get(name);
    return array === undefined ? line : { ...line, array };
  });
  checkAsks(declared.id, declared.asks, [...lines, ...(declared.fields ?? [])]);
  checkReferences({ ...declared, givens: { ...written.givens, ...declared.givens } });
  const { rounding, names = {}, counts = false, groups = [], conventions = [], misconceptions = [] } = declared;
  const { alternatives = [], accepted = [], fields = [], aliases = {}, functions = [] } = declared;
  checkAliases(declared.id, aliases, [
    ...known,
    ...Object.keys({ ...written.givens, ...declared.givens }),
    ...fields.map(({ name }) => name),
  ]);
  const { operators = [], checks = [] } = declared;
  const symbols = declared.formulas && declaredNames(declared.formulas, functions);
  const said = {
    conventions,
    misconceptions,
    alternatives,
    accepted,
    fields,
    aliases,
    functions,
    checks,
    ...(symbols && { symbols }),
    ...(arrays && { arrays }),
  };
  const roles = new Map(Object.entries(declared.roles ?? {}));
  const fixed = { rounding, lines, names, counts, groups, roles, operators, ...said };
  const work = (set: Givens): Working => ({
    ...fixed,
    ...placed(declared.givens, arrays ? setInCells(written.givens, set) : set),
  });
  const { id, title, givens, asks, domains = {}, waives = {} } = written;
  checkWaives(id, waives);
  return { id, title, rounding, givens, domains, waives, asks, work };
}

const fitnessRules: readonly string[] = [
  'trivial-givens',
  'same-givens',
  'trivial-steps',
  'same-steps',
  'saturated',
  'few-digits',
  'coincidence',
] satisfies FitnessRule[];

function checkWaives(id: string, waives: Waives): void {
  for (const [rule, why] of Object.entries(waives)) {
    if (!fitnessRules.includes(rule))
      throw new DeclarationError(`${id}: there is no rule "${rule}" to waive; there are ${fitnessRules.join(', ')}`, {
        name: rule,
      });
    if (typeof why !== 'string' || why.trim() === '')
      throw new DeclarationError(`${id}: say why "${rule}" is waived`, { name: rule });
  }
}

function readLine(declared: Declaration, name: string, text: string, known: ReadonlySet<string>): Line {
  const { id, terms = {}, skips = {}, roles = {} } = declared;
  if (known.has(name)) throw new DeclarationError(`${id}: "${name}" is defined twice`, { name });
  const formula = formulaOf(declared, name, text);
  const inputs = symbolsOf(formula);
  const missing = inputs.find((input) => !known.has(input));
  if (missing) {
    const place = { name, formula: text, at: text.indexOf(missing) };
    throw new DeclarationError(
      `${id}: line "${name}" uses "${missing}", which no given or earlier line defines`,
      place,
    );
  }
  return {
    name,
    formula,
    inputs,
    ...(terms[name] && { terms: terms[name] }),
    ...(skips[name] && { skip: skips[name] }),
    ...(roles[name] && { role: roles[name] }),
  };
}

function formulaOf({ id, functions }: Declaration, name: string, text: string): Expression {
  const reading = parsePlain(text, functions);
  if (reading.ok) return reading.tree;
  const { reason, at } = reading;
  const says = `${id}: line "${name}" cannot be read at character ${at + 1} of "${text}": ${reason}`;
  throw new DeclarationError(says, { name, formula: text, at });
}

/** Throws where what is asked for is no line and no field, or its steps carry more than its points. */
export function checkAsks(
  id: string,
  asks: Readonly<Record<string, Ask>>,
  fields: readonly { readonly name: string }[],
): void {
  const known = new Set(fields.map(({ name }) => name));
  for (const [field, { points, steps = {} }] of Object.entries(asks)) {
    const unknown = [field, ...Object.keys(steps)].find((name) => !known.has(name));
    if (unknown) {
      const says = `${id}: "${unknown}" is asked for, but no line of the working has this name`;
      throw new DeclarationError(says, { name: unknown, within: 'asks' });
    }
    if (Object.values(steps).reduce((total, part) => total + part, 0) > points)
      throw new DeclarationError(`${id}: the steps of "${field}" carry more points than the answer`, { name: 'asks' });
  }
}

/** Throws where other labels are declared for what is no given, line or field. */
export function checkAliases(id: string, aliases: Aliases, known: readonly string[]): void {
  const stranger = Object.keys(aliases).find((name) => !known.includes(name));
  if (stranger) {
    const says = `${id}: "${stranger}" has aliases, but no given, line or field has this name`;
    throw new DeclarationError(says, { name: stranger });
  }
}

/**
 * The problem's own givens, each replaced where the assignment sets another: a number by a plain decimal number, anything
 * else by something of the same form.
 */
function placed(own: Givens, set: Givens): Pick<Working, 'givens' | 'data'> {
  const stranger = Object.keys(set).find((name) => !Object.hasOwn(own, name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are ${Object.keys(own).join(', ')}`);
  const all = Object.entries({ ...own, ...set }).map(([name, value]) => ({ name, value, form: formOf(own[name]) }));
  for (const { name, value, form } of all)
    if (formOf(value) !== form) throw new Error(`the given "${name}" must be ${form}`);
  const numbers = all.flatMap(({ name, value }) => (isNumber(value) ? [[name, value] as const] : []));
  const data = all.flatMap(({ name, value }) => (isNumber(value) ? [] : [[name, value] as const]));
  return { givens: new Map(numbers), data: new Map(data) };
}

const isNumber = (value: Given | undefined): value is string => typeof value === 'string' && decimalText.test(value);

function formOf(value: Given | undefined): string {
  if (isNumber(value)) return 'a decimal number as text, such as "0.75"';
  if (typeof value === 'string') return 'a text that is no number';
  return Array.isArray(value) ? 'a list' : 'an object';
}

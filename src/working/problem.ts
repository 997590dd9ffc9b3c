import type { Rounding } from '../exact/rounding.ts';
import { parsePlain } from '../expressions/plain.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';
import { isArray } from './arrays/arrays.ts';
import { setInCells } from './arrays/in-cells.ts';
import { lower } from './arrays/lower.ts';
import type { Aliases, Ask, Domain } from './asked.ts';
import { withAskedFormulas } from './asked-formulas.ts';
import { checkDeclaration, checkReferences, decimalText } from './check-declaration.ts';
import { checkWaives, type Declaration, members, type Waives } from './declaration.ts';
import { DeclarationError } from './declaration-error.ts';
import { declaredNames } from './formulas.ts';
import type { Given, Givens } from './given.ts';
import type { Line, Working } from './working.ts';

export type { Aliases, Alternative, Ask, Convention, Domain } from './asked.ts';
export type { Declaration, FitnessRule, Waives } from './declaration.ts';
export type * from './working.ts';

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

/** A problem from its declaration. Throws `DeclarationError` where the declaration contradicts itself. */
export function defineProblem(written: Declaration): Problem {
  checkDeclaration(written, members);
  const { declared, arrays } = lower(withAskedFormulas(written));
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
  const { operators = [], checks = [], stated = [], results = {} } = declared;
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
    results,
    stated,
    ...(symbols && { symbols }),
    ...(arrays && { arrays }),
  };
  const roles = new Map(Object.entries(declared.roles ?? {}));
  const fixed = { rounding, lines, names, counts, groups, roles, operators, ...said };
  const work = (set: Givens): Working => ({
    ...fixed,
    ...placed(declared.givens, arrays ? setInCells(written.givens, set) : set),
  });
  const { id, title, givens, domains = {}, waives = {} } = written;
  const { asks } = declared;
  checkWaives(id, waives);
  return { id, title, rounding, givens, domains, waives, asks, work };
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

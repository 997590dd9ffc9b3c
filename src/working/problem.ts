import type { Rounding } from '../exact/rounding.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { parseFormula } from '../expressions/plain.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';
import type { DeclaredField } from './field.ts';
import type { Given, Givens } from './given.ts';

/**
 * What a given may be in a variant: a decimal on a grid between two bounds (both included), or one of a list. Text, so
 * that the drawn number has the places of `step`.
 */
export type Domain =
  | { readonly from: string; readonly to: string; readonly step: string }
  | { readonly oneOf: readonly Given[] };

/** A field that carries points. */
export interface Ask {
  readonly points: number;
  /** Part marks, out of `points`, for lines on the way; the points of a line that is not shown stay with the answer. */
  readonly steps?: Readonly<Record<string, number>>;
}

/** A convention of the field under which another formula is right; accepted where the assignment says so. */
export interface Convention {
  readonly id: string;
  readonly says: string;
  readonly over: Readonly<Record<string, string>>;
  /** How unlikely it is, in bits; 2 unless said. A rare one comes after the slips that give the same number. */
  readonly price?: number;
  /** Numbers that its formulas use beside the problem's own. */
  readonly givens?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  /** Set where its values need not be whole numbers although the problem counts. */
  readonly fractions?: boolean;
}

/** Another number that a given is commonly taken to be: colour images for grey ones. */
export interface Alternative {
  readonly given: string;
  readonly value: string;
  readonly says: string;
}

/** Another working that the question may be taken for: a sister of the network asked about. */
export interface Variant {
  readonly says: string;
  readonly working: Working;
}

/** By the name of a line, a field or a given: other labels for it. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** What an author writes. Everything else about a problem is derived from it. */
export interface Declaration {
  readonly id: string;
  readonly title: string;
  readonly rounding: Rounding;
  readonly givens: Givens;
  /** What the givens may be in a variant; one without a domain keeps its value. */
  readonly domains?: Readonly<Record<string, Domain>>;
  /** Named lines in the plain notation, in working order. */
  readonly working: Readonly<Record<string, string>>;
  readonly asks: Readonly<Record<string, Ask>>;
  /** What each symbol is, in words: the words of the messages. */
  readonly names?: Readonly<Record<string, string>>;
  /** Every line is a positive whole number: a count, a size. */
  readonly counts?: boolean;
  /** Symbols that stand for like things although their names do not show it. */
  readonly groups?: readonly (readonly string[])[];
  readonly conventions?: readonly Convention[];
  readonly misconceptions?: readonly Convention[];
  readonly alternatives?: readonly Alternative[];
  /** Conventions that are right unless an assignment says which are. */
  readonly accepted?: readonly string[];
  /** What the terms of a line are: `{ parameters: ['weights', 'biases'] }`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** What is used in the place of a line by one who leaves it out. */
  readonly skips?: Readonly<Record<string, string>>;
  /** Fields that are no lines. */
  /**
   * Other labels that people write for a line, a field or a given, as they write them: `{ a1: ['\\sigma_1', 'h_1'] }`,
   * `{ C1: ['Layer C1', 'TP_1'] }`. A label that is declared for two names says which of the two nowhere by itself.
   */
  readonly aliases?: Aliases;
  readonly fields?: readonly DeclaredField[];
  /** Functions of the author's own, beside those that every formula may apply. */
  readonly functions?: readonly Fn[];
}

/** One line of a worked solution, read. */
export interface Line {
  readonly name: string;
  readonly formula: Expression;
  /** The lines and givens it uses. */
  readonly inputs: readonly string[];
  /** What is used in its place by one who leaves this step out; default: its single input. */
  readonly skip?: string;
  /** What sort of line it is in a network (`conv.parameters`): lines of one sort are alike. */
  readonly sort?: string;
  /** The layer of a network it belongs to. */
  readonly layer?: string;
  /** What each term of its sum is: `weights`, `biases`. */
  readonly terms?: readonly string[];
}

/** A worked solution with its givens in place: what every derivation starts from. */
export interface Working {
  readonly rounding: Rounding;
  /** The numbers that are given, as text, by name. */
  readonly givens: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
  readonly names: Readonly<Record<string, string>>;
  readonly counts: boolean;
  readonly groups: readonly (readonly string[])[];
  readonly conventions: readonly Convention[];
  readonly misconceptions: readonly Convention[];
  readonly alternatives?: readonly Alternative[];
  readonly variants?: readonly Variant[];
  /** Conventions that are right unless an assignment says which are. */
  readonly accepted?: readonly string[];
  /** For a network: those each symbol may be taken for; otherwise the names and the groups say. */
  readonly siblings?: ReadonlyMap<string, readonly string[]>;
  /** Fields that are no lines. */
  /** Other labels that people write for a line, a field or a given. */
  readonly aliases?: Aliases;
  readonly fields?: readonly DeclaredField[];
  /** Functions of the author's own. */
  readonly functions?: readonly Fn[];
  /** What is asked, where it hangs on the givens; otherwise what the problem asks. */
  readonly asks?: Readonly<Record<string, Ask>>;
}

/** A problem: its declaration, and its working for any givens. */
export interface Problem {
  readonly id: string;
  readonly title: string;
  readonly rounding: Rounding;
  readonly givens: Givens;
  readonly domains?: Readonly<Record<string, Domain>>;
  readonly asks: Readonly<Record<string, Ask>>;
  /** Throws a plain `Error` whose message names the given that is missing or cannot be used. */
  work(givens: Givens): Working;
}

/** A problem from its declaration. Throws where the declaration contradicts itself. */
export function defineProblem(declared: Declaration): Problem {
  const known = new Set(Object.keys(declared.givens));
  const lines = Object.entries(declared.working).map(([name, text]) => {
    const line = readLine(declared, name, text, known);
    known.add(name);
    return line;
  });
  checkAsks(declared.id, declared.asks, [...lines, ...(declared.fields ?? [])]);
  const stranger = Object.keys(declared.domains ?? {}).find((name) => !Object.hasOwn(declared.givens, name));
  if (stranger) throw new Error(`${declared.id}: "${stranger}" has a domain, but there is no such given`);
  const { rounding, names = {}, counts = false, groups = [], conventions = [], misconceptions = [] } = declared;
  const { alternatives = [], accepted = [], fields = [], aliases = {} } = declared;
  checkAliases(declared.id, aliases, [...known, ...fields.map(({ name }) => name)]);
  const { functions = [] } = declared;
  const said = { conventions, misconceptions, alternatives, accepted, fields, aliases, functions };
  const fixed = { rounding, lines, names, counts, groups, ...said };
  const work = (givens: Givens): Working => ({ ...fixed, givens: scalars(declared.givens, givens) });
  const { id, title, givens, asks, domains = {} } = declared;
  return { id, title, rounding, givens, domains, asks, work };
}

function readLine(declared: Declaration, name: string, text: string, known: ReadonlySet<string>): Line {
  const { id, terms = {}, skips = {} } = declared;
  if (known.has(name)) throw new Error(`${id}: "${name}" is defined twice`);
  const formula = parseFormula(text, declared.functions);
  const inputs = symbolsOf(formula);
  const missing = inputs.find((input) => !known.has(input));
  if (missing) throw new Error(`${id}: line "${name}" uses "${missing}", which no given or earlier line defines`);
  return {
    name,
    formula,
    inputs,
    ...(terms[name] && { terms: terms[name] }),
    ...(skips[name] && { skip: skips[name] }),
  };
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
    if (unknown) throw new Error(`${id}: "${unknown}" is asked for, but no line of the working has this name`);
    if (Object.values(steps).reduce((total, part) => total + part, 0) > points)
      throw new Error(`${id}: the steps of "${field}" carry more points than the answer`);
  }
}

/** Throws where other labels are declared for what is no given, line or field. */
export function checkAliases(id: string, aliases: Aliases, known: readonly string[]): void {
  const stranger = Object.keys(aliases).find((name) => !known.includes(name));
  if (stranger) throw new Error(`${id}: "${stranger}" has aliases, but no given, line or field has this name`);
}

const decimalText = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** The problem's own givens, each replaced where the assignment sets another; every one a plain decimal number. */
function scalars(own: Givens, set: Givens): Map<string, string> {
  const stranger = Object.keys(set).find((name) => !Object.hasOwn(own, name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are ${Object.keys(own).join(', ')}`);
  return new Map(
    Object.entries({ ...own, ...set }).map(([name, value]) => {
      if (typeof value !== 'string' || !decimalText.test(value))
        throw new Error(`the given "${name}" must be a decimal number as text, such as "0.75"`);
      return [name, value];
    }),
  );
}

import type { Rounding } from '../exact/rounding.ts';
import { parseFormula } from '../expressions/plain.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';

/** A given as the author or an assignment writes it: a number as text, or lists and records of them. */
export type Given = string | readonly Given[] | { readonly [name: string]: Given };
export type Givens = Readonly<Record<string, Given>>;

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
}

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
    const line = readLine(declared.id, name, text, known);
    known.add(name);
    return line;
  });
  for (const [field, ask] of Object.entries(declared.asks)) checkAsk(declared.id, field, ask, declared.working);
  const stranger = Object.keys(declared.domains ?? {}).find((name) => !Object.hasOwn(declared.givens, name));
  if (stranger) throw new Error(`${declared.id}: "${stranger}" has a domain, but there is no such given`);
  const { rounding, names = {}, counts = false, groups = [], conventions = [], misconceptions = [] } = declared;
  const fixed = { rounding, lines, names, counts, groups, conventions, misconceptions };
  const work = (givens: Givens): Working => ({ ...fixed, givens: scalars(declared.givens, givens) });
  const { id, title, givens, asks, domains = {} } = declared;
  return { id, title, rounding, givens, domains, asks, work };
}

function readLine(problem: string, name: string, text: string, known: ReadonlySet<string>): Line {
  if (known.has(name)) throw new Error(`${problem}: "${name}" is defined twice`);
  const formula = parseFormula(text);
  const inputs = symbolsOf(formula);
  const missing = inputs.find((input) => !known.has(input));
  if (missing) throw new Error(`${problem}: line "${name}" uses "${missing}", which no given or earlier line defines`);
  return { name, formula, inputs };
}

function checkAsk(problem: string, field: string, ask: Ask, working: Readonly<Record<string, string>>): void {
  const steps = Object.entries(ask.steps ?? {});
  const unknown = [field, ...steps.map(([step]) => step)].find((name) => !Object.hasOwn(working, name));
  if (unknown) throw new Error(`${problem}: "${unknown}" is asked for, but no line of the working has this name`);
  if (steps.reduce((total, [, points]) => total + points, 0) > ask.points)
    throw new Error(`${problem}: the steps of "${field}" carry more points than the answer`);
}

const decimalText = /^-?(?:\d+\.?\d*|\.\d+)$/;

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

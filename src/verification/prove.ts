import { Decimal } from '../exact/decimal.ts';
import type { Given, Givens } from '../working/given.ts';
import { keyOf } from '../working/key.ts';
import type { Problem, Working } from '../working/problem.ts';
import type { Proof } from '../working/proof.ts';
import { formulaFields, formulaValues } from './formula-values.ts';

/** Where a working and a second method part. */
export interface Disagreement {
  readonly method: string;
  /** The first line, in working order, on which they differ; those above it agree. */
  readonly line: string;
  readonly working: string;
  readonly proof: string;
  /** 0 for the published givens. */
  readonly variant: number;
  readonly givens: Readonly<Record<string, Given>>;
}

/** What one method showed about a problem. */
export interface Proven {
  readonly method: string;
  /** The lines it gives values for. */
  readonly lines: readonly string[];
  /** Sets of givens on which it agreed with the working, the published ones included. */
  readonly agreed: number;
  readonly sets: number;
  /** The first disagreement. */
  readonly disagreement?: Disagreement;
  /** Why it did not run. */
  readonly skipped?: string;
}

export interface Proving {
  readonly methods: readonly Proven[];
  /** Lines that no method gave a value for, in working order. */
  readonly unproved: readonly string[];
}

/** At how many points the formulas of a question are worked out. */
const formulaPoints = 20;

/** Holds a working against its second methods, on the problem's own givens and on each of `variants`. */
export function prove(problem: Problem, proofs: readonly Proof[], variants: readonly Givens[]): Proving {
  const sets = [{}, ...variants].map((set, variant) => {
    const givens: Record<string, Given> = { ...problem.givens, ...set };
    const working = problem.work(set);
    return { variant, givens, values: new Map([...keyOf(working)].map(([name, { exact }]) => [name, exact])), working };
  });
  const [published] = sets;
  const { working } = published ?? { working: problem.work({}) };
  for (let seed = 0; seed < formulaPoints; seed++) {
    const at = formulaValues(working, seed);
    if (at)
      sets.push({ variant: seed, givens: { ...problem.givens, ...at.givens }, values: new Map(at.values), working });
  }
  // Where there are formulas alone, the published givens prove nothing.
  if (working.lines.length === 0 && sets.length > variants.length + 1) sets.splice(0, variants.length + 1);
  const methods = proofs.map((proof) => proveBy(proof, sets));
  const proved = new Set(methods.flatMap(({ lines }) => lines));
  const asked = [...working.lines, ...formulaFields(working)].map(({ name }) => name);
  const unproved = asked.filter((name) => ![...proved].some((one) => one === name || one.startsWith(`${name}[`)));
  return { methods, unproved };
}

interface GivenSet {
  readonly variant: number;
  readonly givens: Record<string, Given>;
  readonly values: ReadonlyMap<string, Decimal>;
  readonly working: Working;
}

function proveBy(proof: Proof, sets: readonly GivenSet[]): Proven {
  const { method } = proof;
  const lines = new Set<string>();
  let disagreement: Disagreement | undefined;
  let agreed = 0;
  for (const set of sets) {
    const values = proof.values({ ...set.givens });
    if (!values)
      return { method, lines: [], agreed: 0, sets: sets.length, skipped: `it needs ${proof.needs ?? 'more'}` };
    for (const name of Object.keys(values)) lines.add(name);
    const found = compare(proof, set, values);
    if (found) disagreement ??= found;
    else agreed += 1;
  }
  return { method, lines: [...lines], agreed, sets: sets.length, ...(disagreement && { disagreement }) };
}

function compare(proof: Proof, set: GivenSet, values: Record<string, string>): Disagreement | undefined {
  const { method } = proof;
  const { variant, givens } = set;
  const stranger = Object.keys(values).find((name) => !set.values.has(name));
  if (stranger !== undefined)
    return { method, line: stranger, working: 'no such line', proof: String(values[stranger]), variant, givens };
  for (const [name, exact] of set.values) {
    const text = values[name];
    if (text === undefined || agree(exact, text, proof.error)) continue;
    return {
      method,
      line: name,
      working: exact.toSignificantDigits(20).toString(),
      proof: shortened(text),
      variant,
      givens,
    };
  }
  return undefined;
}

const provenDigits = 40;

/** Equal to 40 significant digits, or as near as the method's own error allows. Whole numbers are equal or not. */
function agree(exact: Decimal, text: string, error: string | undefined): boolean {
  const other = decimal(text);
  if (!other) return false;
  const allowed = error ?? Decimal.max(exact.abs(), other.abs()).times(`1e-${provenDigits}`);
  return exact.minus(other).abs().lte(allowed);
}

function decimal(text: string): Decimal | undefined {
  try {
    const value = new Decimal(text);
    return value.isFinite() ? value : undefined;
  } catch {
    return undefined;
  }
}

const shortened = (text: string): string => decimal(text)?.toSignificantDigits(20).toString() ?? text;

import { parseFormula } from '../../expressions/plain.ts';
import { scalar } from '../array.ts';
import { evaluate } from '../evaluate.ts';
import { type CellField, holds, NotApplicable } from '../field.ts';
import type { Formula } from '../tree.ts';

/**
 * A number modulo 2^61 - 1, and the polynomial that it stands for, as long as it is a small one:
 * an exponent must be one. Two formulas that are rational in their names and in exponentials of polynomials, and differ,
 * agree at a random point with a chance below their degree / 2^61.
 */
export interface Residue {
  readonly value: bigint;
  readonly terms?: Terms;
}

/** Coefficients by monomial, in parts of 1: `x*x*y`; the empty one is the constant. */
type Terms = ReadonlyMap<string, number>;

/** The part of 1 that coefficients are counted in: halves, thirds, sevenths, and decimals of three places are whole numbers. */
const parts = 252_000;

const prime = 2n ** 61n - 1n;
const mod = (x: bigint): bigint => ((x % prime) + prime) % prime;
const mostTerms = 12;
const highestPower = 1000n;

/** A division by what is 0 at this point: another point must be drawn. */
export class Pole extends Error {}

function powerOf(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

function inverse(x: bigint): bigint {
  if (x === 0n) throw new Pole();
  return powerOf(x, prime - 2n);
}

/** A number of a formula: a decimal is a fraction, exactly. */
function constant(text: string): Residue {
  const [, digits = '', places = '', exponent = '0'] = /^(-?\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (digits + places === '') throw new NotApplicable(text);
  const scale = places.length - Number(exponent);
  const whole = BigInt(`${digits}${places}` || '0');
  if (Math.abs(scale) > 400) throw new NotApplicable(text);
  const value = scale > 0 ? mod(whole) * inverse(powerOf(10n, BigInt(scale))) : whole * powerOf(10n, BigInt(-scale));
  const plain = inParts(Number(text));
  return { value: mod(value), ...(plain !== undefined && { terms: new Map(plain === 0 ? [] : [['', plain]]) }) };
}

/** A number in parts, if it is a whole number of them. */
function inParts(x: number): number | undefined {
  const whole = Math.round(x * parts);
  return Number.isSafeInteger(whole) && whole / parts === x ? whole : undefined;
}

/** A name with a random value. */
export const residue = (name: string, value: bigint): Residue => ({
  value: mod(value),
  terms: new Map([[name, parts]]),
});

function joined(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
  if (!a || !b) return {};
  const terms = new Map(a);
  for (const [monomial, by] of b) {
    const total = (terms.get(monomial) ?? 0) + by;
    if (total === 0) terms.delete(monomial);
    else terms.set(monomial, total);
  }
  return small(terms);
}

const small = (terms: Terms): { terms?: Terms } =>
  terms.size <= mostTerms && [...terms.values()].every(Number.isSafeInteger) ? { terms } : {};

function multiplied(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
  if (!a || !b || a.size * b.size > mostTerms) return {};
  const terms = new Map<string, number>();
  for (const [m, x] of a)
    for (const [n, y] of b) {
      const monomial = [...m.split('*'), ...n.split('*')]
        .filter((name) => name !== '')
        .sort()
        .join('*');
      terms.set(monomial, (terms.get(monomial) ?? 0) + (x * y) / parts);
    }
  return small(terms);
}

/**
 * The field for one point; `draw` gives each monomial of an exponent a number of its own for e to its power. Where the
 * field does not apply it says so, or, if `free`, takes what stands there for a function of which nothing is known but
 * that it gives equals for equals: then two formulas that agree are equal, and of two that do not nothing is known.
 */
export function residues(draw: (name: string) => bigint, free = false): CellField<Residue> {
  const powers = new Map<string, bigint>();
  const raised = (monomial: string, by: number): bigint => {
    const key = `${monomial} ${by}`;
    const known = powers.get(key);
    if (known !== undefined) return known;
    const unit = powerOf(draw(`exp ${monomial}`), BigInt(Math.abs(by)));
    const value = by < 0 ? inverse(unit) : unit;
    powers.set(key, value);
    return value;
  };
  const unknown = (what: string, ...args: readonly Residue[]): Residue => {
    if (!free) throw new NotApplicable(what);
    return { value: mod(draw(`${what} ${args.map(({ value }) => value).join()}`)) };
  };
  const exponential = (x: Residue): Residue => {
    if (!x.terms) return unknown('exp', x);
    let value = 1n;
    for (const [monomial, by] of x.terms) value = (value * raised(monomial, by)) % prime;
    return { value };
  };
  const field: CellField<Residue> = {
    number: constant,
    add: (a, b) => ({ value: (a.value + b.value) % prime, ...joined(a.terms, b.terms) }),
    negate: (a) => ({ value: mod(-a.value), ...multiplied(a.terms, minusOne) }),
    multiply: (a, b) => ({ value: (a.value * b.value) % prime, ...multiplied(a.terms, b.terms) }),
    divide: (a, b) => ({ value: (a.value * inverse(b.value)) % prime, ...divided(a.terms, b.terms) }),
    power: (base, exponent) => {
      const n = wholeOf(exponent);
      if (n === undefined || n > highestPower || n < -highestPower) return unknown('a power', base, exponent);
      const value = powerOf(n < 0n ? inverse(base.value) : base.value, n < 0n ? -n : n);
      if (n < 0n || n > 6n) return { value };
      const terms = Array.from({ length: Number(n) }).reduce<{ terms?: Terms }>(
        (all) => multiplied(all.terms, base.terms),
        {
          terms: new Map([['', parts]]),
        },
      );
      return { value, ...terms };
    },
    call: (fn, args) => {
      const [x] = args;
      if (fn.name === 'exp' && x) return exponential(x);
      if (!fn.byExp || !x) return unknown(fn.name, ...args);
      const tree: Formula = parsed(fn.byExp);
      return evaluate(tree, { field, lookup: () => scalar(x) }).cells[0] as Residue;
    },
    compare: (op, a, b) => {
      const difference = joined(a.terms, multiplied(b.terms, minusOne).terms).terms;
      if (!difference || [...difference.keys()].some((m) => m !== '')) return unknown(`is ${op}`, a, b);
      return constant(holds(op, Math.sign(difference.get('') ?? 0)) ? '1' : '0');
    },
    choose: (when, then, otherwise) => {
      if (when.value === 0n) return otherwise();
      if (when.value === 1n) return then();
      return { value: mod(when.value * then().value + (1n - when.value) * otherwise().value) };
    },
  };
  return field;
}

const minusOne: Terms = new Map([['', -parts]]);

/** Division of every coefficient by a constant. */
function divided(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
  const by = b?.get('');
  if (!a || b?.size !== 1 || by === undefined) return {};
  return small(new Map([...a].map(([monomial, x]) => [monomial, (x * parts) / by])));
}

function wholeOf({ terms }: Residue): bigint | undefined {
  if (!terms) return undefined;
  if (terms.size === 0) return 0n;
  const only = terms.get('');
  return terms.size === 1 && only !== undefined && only % parts === 0 ? BigInt(only / parts) : undefined;
}

const formulas = new Map<string, Formula>();

function parsed(text: string): Formula {
  const known = formulas.get(text) ?? parseFormula(text);
  formulas.set(text, known);
  return known;
}

import { NotApplicable } from '../field.ts';

/**
 * A number modulo 2^61 - 1, and the polynomial that it stands for, as long as it is a small one:
 * an exponent must be one. Two formulas that are rational in their names and in exponentials of polynomials, and differ,
 * agree at a random point with a chance below their degree / 2^61.
 */
export interface Residue {
  readonly value: bigint;
  readonly terms?: Terms;
  /** Its logarithm, where it is a product of which that of each factor is known. */
  readonly log?: bigint;
}

/** Coefficients by monomial, in parts of 1: `x*x*y`; the empty one is the constant. */
export type Terms = ReadonlyMap<string, number>;

/** The part of 1 that coefficients are counted in: halves, thirds, sevenths, and decimals of three places are whole numbers. */
export const parts = 252_000;

export const prime = 2n ** 61n - 1n;
export const mod = (x: bigint): bigint => ((x % prime) + prime) % prime;
const mostTerms = 12;
export const highestPower = 1000n;

/** A division by what is 0 at this point: another point must be drawn. */
export class Pole extends Error {}

export function powerOf(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

export function inverse(x: bigint): bigint {
  if (x === 0n) throw new Pole();
  return powerOf(x, prime - 2n);
}

/** A number of a formula: a decimal is a fraction, exactly. */
export function constant(text: string): Residue {
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

export function joined(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
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

export function multiplied(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
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

export const minusOne: Terms = new Map([['', -parts]]);

/** Division of every coefficient by a constant. */
export function divided(a: Terms | undefined, b: Terms | undefined): { terms?: Terms } {
  const by = b?.get('');
  if (!a || b?.size !== 1 || by === undefined) return {};
  return small(new Map([...a].map(([monomial, x]) => [monomial, (x * parts) / by])));
}

export function wholeOf({ terms }: Residue): bigint | undefined {
  if (!terms) return undefined;
  if (terms.size === 0) return 0n;
  const only = terms.get('');
  return terms.size === 1 && only !== undefined && only % parts === 0 ? BigInt(only / parts) : undefined;
}

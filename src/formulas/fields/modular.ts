import { parseFormula } from '../../expressions/plain.ts';
import { scalar } from '../array.ts';
import { evaluate } from '../evaluate.ts';
import { type CellField, holds, NotApplicable } from '../field.ts';
import type { Formula } from '../tree.ts';
import {
  constant,
  divided,
  highestPower,
  inverse,
  joined,
  minusOne,
  mod,
  multiplied,
  parts,
  powerOf,
  prime,
  type Residue,
  type Terms,
  wholeOf,
} from './residue.ts';

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
    if (!x.terms) return { ...unknown('exp', x), ...(free && { log: x.value }) };
    let value = 1n;
    for (const [monomial, by] of x.terms) value = (value * raised(monomial, by)) % prime;
    return { value, ...(free && { log: x.value }) };
  };
  /** Of what is no product nothing is known but that equals have equal logarithms. */
  const logOf = (x: Residue): bigint => (x.value === 1n ? 0n : (x.log ?? mod(draw(`ln ${x.value}`))));
  const logged = (a: Residue, b: Residue, sign: bigint): { log?: bigint } => {
    const isProduct = free && a.value !== 0n && b.value !== 0n && (a.log !== undefined || b.log !== undefined);
    return isProduct ? { log: mod(logOf(a) + sign * logOf(b)) } : {};
  };
  const field: CellField<Residue> = {
    number: constant,
    add: (a, b) => ({ value: (a.value + b.value) % prime, ...joined(a.terms, b.terms) }),
    negate: (a) => ({ value: mod(-a.value), ...multiplied(a.terms, minusOne) }),
    multiply: (a, b) => ({
      value: (a.value * b.value) % prime,
      ...multiplied(a.terms, b.terms),
      ...logged(a, b, 1n),
    }),
    divide: (a, b) => ({
      value: (a.value * inverse(b.value)) % prime,
      ...divided(a.terms, b.terms),
      ...logged(a, b, -1n),
    }),
    power: (base, exponent) => {
      const n = wholeOf(exponent);
      if (n === undefined || n > highestPower || n < -highestPower) return unknown('a power', base, exponent);
      const value = powerOf(n < 0n ? inverse(base.value) : base.value, n < 0n ? -n : n);
      const log = free && base.value !== 0n ? { log: mod(n * logOf(base)) } : {};
      if (n < 0n || n > 6n) return { value, ...log };
      const terms = Array.from({ length: Number(n) }).reduce<{ terms?: Terms }>(
        (all) => multiplied(all.terms, base.terms),
        {
          terms: new Map([['', parts]]),
        },
      );
      return { value, ...terms, ...log };
    },
    call: (fn, args) => {
      const [x] = args;
      if (fn.name === 'exp' && x) return exponential(x);
      if (fn.name === 'ln' && x && free && x.value !== 0n) return { value: logOf(x) };
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

const formulas = new Map<string, Formula>();

function parsed(text: string): Formula {
  const known = formulas.get(text) ?? parseFormula(text);
  formulas.set(text, known);
  return known;
}

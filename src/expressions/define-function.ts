import { Decimal } from '../exact/decimal.ts';
import { type Interval, unknown } from '../exact/interval.ts';
import { compile } from './compile.ts';
import { decimalField, evaluate } from './evaluate.ts';
import type { Fn } from './functions/fn.ts';
import { findFunction } from './functions/index.ts';
import { hull } from './hull.ts';
import { parseFormula } from './plain.ts';
import { symbolsOf } from './tree.ts';

/** A function of a course's own, given by a formula in `x` (and `y`, `z`) over the functions there are. */
export interface OwnFunction extends Pick<Fn, 'name'>, Partial<Omit<Fn, 'name' | 'float' | 'decimal' | 'range'>> {
  /** What it is, in `x` (and `y`, `z`): `x*sigmoid(x)`. */
  readonly formula: string;
}

const letters = ['x', 'y', 'z'];
const nothing = new Decimal(Number.NaN);

/** Makes a function of a formula: its values, and their range, are those of the formula. Throws where it cannot be. */
export function defineFunction({ formula, ...declared }: OwnFunction): Fn {
  const { name } = declared;
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) throw new Error(`"${name}" cannot be the name of a function`);
  if (findFunction(name)) throw new Error(`the function "${name}" is there already`);
  const tree = parseFormula(formula);
  const stranger = symbolsOf(tree).find((symbol) => !letters.includes(symbol));
  if (stranger) throw new Error(`the function "${name}" uses "${stranger}"; its arguments are called x, y and z`);
  const most = Math.max(1, ...symbolsOf(tree).map((symbol) => letters.indexOf(symbol) + 1));
  const at = (name: string): number => letters.indexOf(name);
  const run = compile(tree, at);
  return {
    arity: [most, most],
    ...declared,
    float: (...x) => run(x),
    decimal: (...x) => evaluate(tree, decimalField, (name) => x[at(name)] ?? nothing),
    range: (grid, ...x: Interval[]) => hull(tree, (name) => x[at(name)] ?? unknown, grid) ?? unknown,
  };
}

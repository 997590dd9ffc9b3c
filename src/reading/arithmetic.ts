import { spend } from '../exact/budget.ts';
import { Decimal } from '../exact/decimal.ts';
import type { Fault } from '../exact/numeral.ts';
import { decimalField, evaluate } from '../expressions/evaluate.ts';
import { parsePlain } from '../expressions/plain.ts';
import { print } from '../expressions/print.ts';
import { call, children, type Expression, symbolsOf, withChildren } from '../expressions/tree.ts';
import { findName, type NumberContext } from './names.ts';
import { translate } from './notation.ts';

/** Arithmetic that was read and worked out. */
export interface Arithmetic {
  readonly ok: true;
  readonly tree: Expression;
  /** To 50 digits. */
  readonly value: Decimal;
  /** In the plain notation. */
  readonly read: string;
  /** Made of whole numbers only, written out. */
  readonly whole: boolean;
  /** A bracket after a number and a blank was taken for a factor. */
  readonly loose: boolean;
  readonly notes: readonly string[];
}

const largest = 1400;

/** Reads shown arithmetic (a `plain` text) and works it out; names take their values from the context. */
export function readArithmetic(text: string, context: NumberContext): Arithmetic | ({ readonly ok: false } & Fault) {
  const translated = translate(text, context);
  if (!translated.ok) return translated;
  const reading = parsePlain(translated.text, context.functions);
  if (!reading.ok) return { ok: false, reason: reading.reason, at: translated.origin(reading.at) };
  const tree = exponentials(reading.tree);
  spend(costOf(tree));
  const value = evaluate(tree, decimalField, (name) => known(name, context));
  if (value.isNaN()) return { ok: false, reason: 'this has no value', at: 0 };
  if (!value.isFinite()) return { ok: false, reason: 'this divides by 0 or is too large', at: 0 };
  if (!value.isZero() && Math.abs(value.e) > largest) return { ok: false, reason: 'this is too large or small', at: 0 };
  const { whole, loose, notes } = translated;
  return { ok: true, tree, value: value.isZero() ? new Decimal(0) : value, read: print(tree), whole, loose, notes };
}

/** Steps of a root, a power or a function at 50 digits, measured beside one of reading. */
const deep = 100;

const costOf = (tree: Expression): number =>
  children(tree).reduce((sum, child) => sum + costOf(child), tree.kind === 'power' || tree.kind === 'call' ? deep : 1);

/** The translation leaves no name without a value but `e`. */
function known(name: string, context: NumberContext): Decimal {
  return findName(name, context)?.value ?? new Decimal(Number.NaN);
}

/** `e^x` as the exponential function. */
function exponentials(tree: Expression): Expression {
  if (!symbolsOf(tree).includes('e')) return tree;
  if (tree.kind === 'power' && tree.base.kind === 'symbol' && tree.base.name === 'e') {
    return call('exp', exponentials(tree.exponent));
  }
  return withChildren(tree, children(tree).map(exponentials));
}

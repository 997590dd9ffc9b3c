import { labelIn } from '../../answers/label.ts';
import { isOwn, type NumberContext } from '../../answers/names.ts';
import { readSide } from '../../answers/side.ts';
import { sidesOf } from '../../answers/sides.ts';
import { Decimal } from '../../exact/decimal.ts';
import { isFault } from '../../exact/numeral.ts';
import { plain, unreadable } from '../../exact/written.ts';
import { decimalField, evaluate } from '../../expressions/evaluate.ts';
import { print } from '../../expressions/print.ts';
import { type Expression, symbolsOf } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Samples, samplesOf } from './samples.ts';

/** A formula as it was understood, and whether it is the line's own written another way. */
export type FormulaReading =
  | { readonly kind: 'unreadable'; readonly reason: string; readonly at: number }
  | { readonly kind: 'equal'; readonly read: string }
  /** Differs at a point: `given` lists the point's numbers. */
  | {
      readonly kind: 'different';
      readonly read: string;
      readonly tree: Expression;
      readonly given: string;
      readonly yours: string;
      readonly right: string;
    }
  | { readonly kind: 'undecided'; readonly read: string };

const enough = 8;
const tolerance = new Decimal('1e-40');

/**
 * Reads a formula in the names of a working and compares it with a line by evaluation at random points, at 50 digits.
 * Formulas analytic in their names that agree to 40 digits at eight such points are the same, but for a chance far below
 * any that matters. Several sides of an equals sign must all agree with the line.
 */
export function readFormulaAnswer(text: string, field: string, line: Line, working: Working): FormulaReading {
  const samples = samplesOf(working);
  const context = contextOf(field, line, working, samples);
  const trees = treesOf(text, context);
  if ('reason' in trees) return { kind: 'unreadable', ...trees };
  const read = trees.map(print).join(' = ');
  for (const tree of trees) {
    const found = compare(tree, line, samples);
    if (found === 'undecided') return { kind: 'undecided', read };
    if (found !== 'equal') return { kind: 'different', read, tree, ...found };
  }
  return { kind: 'equal', read };
}

function contextOf(field: string, line: Line, working: Working, samples: Samples): NumberContext {
  const fields = [field, line.name, ...working.lines.map(({ name }) => name)];
  return { field, fields, valueOf: (name) => (name === field ? undefined : samples[0]?.get(name)) };
}

function treesOf(text: string, context: NumberContext): Expression[] | { reason: string; at: number } {
  const fault = unreadable(text);
  if (fault) return fault;
  const flat = plain(text);
  const sides = sidesOf(flat);
  if (isFault(sides)) return sides;
  const trees: Expression[] = [];
  for (const [i, { from, to, approximate, arrow }] of sides.entries()) {
    if (arrow) return { reason: 'an arrow does not say what the formula is; write an equals sign', at: from };
    const label = i === 0 && sides.length > 1 ? labelIn(flat.slice(from, to)) : undefined;
    if (label && (isOwn(label.name, context) || context.fields.includes(label.name))) continue;
    const readings = readSide(flat.slice(from, to), text.slice(from, to), approximate, context);
    if (isFault(readings)) return { reason: readings.reason, at: readings.at + from };
    trees.push(...readings.slice(0, 1).map(({ tree }) => tree));
  }
  // A formula is often followed by its value, which is another field's answer.
  const formulas = trees.filter((tree) => symbolsOf(tree).length > 0);
  if (formulas.length > 0) return formulas;
  return trees.length > 0 ? trees : { reason: 'there is no formula', at: 0 };
}

/** Equal wherever both are defined, or the first point where they differ. */
export function compare(
  tree: Expression,
  line: Line,
  samples: Samples,
): 'equal' | 'undecided' | { given: string; yours: string; right: string } {
  let defined = 0;
  for (const sample of samples) {
    const value = (of: Expression): Decimal => evaluate(of, decimalField, (name) => sample.get(name) ?? nothing);
    const [yours, right] = [value(tree), value(line.formula)];
    if (!yours.isFinite() || !right.isFinite()) continue;
    defined++;
    if (
      yours
        .minus(right)
        .abs()
        .gt(tolerance.times(Decimal.max(1, right.abs())))
    )
      return { given: pointText(line, sample), yours: short(yours), right: short(right) };
  }
  return defined >= enough ? 'equal' : 'undecided';
}

const nothing = new Decimal(Number.NaN);
const short = (value: Decimal): string => value.toSignificantDigits(4).toString();
const pointText = ({ inputs }: Line, sample: ReadonlyMap<string, Decimal>): string =>
  inputs.map((name) => `\`${name}\` = ${short(sample.get(name) ?? nothing)}`).join(', ');

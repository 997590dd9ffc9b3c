import { askedOf } from '../derived/asked-formula.ts';
import { cellName } from '../exact/cell-name.ts';
import type { Decimal } from '../exact/decimal.ts';
import type { Cells } from '../formulas/array.ts';
import { evaluate } from '../formulas/evaluate.ts';
import { decimals } from '../formulas/fields/decimal.ts';
import { runsOf, sizesOf } from '../formulas/names.ts';
import { drawnPoint } from '../formulas/points.ts';
import type { Given } from '../working/given.ts';
import type { Working } from '../working/working.ts';

/** The right formulas of a question worked out at one point: what a second method must give there too. */
export interface FormulaValues {
  /** A number for every symbol, as rows of text; a scalar is one text. */
  readonly givens: Readonly<Record<string, Given>>;
  /** By field and cell: `dL_dW[1,2]`, and `loss` for a scalar. */
  readonly values: ReadonlyMap<string, Decimal>;
}

/** The fields that ask for a formula in the symbols of the question. */
export const formulaFields = ({ fields = [] }: Working) =>
  fields.flatMap((field) =>
    (field.kind === 'formula' || field.kind === 'derivation') && field.right !== undefined && field.of === undefined
      ? [field]
      : [],
  );

/** The values at the point of a seed; undefined where nothing is asked for in symbols. */
export function formulaValues(working: Working, seed: number): FormulaValues | undefined {
  const { symbols } = working;
  if (!symbols) return undefined;
  const point = drawnPoint(symbols, seed, [], decimals);
  const lookup = (name: string): Cells<Decimal> => point.values.get(name) as Cells<Decimal>;
  const sizes = sizesOf(symbols);
  const { fixed } = point;
  const setting = { field: decimals, lookup, wide: true, sizes, fixed, runs: runsOf(symbols) };
  const values = new Map<string, Decimal>();
  for (const field of formulaFields(working)) {
    const { rows, columns, cells } = evaluate(askedOf(field, working).right[0], setting);
    cells.forEach((value, i) => {
      values.set(cellName(field.name, rows, columns, Math.floor(i / columns), i % columns), value);
    });
  }
  const givens = Object.fromEntries([...point.values].map(([name, one]) => [name, givenOf(one)]));
  return { givens, values };
}

function givenOf({ rows, columns, cells }: Cells<Decimal>): Given {
  const texts = cells.map((x) => x.toFixed());
  if (rows * columns === 1) return texts.join('');
  return Array.from({ length: rows }, (_, i) => texts.slice(i * columns, (i + 1) * columns));
}

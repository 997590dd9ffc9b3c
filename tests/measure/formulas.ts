import { type Cells, made, ShapeFault } from '../../src/formulas/array.ts';
import { eachCell } from '../../src/formulas/each.ts';
import { evaluate } from '../../src/formulas/evaluate.ts';
import { floats } from '../../src/formulas/fields/float.ts';
import { readMath } from '../../src/formulas/math/read.ts';
import { type Names, sizeOf, sizesOf } from '../../src/formulas/names.ts';
import { generator } from '../../src/formulas/points.ts';
import { UnclearIndex } from '../../src/formulas/runs.ts';
import { type Form, unseen } from './forms.ts';
import { table } from './table.ts';

/** How a form is read: `right` also where it is refused as it must be. */
export type How = 'right' | 'wrong' | 'refused';

export const namesOf = ({ names, indices }: Form): Names => ({
  names: Object.entries(names).map(([name, shape]) => {
    const [rows = '1', columns = '1'] = shape.split('×');
    return { name, shape: [rows, columns] as const };
  }),
  ...(indices && { indices }),
  words: { log: 'ln' },
});

/** Numbers between 0.1 and 0.9 for every name, so that logarithms and roots have a value. */
function pointAt(names: Names, seed: number): Map<string, Cells<number>> {
  const random = generator(seed);
  const sizes = sizesOf(names);
  const drawn = (): number => 0.1 + (0.8 * (random() % 1000)) / 1000;
  return new Map(
    names.names.map(({ name, shape: [rows, columns] }) => [
      name,
      made(sizeOf(rows, sizes), sizeOf(columns, sizes), drawn),
    ]),
  );
}

const inRows = ({ rows, columns, cells }: Cells<number>): number[][] =>
  Array.from({ length: rows }, (_, i) => cells.slice(i * columns, (i + 1) * columns));

const points = 3;

export function howRead(form: Form): How {
  const names = namesOf(form);
  const reading = readMath(form.text, names);
  const tree = reading.ok ? reading.sides.at(-1)?.tree : undefined;
  if (!tree) return form.value ? 'refused' : 'right';
  const sizes = sizesOf(names);
  for (let seed = 1; seed <= points; seed++) {
    const point = pointAt(names, seed);
    const target = form.value?.(Object.fromEntries([...point].map(([name, one]) => [name, inRows(one)])));
    const lookup = (name: string): Cells<number> => point.get(name) as Cells<number>;
    const shape = { rows: target?.length ?? 2, columns: target?.[0]?.length ?? 2 };
    try {
      const each = eachCell(tree, shape, names);
      const found = evaluate(each.tree, {
        field: floats,
        lookup,
        sizes,
        runs: each.runs,
      });
      if (!target || !isSame(inRows(found), target)) return 'wrong';
    } catch (error) {
      if (error instanceof ShapeFault || error instanceof UnclearIndex) return form.value ? 'refused' : 'right';
      throw error;
    }
  }
  return 'right';
}

const isSame = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean =>
  a.length === b.length &&
  a.every((row, i) => row.length === b[i]?.length && row.every((x, j) => Math.abs(x - (b[i]?.[j] ?? 0)) < 1e-9));

/** How the forms are read that were written before the reader was looked at. */
export function formsTable(): string {
  const read = unseen.map((form) => ({ form, how: howRead(form) }));
  const of = (how: How) => read.filter((one) => one.how === how);
  const named = (how: How): string =>
    of(how)
      .map(({ form }) => `\`${form.id}\``)
      .join(', ') || 'none';
  return table(
    ['forms', 'how many', 'which'],
    [
      ['read right, or rightly refused', of('right').length, `of ${unseen.length}`],
      ['silently wrong', of('wrong').length, named('wrong')],
      ['refused', of('refused').length, named('refused')],
    ],
  );
}

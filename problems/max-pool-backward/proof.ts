import { centralDifference, differenceError } from '../../src/exact/central-difference.ts';
import type { Decimal } from '../../src/exact/decimal.ts';
import { texts, wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

const windows = [
  ['11', '12', '21', '22'],
  ['13', '14', '23', '24'],
] as const;

const largest = (values: readonly Decimal[]): Decimal =>
  values.reduce((most, value) => (value.gt(most) ? value : most));

function sorted(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const outputs = windows.map((cells) => largest(cells.map((cell) => at(`x${cell}`))));
  const [y1 = wide('0'), y2 = wide('0')] = outputs;
  const back = windows.flatMap((cells, w) =>
    cells.map((cell): [string, Decimal] => {
      const winner = outputs[w]?.eq(at(`x${cell}`));
      return [`d${cell}`, winner ? at(`g${w + 1}`) : wide('0')];
    }),
  );
  return texts({ y1, y2, L: y1.times(at('g1')).plus(y2.times(at('g2'))), ...Object.fromEntries(back) });
}

function differences(givens: Record<string, unknown>): Record<string, string> {
  const at = (name: string): Decimal => wide(String(givens[name]));
  const loss = (cell: string, value: Decimal): Decimal =>
    windows.reduce((total, cells, w) => {
      const output = largest(cells.map((other) => (other === cell ? value : at(`x${other}`))));
      return total.plus(output.times(at(`g${w + 1}`)));
    }, wide('0'));
  const back = windows.flat().map((cell): [string, Decimal] => {
    return [`d${cell}`, centralDifference((value) => loss(cell, value), at(`x${cell}`))];
  });
  return texts(Object.fromEntries(back));
}

export default [
  { method: 'the winner of each window', values: sorted },
  { method: 'central differences at 60 digits', error: differenceError, values: differences },
] satisfies readonly Proof[];

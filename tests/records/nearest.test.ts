import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/records/nearest.ts';

const fields = ['z1', 'a1', 'z2', 'a2', 'yhat', 'dL_dyhat', 'dyhat_dz3', 'dL_dw3'];

const cases: [written: string, meant: string | undefined][] = [
  ['dL/dw3', 'dL_dw3'],
  ['DL_DW3', 'dL_dw3'],
  ['∂L/∂w_3', 'dL_dw3'],
  ['dl_dwy3', 'dL_dw3'],
  ['y_hat', 'yhat'],
  ['yaht', 'yhat'],
  ['a 1', 'a1'],
  ['b1', undefined],
  ['x', undefined],
  ['', undefined],
  ['accuracy', undefined],
  ['z'.repeat(1_000_000), undefined],
];
test.each(cases)('%s', (written, meant) => {
  expect(nearest(written, fields)).toBe(meant);
});

test('lists the names where none is near', () => {
  expect(didYouMean('accuracy', ['z1', 'a1'])).toBe('there are z1, a1');
  expect(didYouMean('accuracy', [])).toBe('there are none');
});

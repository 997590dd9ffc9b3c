import { expect, it } from 'vitest';
import { readWritten } from '../../src/exact/written.ts';
import { contradictions } from '../../src/reported/check.ts';
import { nothingReported, type Row } from '../../src/reported/reported.ts';
import { figureOf } from '../../src/reported/window.ts';

const figure = (text: string) => {
  const reading = readWritten(text);
  if (!reading.ok) throw new Error(reading.reason);
  return figureOf(reading.written);
};
const row = (text: string, i: number): Row => ({ label: `Line ${i + 1}`, figures: new Map([['test', figure(text)]]) });
const said = (accuracy: string): string[] => {
  const lines = ['0.944', '0.960', '0.966', '0.968', '0.970'];
  const reported = {
    ...nothingReported,
    figures: new Map([
      ['accuracy', figure(accuracy)],
      ['log_test_last', figure('0.970')],
    ]),
    rows: new Map([['log', lines.map(row)]]),
  };
  const check = { of: 'accuracy', holds: 'accuracy = log_test_last', says: 'The log ends otherwise.' };
  return contradictions([check], reported, () => undefined).map(({ says }) => says);
};

it.each([
  ['0.970', []],
  ['0.968', ['The log ends otherwise. It equals the fourth of the 5 that your log has.']],
  ['0.951', ['The log ends otherwise.']],
])('an accuracy of %s beside a log that ends with 0.970', (accuracy, says) => {
  expect(said(accuracy)).toEqual(says);
});

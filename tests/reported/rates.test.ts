import { expect, it } from 'vitest';
import { marked } from '../support/marked.ts';

/** 40, 35 and 44 right of 50 each, as a library prints it. */
const report = (change: readonly [string, string] = ['', '']) =>
  `              precision    recall  f1-score   support

           1     0.7692    0.8000    0.7843        50
           2     0.7609    0.7000    0.7292        50
           3     0.8462    0.8800    0.8627        50

    accuracy                         0.7933       150
   macro avg     0.7921    0.7933    0.7921       150
weighted avg     0.7921    0.7933    0.7921       150`.replace(...change);

const table = (rows: string) => `class | precision | recall\n${rows}`;
const alike = ['50', '50', '50'];

it.each([
  ['as printed', report(), alike, 'consistent', '119 of 150'],
  ['an F1 of other rates', report(['0.7292', '0.7392']), alike, 'inconsistent', 'F1'],
  [
    'another accuracy',
    report(['0.7933       150\n   macro', '0.8033       150\n   macro']),
    alike,
    'inconsistent',
    'accuracy',
  ],
  [
    'another mean',
    report(['0.7921    0.7933    0.7921       150\nweighted', '0.7921    0.7833    0.7921       150\nweighted']),
    alike,
    'inconsistent',
    'macro avg',
  ],
  ['another number of examples', report(['0.7843        50', '0.7843        51']), alike, 'inconsistent', '51'],
  [
    'in per cent',
    table('1 | 76.92% | 80.00%\n2 | 76.09% | 70.00%\n3 | 84.62% | 88.00%'),
    alike,
    'consistent',
    '119 of 150',
  ],
  [
    'columns exchanged',
    table('1 | 0.8000 | 0.7692\n2 | 0.7000 | 0.7609\n3 | 0.8800 | 0.8462'),
    alike,
    'inconsistent',
    'exchanged',
  ],
  [
    'classes shifted',
    table('1 | 0.7115 | 0.6981\n2 | 0.7500 | 0.8780\n3 | 0.9091 | 0.8197'),
    ['61', '53', '41'],
    'inconsistent',
    'shifted',
  ],
  [
    'recall first',
    'class | recall | precision\n1 | 0.8000 | 0.7692\n2 | 0.7000 | 0.7609\n3 | 0.8800 | 0.8462',
    alike,
    'consistent',
    '119 of 150',
  ],
  [
    'classes across',
    'Class | 1 | 2 | 3\nPrecision | 0.7692 | 0.7609 | 0.8462\nRecall | 0.8000 | 0.7000 | 0.8800',
    alike,
    'consistent',
    '119 of 150',
  ],
])('%s', (_, text, support, verdict, says) => {
  const mark = marked('precision-recall', { table: text }, { support }).table;
  expect(mark).toMatchObject({ verdict, says: expect.stringContaining(says) });
});

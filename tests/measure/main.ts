import { mutantsOf } from '../../src/slips/mutants.ts';
import { countsTable } from './counts.ts';
import { equalityTable, speedTable } from './equality.ts';
import { falsehoods } from './falsehoods.ts';
import { familiesTable, heldBackTable } from './families.ts';
import { formsTable } from './formulas.ts';
import { listed } from './listed.ts';
import { power } from './power.ts';
import { fittedShares } from './shares.ts';
import { students } from './students.ts';
import { subjects } from './subjects.ts';
import { table } from './table.ts';

/** Measures how well the marker explains wrong numbers, and prints what it found as Markdown. */
const sections: readonly [title: string, run: () => string][] = [
  [
    'Mutants',
    () =>
      table(
        ['working', 'mutants'],
        subjects.map((s) => [s.name, mutantsOf(s.working).length]),
      ),
  ],
  ['False explanations of random wrong numbers', () => falsehoods(subjects, 2000, 7)],
  ['Power on single slips', () => power(subjects, 1000, 11)],
  ['Other families', () => familiesTable()],
  ['Families held back', () => heldBackTable()],
  ['Listed wrong answers', () => listed()],
  ['Listed wrong counts', () => countsTable()],
  ['Formulas: notations', () => formsTable()],
  ['Formulas: equality', () => equalityTable(1000, 5)],
  ['Formulas: speed', () => speedTable(1500, 3)],
  ['Shares of the ways of rounding', () => fittedShares(subjects, 600, 17)],
  ['Simulated students', () => students(subjects, 600, 13)],
];

/** `npm run measure -- formulas`: only the sections whose titles have this word. */
const [, , only = ''] = process.argv;

for (const [title, run] of sections.filter(([name]) => name.toLowerCase().includes(only.toLowerCase()))) {
  const from = performance.now();
  console.log(`## ${title}\n\n${run()}\n`);
  console.error(`${title}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

import { defineProblem } from '../../src/working/problem.ts';

/** Precision and recall of every class, as the student's run gave them. The support is that of the MNIST test set, digits 1 to 9 and then 0. */
export default defineProblem({
  id: 'precision-recall',
  title: 'Precision and recall of your own network',
  rounding: { places: 4, when: 'end' },
  givens: { support: ['1135', '1032', '1010', '982', '892', '958', '1028', '974', '1009', '980'] },
  working: {},
  fields: [{ kind: 'rates', name: 'table', support: 'support' }],
  aliases: { table: ['precision and recall', 'Precision'] },
  asks: { table: { points: 5 } },
});

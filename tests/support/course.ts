import { folderWith } from './folder.ts';

export const config = JSON.stringify({ problems: ['problems'], assignments: ['assignments'] });

/** A problem of a course: one line, with what a test wants in it. */
export const problemText = (
  id: string,
  { z = 'w*x', more = '' } = {},
): string => `import { defineProblem } from 'gradcheck';

interface Numbers {
  readonly w: string;
}
const own: Numbers = { w: '-1.3' };

export default defineProblem({
  id: '${id}',
  title: 'One neuron',
  rounding: { places: 4, when: 'every-step' },
  givens: { x: '0.7', w: own.w },
  working: {
    z: '${z}',
    yhat: 'sigmoid(z)',
  },
  asks: { yhat: { points: 2, steps: { z: 1 } } },
  names: { z: 'the input of the neuron', yhat: 'the prediction' },
  ${more}
});
`;

export const proofText = `import { defineProof, leaf, logistic, texts, times } from 'gradcheck';

export default defineProof({
  method: 'forward pass on traced numbers',
  values: (givens) => {
    const z = times(leaf(String(givens.w)), leaf(String(givens.x)));
    return texts({ z: z.value, yhat: logistic(z).value });
  },
});
`;

export const statement = 'A neuron with x = {{x}} and w = {{w}}. {{rounding}} Hand in `yhat`.\n';

export const cases = JSON.stringify([
  { id: 'right', answers: { z: '-0.91', yhat: '0.2870' }, expect: { z: 'correct', yhat: 'correct' } },
  { id: 'sign', answers: { z: '-0.91', yhat: '0.7130' }, expect: { yhat: 'slip' }, slips: { yhat: 'sign' } },
]);

/** The four files of a problem, with others in the place of some. */
export const filesOf = (id: string, files: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      'problem.ts': problemText(id),
      'proof.ts': proofText,
      'statement.md': statement,
      'cases.json': cases,
      ...files,
    }).map(([name, text]) => [`problems/${id}/${name}`, text]),
  );

const week = { id: 'week-1', title: 'Week 1', problems: [{ problem: 'one-neuron' }, { problem: 'sigmoid-chain' }] };
const paper = {
  assignment: 'week-1',
  student: 's-001',
  answers: {
    'one-neuron': { z: '-0.91', yhat: '0.7130' },
    'sigmoid-chain': { df_dw2: '0.125', w2_new: '0.5625' },
  },
};

/** A course with a problem of its own, an assignment, and a paper. */
export const course = (files: Readonly<Record<string, string>> = {}): string =>
  folderWith({
    'gradcheck.config.json': config,
    ...filesOf('one-neuron'),
    'assignments/week-1.json': JSON.stringify(week),
    'handed-in/s-001.json': JSON.stringify(paper),
    ...files,
  });

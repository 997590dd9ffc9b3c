/** The files of a new problem: a worked one of a single line, with TODO where the author's own belongs. */
export const skeleton = (id: string, library: string | undefined): Record<string, string> => ({
  'problem.ts': problem(id, library ?? '../../src/working/problem.ts'),
  'statement.md': statement,
  'proof.ts': proof(library),
  'cases.json': cases,
});

const problem = (id: string, library: string): string => `import { defineProblem } from '${library}';

/** TODO: what is worked here, in one sentence. */
export default defineProblem({
  id: '${id}',
  title: 'TODO',
  rounding: { places: 4, when: 'every-step' },
  givens: { x: '0.7', w: '-1.3' },
  domains: {
    x: { from: '-2', to: '2', step: '0.1' },
    w: { from: '-2', to: '2', step: '0.01' },
  },
  working: {
    z: 'w*x',
    yhat: 'sigmoid(z)',
  },
  asks: { yhat: { points: 2, steps: { z: 1 } } },
  names: { z: 'the input of the neuron', yhat: 'the prediction' },
});
`;

const statement = `# TODO

TODO: the question, with every given: x = {{x}}, w = {{w}}.

{{rounding}} Hand in the answer as \`yhat\`.
`;

const proof = (library: string | undefined): string => `${proofImports(library)}

/** TODO: a second way to the same values that shares nothing with the working. */
export default defineProof({
  method: 'forward pass on traced numbers',
  values: (givens) => {
    const z = times(leaf(String(givens.w)), leaf(String(givens.x)));
    return texts({ z: z.value, yhat: logistic(z).value });
  },
});
`;

const proofImports = (library: string | undefined): string =>
  library === undefined
    ? `import { defineProof } from '../../src/working/proof.ts';
import { leaf, logistic, texts, times } from '../../src/exact/reverse-mode.ts';`
    : `import { defineProof, leaf, logistic, texts, times } from '${library}';`;

const cases = `[
  { "id": "right", "answers": { "z": "-0.91", "yhat": "0.2870" }, "expect": { "z": "correct", "yhat": "correct" } },
  { "id": "sign-lost", "answers": { "z": "-0.91", "yhat": "0.7130" }, "expect": { "yhat": "slip" }, "slips": { "yhat": "sign" } }
]
`;

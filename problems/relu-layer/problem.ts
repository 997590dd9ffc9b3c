import { defineProblem } from '../../src/working/problem.ts';

const atZero = 'Right; the derivative at 0 was taken to be 1, which is as good as the usual 0.';

/** A layer of ReLUs, forward and backward. */
export default defineProblem({
  id: 'relu-layer',
  title: 'A layer of ReLUs, forward and backward',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      x: { shape: 'n×N', written: ['X'] },
      dL_dy: { shape: 'n×N', written: ['dldy', 'dLdy', '\\frac{\\partial L}{\\partial y}', 'g', 'G'] },
    },
    indices: { i: 'n', j: 'N' },
  },
  fields: [
    { kind: 'formula', name: 'forward', right: 'relu(x)', written: ['y', 'Y'], words: 'the output' },
    {
      kind: 'formula',
      name: 'backward',
      right: ['dL_dy \\odot (x > 0)', 'dL_dy \\odot step(x)'],
      also: [{ formula: 'dL_dy \\odot (x >= 0)', says: atZero }],
      written: ['dL/dx', 'dldx', '\\frac{\\partial L}{\\partial x}'],
      words: 'the gradient by the input',
    },
  ],
  asks: { forward: { points: 3 }, backward: { points: 7 } },
});

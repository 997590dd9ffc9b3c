import { type Names, scalars } from '../../src/formulas/names.ts';

/** Names as a question about layers declares them. */
export const names: Names = {
  names: [
    ...scalars('x', 'y', 'z', 'yhat', 'w1', 'x1', 'eta', 'f', 'b'),
    { name: 'W', shape: ['n', 'm'] },
    { name: 'g', shape: ['n', '1'], written: ['\\frac{\\partial L}{\\partial y}', 'dL/dy'] },
    { name: 'v', shape: ['m', '1'], written: ['\\mathbf{v}'] },
    { name: 'p', shape: ['n', '1'] },
    { name: 'ones', shape: ['n', '1'], written: ['\\mathbf{1}'], is: { kind: 'number', text: '1' } },
  ],
  indices: { i: 'n', j: 'm', c: 'n' },
};

import { defineProblem } from '../../src/working/problem.ts';
import { halfLossSaid } from '../half-loss.ts';

/** Two sigmoids in a row, a derivative, and one step of gradient descent on the squared loss. */
export default defineProblem({
  id: 'sigmoid-chain',
  title: 'Two sigmoids and one gradient step',
  rounding: { places: 4, when: 'end' },
  givens: { x1: '1', x2: '0', w1: '0', w2: '0', y: '5', eta: '0.5' },
  domains: {
    x1: { from: '-2', to: '2', step: '0.1' },
    x2: { from: '-2', to: '2', step: '0.1' },
    w1: { from: '-2', to: '2', step: '0.01' },
    w2: { from: '-2', to: '2', step: '0.01' },
    y: { from: '2', to: '9', step: '1' },
    eta: { from: '0.05', to: '0.5', step: '0.05' },
  },
  working: {
    h: 'sigmoid(x1*w1)',
    f: 'sigmoid(h*w2 + x2)',
    df_dw2: 'f*(1 - f)*h',
    dL_df: '-2*(y - f)',
    w2_new: 'w2 - eta*dL_df*df_dw2',
  },
  asks: {
    df_dw2: { points: 6, steps: { h: 1, f: 1 } },
    w2_new: { points: 4, steps: { dL_df: 1 } },
  },
  fields: [{ kind: 'formula', name: 'df_dw2_formula', of: 'df_dw2' }],
  conventions: [
    {
      id: 'half-loss',
      price: 9,
      says: 'the loss with a factor 1/2',
      said: halfLossSaid,
      over: { dL_df: '-(y - f)' },
    },
  ],
  names: {
    h: 'the output of the inner sigmoid',
    f: 'the output of the network',
    df_dw2: 'the derivative of the output',
    y: 'the label',
    eta: 'the learning rate',
    dL_df: 'the derivative of the loss',
    w2_new: 'the weight after the step',
  },
  aliases: { f: ['\\hat{y}'], w2_new: ["w_2'", 'w_2^{new}', 'updated w_2'] },
});

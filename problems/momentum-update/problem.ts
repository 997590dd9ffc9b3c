import { defineProblem } from '../../src/working/problem.ts';

/** One step of gradient descent with momentum and weight decay. */
export default defineProblem({
  id: 'momentum-update',
  title: 'One step with momentum and weight decay',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      w: { shape: 'n×m', moment: 'changes', written: ['W', 'net.layers{i}.params.(s)'] },
      m: { shape: 'n×m', moment: 'changes', written: ['v', 'momentum', 'momentum{i}.(s)'] },
      g: {
        shape: 'n×m',
        moment: 'stays',
        written: ['dL/dw', '\\frac{\\partial L}{\\partial w}', 'grads', 'grads{i}.(s)'],
      },
      rho: { shape: '1×1', written: ['mu', 'beta', 'opts.momentum'] },
      eta: { shape: '1×1', written: ['alpha', 'lr', 'learning_rate', 'opts.learning_rate'] },
      lambda: { shape: '1×1', written: ['weight_decay', 'opts.weight_decay'] },
    },
  },
  fields: [
    {
      kind: 'formula',
      name: 'm_new',
      right: 'rho*m + (1 - rho)*g',
      written: ['momentum', 'm', 'm_{t+1}'],
      words: 'the new momentum',
    },
    {
      kind: 'formula',
      name: 'w_new',
      right: ['w - eta*(rho*m + (1 - rho)*g + lambda*w)', '(1 - eta*lambda)*w - eta*(rho*m + (1 - rho)*g)'],
      written: ['w', 'w_{t+1}'],
      words: 'the new weights',
    },
  ],
  asks: { m_new: { points: 4 }, w_new: { points: 6 } },
});

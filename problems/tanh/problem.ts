import { defineProblem } from '../../src/working/problem.ts';

/** The hyperbolic tangent, its derivative by the logistic function. */
export default defineProblem({
  id: 'tanh',
  title: 'The hyperbolic tangent',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: { symbols: { x: '1×1' } },
  fields: [
    {
      kind: 'formula',
      name: 'derivative',
      right: [
        '4*(sigmoid(2x) - sigmoid(2x)^2)',
        '4*exp(-2x)/(1 + exp(-2x))^2',
        '4*exp(2x)/(exp(2x) + 1)^2',
        '1 - tanh(x)^2',
        '4/(exp(x) + exp(-x))^2',
      ],
      written: ["\\tanh'(x)", '\\frac{d}{dx}\\tanh(x)', "f'(x)", '\\frac{d\\tanh}{dx}'],
      words: 'the derivative',
    },
    {
      kind: 'derivation',
      name: 'derivation',
      right: '4*(sigmoid(2x) - sigmoid(2x)^2)',
      written: ["\\tanh'(x)", '\\frac{d}{dx}\\tanh(x)', "f'(x)", '\\frac{d\\tanh}{dx}'],
      words: 'the derivation of it',
    },
    {
      kind: 'interval',
      name: 'range',
      low: '-1',
      high: '1',
      because: 'It nears -1 and 1 far out, and never reaches them.',
    },
    {
      kind: 'interval',
      name: 'logisticRange',
      low: '0',
      high: '1',
      because: 'It nears 0 and 1 far out, and never reaches them.',
    },
  ],
  aliases: {
    range: ['output range', 'range of tanh', "tanh's range", 'range of this function'],
    logisticRange: ['range of the logistic function', "logistic function's range", 'range of the sigmoid'],
  },
  asks: { range: { points: 1 }, logisticRange: { points: 1 }, derivative: { points: 5 }, derivation: { points: 3 } },
});

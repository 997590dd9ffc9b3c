import { defineProblem } from '../../src/working/problem.ts';

/** One convolutional layer: what it learns and what comes out. */
export default defineProblem({
  id: 'conv-layer',
  title: 'One convolutional layer',
  rounding: { exact: true },
  counts: true,
  givens: { size: '32', channels: '3', kernel: '5', filters: '8', padding: '0', stride: '1' },
  domains: {
    size: { from: '24', to: '64', step: '1' },
    channels: { oneOf: ['1', '3', '4', '6'] },
    kernel: { oneOf: ['3', '5', '7'] },
    filters: { from: '8', to: '20', step: '1' },
    padding: { oneOf: ['0', '1', '2'] },
    stride: { oneOf: ['1', '2'] },
  },
  working: {
    parameters: 'filters*kernel*kernel*channels + filters',
    outputSize: 'floor((size + 2*padding - kernel)/stride) + 1',
    outputDepth: 'filters',
  },
  terms: { parameters: ['weights', 'biases'] },
  skips: { outputSize: 'size' },
  fields: [{ kind: 'shape', name: 'outputShape', sides: ['outputSize'], channels: 'outputDepth' }],
  asks: { parameters: { points: 3 }, outputShape: { points: 3, steps: { outputSize: 1 } } },
  groups: [
    ['filters', 'channels'],
    ['kernel', 'stride', 'padding'],
    ['size', 'outputSize'],
  ],
  names: {
    size: 'the size of the input',
    channels: 'the number of input channels',
    kernel: 'the kernel size',
    filters: 'the number of filters',
    padding: 'the padding',
    stride: 'the stride',
    parameters: 'the parameters of the layer',
    outputSize: 'the output size',
    outputDepth: 'the output depth',
  },
  aliases: {
    parameters: ['number of parameters'],
    outputShape: ['output shape', 'shape of the output', 'output tensor'],
  },
  alternatives: [
    { given: 'stride', value: '2', says: 'The stride was taken to be 2.' },
    { given: 'padding', value: '2', says: 'The input was taken to be padded so that its size is kept.' },
  ],
});

import { defineProblem } from '../../src/working/problem.ts';

/**
 * The floating-point operations of a convolution and a max pooling. A multiplication and an addition are one operation
 * each; a maximum of n numbers is n - 1; a bias is one more addition for every output.
 */
export default defineProblem({
  id: 'conv-flops',
  title: 'The operations of a convolution and a pooling',
  rounding: { exact: true },
  counts: true,
  givens: {
    size: '12',
    channels: '50',
    kernel: '4',
    filters: '20',
    padding: '1',
    stride: '2',
    window: '3',
    poolStride: '1',
  },
  domains: {
    size: { from: '10', to: '18', step: '1' },
    channels: { from: '10', to: '24', step: '1' },
    kernel: { oneOf: ['3', '4', '5'] },
    filters: { from: '12', to: '30', step: '1' },
    padding: { oneOf: ['1', '2'] },
    stride: { oneOf: ['1', '2'] },
    window: { oneOf: ['2', '3'] },
    poolStride: { oneOf: ['1', '2'] },
  },
  working: {
    convSize: 'floor((size + 2*padding - kernel)/stride) + 1',
    multiplications: 'kernel*kernel*channels',
    additions: 'kernel*kernel*channels - 1',
    conv: '(multiplications + additions)*convSize*convSize*filters',
    poolSize: 'floor((convSize - window)/poolStride) + 1',
    pool: '(window*window - 1)*poolSize*poolSize*filters',
    withoutBias: 'conv + pool',
    biasExtra: 'convSize*convSize*filters',
    withBias: 'withoutBias + biasExtra',
  },
  asks: {
    withoutBias: { points: 8, steps: { convSize: 1, multiplications: 1, additions: 1, conv: 1, poolSize: 1, pool: 1 } },
    withBias: { points: 7, steps: { biasExtra: 2 } },
  },
  skips: { convSize: 'size', poolSize: 'convSize' },
  groups: [
    ['kernel', 'window'],
    ['stride', 'poolStride'],
    ['filters', 'channels'],
    ['kernel', 'stride', 'padding'],
    ['window', 'poolStride'],
    ['size', 'convSize', 'poolSize'],
    ['multiplications', 'additions'],
    ['stride', 'window'],
  ],
  names: {
    size: 'the size of the input',
    channels: 'the number of input channels',
    kernel: 'the kernel size',
    filters: 'the number of filters',
    padding: 'the padding',
    stride: 'the stride of the convolution',
    window: 'the pooling window',
    poolStride: 'the stride of the pooling',
    convSize: 'the output size of the convolution',
    multiplications: 'the multiplications for one output',
    additions: 'the additions for one output',
    conv: 'the operations of the convolution',
    poolSize: 'the output size of the pooling',
    pool: 'the operations of the pooling',
    biasExtra: 'the additions of the biases',
    withoutBias: 'the operations without the biases',
    withBias: 'the operations with the biases',
  },
  conventions: [
    {
      id: 'multiply-add-as-one',
      says: 'a multiplication and the addition that follows it counted as one operation',
      over: { conv: 'multiplications*convSize*convSize*filters' },
    },
  ],
  misconceptions: [
    {
      id: 'pool-without-overlap',
      says: 'The stride of the pooling was taken to be its window.',
      over: { poolSize: 'floor((convSize - window)/window) + 1' },
    },
    {
      id: 'bias-per-filter',
      says: 'The bias was counted once for each filter; it is added at every output.',
      over: { biasExtra: 'filters' },
    },
    {
      id: 'pool-of-one-map',
      says: 'The pooling was counted on one map only.',
      over: { pool: '(window*window - 1)*poolSize*poolSize' },
    },
    {
      id: 'bias-in-both',
      says: 'The pooling was given a bias as well.',
      over: { biasExtra: 'convSize*convSize*filters + poolSize*poolSize*filters' },
    },
  ],
});

import { defineProblem } from '../../src/working/problem.ts';

/** Weights and multiply-adds of a depthwise separable convolution beside those of a plain one. */
export default defineProblem({
  id: 'depthwise-separable',
  title: 'A depthwise separable convolution',
  rounding: { exact: true },
  counts: true,
  givens: {
    size: '56',
    kernel: '3',
    channels: '96',
    filters: '144',
  },
  domains: {
    size: { from: '20', to: '90', step: '1' },
    kernel: { oneOf: ['3', '5', '7'] },
    channels: { from: '40', to: '99', step: '1' },
    filters: { from: '100', to: '250', step: '1' },
  },
  working: {
    plain: 'kernel*kernel*channels*filters',
    depthwise: 'kernel*kernel*channels',
    pointwise: 'channels*filters',
    separable: 'depthwise + pointwise',
    plainAdds: 'size*size*plain',
    separableAdds: 'size*size*separable',
    saved: 'plainAdds - separableAdds',
  },
  asks: {
    saved: {
      points: 12,
      steps: { plain: 2, depthwise: 2, pointwise: 2, separable: 1, plainAdds: 2, separableAdds: 2 },
    },
  },
  groups: [
    ['channels', 'filters'],
    ['size', 'kernel'],
  ],
  names: {
    size: 'the size of the output map',
    kernel: 'the kernel size',
    channels: 'the number of input channels',
    filters: 'the number of filters',
    plain: 'the weights of the plain convolution',
    depthwise: 'the weights of the depthwise part',
    pointwise: 'the weights of the pointwise part',
    separable: 'the weights of the separable convolution',
    plainAdds: 'the multiply-adds of the plain convolution',
    separableAdds: 'the multiply-adds of the separable convolution',
    saved: 'the multiply-adds saved',
  },
  aliases: {
    plain: ['plain convolution'],
    depthwise: ['depthwise convolution'],
    pointwise: ['pointwise convolution', '1x1 convolution', '1x1'],
    separable: ['separable convolution'],
    plainAdds: ['operations of the plain convolution'],
    separableAdds: ['operations of the separable convolution'],
    saved: ['saving'],
  },
});

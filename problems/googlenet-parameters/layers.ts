import type { StatedLayer } from '../../src/working/network/layer.ts';

/** What sets one counting of GoogLeNet apart from another. */
export interface Build {
  /** Kernel of the wide branch: 5 as published. */
  readonly wide?: string;
  /** Batch normalisation after every convolution, which then has no bias. */
  readonly normed?: boolean;
  readonly biases?: boolean;
}

/** Filters of a block: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, after the pooling. */
const blocks: readonly (readonly [string, readonly string[]])[] = [
  ['inception3a', ['64', '96', '128', '16', '32', '32']],
  ['inception3b', ['128', '128', '192', '32', '96', '64']],
  ['inception4a', ['192', '96', '208', '16', '48', '64']],
  ['inception4b', ['160', '112', '224', '24', '64', '64']],
  ['inception4c', ['128', '128', '256', '24', '64', '64']],
  ['inception4d', ['112', '144', '288', '32', '64', '64']],
  ['inception4e', ['256', '160', '320', '32', '128', '128']],
  ['inception5a', ['256', '160', '320', '32', '128', '128']],
  ['inception5b', ['384', '192', '384', '48', '128', '128']],
];

/** The layers of GoogLeNet without its auxiliary classifiers. */
export function googlenet(build: Build = {}): StatedLayer[] {
  const halve = (name: string) => ({ name, type: 'pool', window: '3', stride: '2', padding: '1' });
  const inception = blocks.flatMap(([name, filters]) => [
    ...(name === 'inception4a' ? [halve('pool3')] : name === 'inception5a' ? [halve('pool4')] : []),
    { name, type: 'inception', branches: branches(filters, build) },
  ]);
  return [
    ...convolution('conv1', '64', '7', build, { stride: '2', padding: '3' }),
    halve('pool1'),
    { name: 'conv2', type: 'inception', branches: [stem(build)] },
    halve('pool2'),
    ...inception,
    { name: 'pool5', type: 'pool', window: '7', stride: '1' },
    { name: 'linear', type: 'fc', units: '1000', ...(build.biases === false && { bias: 'false' }) },
  ];
}

function convolution(name: string, filters: string, kernel: string, build: Build, more: object = {}): StatedLayer[] {
  const { normed = false, biases = true } = build;
  const layer = { name, type: 'conv', filters, kernel, ...more, ...(!biases && { bias: 'false' }) };
  return normed
    ? [
        { ...layer, bias: 'false' },
        { name: `${name}norm`, type: 'batchnorm' },
      ]
    : [layer];
}

/** The table counts the 1×1 reduction and the 3×3 convolution of the stem as one row. */
const stem = (build: Build): StatedLayer[] => [
  ...convolution('reduce', '64', '1', build),
  ...convolution('conv', '192', '3', build, { padding: '1' }),
];

function branches(
  [one = '', reduce3 = '', three = '', reduce5 = '', five = '', project = '']: readonly string[],
  build: Build,
) {
  const wide = build.wide ?? '5';
  return [
    convolution('conv1x1', one, '1', build),
    [...convolution('reduce3x3', reduce3, '1', build), ...convolution('conv3x3', three, '3', build, { padding: '1' })],
    [
      ...convolution('reduce5x5', reduce5, '1', build),
      ...convolution('conv5x5', five, wide, build, { padding: wide === '5' ? '2' : '1' }),
    ],
    [
      { name: 'pool', type: 'pool', window: '3', stride: '1', padding: '1' },
      ...convolution('project', project, '1', build),
    ],
  ];
}

import { defineNetwork } from '../../src/working/network/network.ts';

const single = (filters: readonly [string, string, string, string, string]) => [
  { name: 'conv1', type: 'conv', filters: filters[0], kernel: '11', stride: '4', padding: '2' },
  { name: 'pool1', type: 'pool', window: '3', stride: '2' },
  { name: 'conv2', type: 'conv', filters: filters[1], kernel: '5', padding: '2' },
  { name: 'pool2', type: 'pool', window: '3', stride: '2' },
  { name: 'conv3', type: 'conv', filters: filters[2], kernel: '3', padding: '1' },
  { name: 'conv4', type: 'conv', filters: filters[3], kernel: '3', padding: '1' },
  { name: 'conv5', type: 'conv', filters: filters[4], kernel: '3', padding: '1' },
  { name: 'pool5', type: 'pool', window: '3', stride: '2' },
  { name: 'fc6', type: 'fc', units: '4096' },
  { name: 'fc7', type: 'fc', units: '4096' },
  { name: 'fc8', type: 'fc', units: '1000' },
];

const halved = ['conv2', 'conv4', 'conv5'];

/** The layers as published. */
export const layers = single(['96', '256', '384', '384', '256']).map((layer) =>
  halved.includes(layer.name) ? { ...layer, groups: '2' } : layer,
);

/** The parameters of AlexNet as published: conv2, conv4 and conv5 see only the maps on their own half (two groups). */
export default defineNetwork({
  id: 'alexnet-parameters',
  title: 'The parameters of AlexNet',
  input: ['224', '224', '3'],
  layers,
  settable: [
    'input.size',
    'input.depth',
    ...Array.from({ length: 5 }, (_, i) => `conv${i + 1}.filters`),
    'fc6.units',
    'fc7.units',
    'fc8.units',
  ],
  asks: {
    total: { points: 10, steps: { conv1: 1, conv2: 1, conv3: 1, conv4: 1, conv5: 1, fc6: 1, fc7: 1, fc8: 1 } },
  },
  domains: {
    'conv1.filters': { oneOf: ['48', '64', '80', '96'] },
    'conv2.filters': { oneOf: ['128', '192', '224', '256'] },
    'conv5.filters': { oneOf: ['160', '240', '288', '320'] },
    'fc6.units': { oneOf: ['1024', '2048', '3072', '4096'] },
    'fc8.units': { oneOf: ['10', '100', '200', '1000'] },
  },
  conventions: [
    {
      id: 'one-group',
      says: 'every convolution connected to all maps before it, as on one GPU',
      said: [
        'one GPU',
        'single GPU',
        'on one GPU',
        'without groups',
        'no groups',
        'ungrouped',
        'no grouped convolution',
        'groups = 1',
      ],
      denied: ['two GPUs', '2 GPUs', 'grouped convolution', 'groups = 2'],
      over: {
        conv2: 'conv2.kernel*conv2.kernel*conv1.filters*conv2.filters + conv2.filters',
        conv4: 'conv4.kernel*conv4.kernel*conv3.filters*conv4.filters + conv4.filters',
        conv5: 'conv5.kernel*conv5.kernel*conv4.filters*conv5.filters + conv5.filters',
      },
    },
  ],
  alternatives: [
    { given: 'input.depth', value: '1', says: 'The input was taken to be a grey image of depth 1.' },
    { given: 'fc8.units', value: '10', says: 'The output was taken to have 10 classes.' },
    { given: 'fc8.units', value: '100', says: 'The output was taken to have 100 classes.' },
    { given: 'input.size', value: '256', says: 'The input was taken to be 256×256, as before cropping.' },
    { given: 'input.size', value: '32', says: 'The input was taken to be 32×32.' },
  ],
  sisters: [
    {
      says: 'This is the later one-tower AlexNet (64, 192, 384, 256 and 256 filters).',
      layers: single(['64', '192', '384', '256', '256']),
    },
    {
      says: 'This is the network that won in the following year, ZFNet (7×7 and 5×5 kernels with stride 2).',
      layers: single(['96', '256', '384', '384', '256']).map((layer) => {
        if (layer.name === 'conv1') return { ...layer, kernel: '7', stride: '2', padding: '1' };
        if (layer.name === 'conv2') return { ...layer, stride: '2', padding: '0' };
        return layer.type === 'pool' && layer.name !== 'pool5' ? { ...layer, padding: '1' } : layer;
      }),
    },
  ],
});

import type { StatedLayer } from '../../src/working/network/layer.ts';
import { defineNetwork } from '../../src/working/network/network.ts';

/** The layers of a VGG network: so many convolutions in each of its five blocks, a pooling after each, three dense layers. */
function vgg(convolutions: readonly number[], pointwise = false): StatedLayer[] {
  const filters = ['64', '128', '256', '512', '512'];
  const layers: StatedLayer[] = [];
  let n = 0;
  convolutions.forEach((count, block) => {
    for (let i = 0; i < count; i++) {
      n += 1;
      const isPoint = pointwise && block >= 2 && i === count - 1;
      const window = isPoint ? { kernel: '1' } : { kernel: '3', padding: '1' };
      layers.push({ name: `conv${n}`, type: 'conv', filters: filters[block] ?? '', ...window });
    }
    layers.push({ name: `pool${block + 1}`, type: 'pool', window: '2', stride: '2' });
  });
  const dense = ['4096', '4096', '1000'].map((units, i) => ({ name: `fc${n + i + 1}`, type: 'fc', units }));
  return [...layers, ...dense];
}

const steps = [...Array.from({ length: 13 }, (_, i) => `conv${i + 1}`), 'fc14', 'fc15', 'fc16'];

/** The layers of configuration D. */
export const layers = vgg([2, 2, 3, 3, 3]);

/** The parameters of VGG-16, configuration D. */
export default defineNetwork({
  id: 'vgg16-parameters',
  title: 'The parameters of VGG-16',
  input: ['224', '224', '3'],
  layers,
  settable: [
    'input.size',
    'input.depth',
    ...Array.from({ length: 13 }, (_, i) => `conv${i + 1}.filters`),
    'fc14.units',
    'fc15.units',
    'fc16.units',
  ],
  asks: { total: { points: 10, steps: Object.fromEntries(steps.map((step) => [step, 0.5])) } },
  domains: {
    'conv1.filters': { oneOf: ['32', '48', '64', '96'] },
    'conv7.filters': { oneOf: ['192', '256', '288', '320'] },
    'conv13.filters': { oneOf: ['384', '448', '480', '512'] },
    'fc14.units': { oneOf: ['1024', '2048', '3072', '4096'] },
    'fc16.units': { oneOf: ['10', '100', '200', '1000'] },
  },
  alternatives: [
    { given: 'input.depth', value: '1', says: 'The input was taken to be a grey image of depth 1.' },
    { given: 'fc16.units', value: '10', says: 'The output was taken to have 10 classes.' },
    { given: 'fc16.units', value: '100', says: 'The output was taken to have 100 classes.' },
    { given: 'input.size', value: '256', says: 'The input was taken to be 256×256, as before cropping.' },
    { given: 'input.size', value: '32', says: 'The input was taken to be 32×32.' },
  ],
  sisters: [
    { says: 'This is VGG-19 (configuration E), with 16 convolutions.', layers: vgg([2, 2, 4, 4, 4]) },
    { says: 'This is VGG-13 (configuration B), with 10 convolutions.', layers: vgg([2, 2, 2, 2, 2]) },
    { says: 'This is VGG-11 (configuration A), with 8 convolutions.', layers: vgg([1, 1, 2, 2, 2]) },
    {
      says: 'This is configuration C, with 1×1 kernels in the last convolution of three blocks.',
      layers: vgg([2, 2, 3, 3, 3], true),
    },
  ],
});

import { defineNetwork } from '../../src/working/network/network.ts';

/** The trainable parameters of LeNet-5, layer by layer, with every map of C3 connected and subsampling that learns nothing. */
export default defineNetwork({
  id: 'lenet-parameters',
  title: 'The parameters of LeNet-5',
  input: ['32', '32', '1'],
  layers: [
    { name: 'C1', type: 'conv', filters: '6', kernel: '5' },
    { name: 'S2', type: 'pool', window: '2', stride: '2' },
    { name: 'C3', type: 'conv', filters: '16', kernel: '5' },
    { name: 'S4', type: 'pool', window: '2', stride: '2' },
    { name: 'C5', type: 'fc', units: '120' },
    { name: 'F6', type: 'fc', units: '84' },
    { name: 'output', type: 'fc', units: '10' },
  ],
  extent: { zeros: true },
  asks: { total: { points: 15, steps: { C1: 2, S2: 1, C3: 3, S4: 1, C5: 3, F6: 1, output: 1 } } },
  domains: {
    'C1.filters': { from: '4', to: '12', step: '1' },
    'C3.filters': { from: '13', to: '24', step: '1' },
    'C5.units': { from: '100', to: '160', step: '10' },
    'F6.units': { from: '50', to: '98', step: '1' },
    'output.units': { from: '10', to: '30', step: '1' },
    'input.depth': { oneOf: ['1', '3'] },
  },
  conventions: [
    {
      id: 'sparse-c3',
      says: 'C3 connected to the maps of S2 by the table of the original paper (60 connections)',
      over: { C3: 'C3.kernel*C3.kernel*60 + C3.filters' },
    },
    {
      id: 'trainable-subsampling',
      says: 'a trainable coefficient and a bias for each map of the subsampling layers',
      over: { S2: 'C1.filters + C1.filters', S4: 'C3.filters + C3.filters' },
    },
    {
      id: 'fixed-output',
      says: 'an output layer of fixed radial basis functions, in which nothing is trained',
      over: { output: '0' },
    },
  ],
  aliases: {
    C1: ['TP_1'],
    S2: ['TP_2'],
    C3: ['TP_3'],
    S4: ['TP_4'],
    C5: ['TP_5'],
    F6: ['TP_6'],
    output: ['TP_7', 'Layer 7'],
    total: ['TP_{tot}', 'TP_{total}'],
  },
  alternatives: [
    { given: 'input.depth', value: '3', says: 'The input was taken to be a colour image of depth 3.' },
    { given: 'input.size', value: '28', says: 'The input was taken to be 28×28, as MNIST images are.' },
    { given: 'output.units', value: '26', says: 'The output was taken to have 26 classes.' },
  ],
});

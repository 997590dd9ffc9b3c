import { defineNetwork } from '../../src/working/network/network.ts';

/** The parameters and output shapes of any network, from its list of layers, which an assignment sets. */
export default defineNetwork({
  id: 'layer-table',
  title: 'A table of layers',
  input: ['28', '28', '1'],
  layers: [
    { type: 'conv', filters: '16', kernel: '5', stride: '1', padding: '2' },
    { type: 'pool', window: '2', stride: '2' },
    { type: 'conv', filters: '16', kernel: '5', stride: '1', padding: '2' },
    { type: 'pool', window: '2', stride: '2' },
    { type: 'fc', units: '10' },
  ],
  open: true,
  extent: { zeros: true, depths: true },
  asks: { total: { points: 10 } },
});

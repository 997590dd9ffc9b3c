import { defineNetwork } from '../../src/working/network/network.ts';

/** Two padded convolutions, each with a pooling, and a dense layer. */
const small = (filters: string, units: string) => [
  { type: 'conv', filters, kernel: '5', stride: '1', padding: '2' },
  { type: 'pool', window: '2', stride: '2' },
  { type: 'conv', filters: '16', kernel: '5', stride: '1', padding: '2' },
  { type: 'pool', window: '2', stride: '2' },
  { type: 'fc', units },
];

/** The parameters and output shapes of any network, from its list of layers, which an assignment sets. */
export default defineNetwork({
  id: 'layer-table',
  title: 'A table of layers',
  input: ['28', '28', '1'],
  layers: small('16', '10'),
  open: true,
  extent: { zeros: true, depths: true },
  domains: {
    input: { oneOf: ['16', '20', '24', '28', '32', '36'].map((side) => [side, side, '1']) },
    layers: {
      oneOf: ['8', '10', '12', '20', '24'].flatMap((filters) =>
        ['10', '20', '26'].map((units) => small(filters, units)),
      ),
    },
  },
  asks: { total: { points: 10 } },
});

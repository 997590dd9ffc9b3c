import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import layerTable from '../../problems/layer-table/problem.ts';
import { keyOf } from '../../src/working/key.ts';
import { networkWorking } from '../../src/working/network/network.ts';
import { operationsOf } from '../support/operations.ts';

const value = (working: ReturnType<typeof networkWorking>, line: string): string | undefined =>
  keyOf(working).get(line)?.exact.toFixed();

const valuesOf = (input: string[], layers: Record<string, unknown>[]): Record<string, string> => {
  const working = networkWorking(input, layers as Parameters<typeof networkWorking>[1], { zeros: true, depths: true });
  return Object.fromEntries([...keyOf(working)].map(([name, { exact }]) => [name, exact.toFixed()]));
};

describe('a layer gives', () => {
  it.each([
    [
      'a convolution',
      { type: 'conv', filters: '6', kernel: '5' },
      { layer1: '156', 'layer1.size': '28', 'layer1.depth': '6' },
    ],
    ['one without biases', { type: 'conv', filters: '6', kernel: '5', bias: 'false' }, { layer1: '150' }],
    [
      'one with stride and padding',
      { type: 'conv', filters: '6', kernel: '5', stride: '2', padding: '1' },
      { 'layer1.size': '15' },
    ],
    [
      'one with the same padding',
      { type: 'conv', filters: '6', kernel: '5', padding: 'same' },
      { 'layer1.size': '32' },
    ],
    [
      'one with dilation',
      { type: 'conv', filters: '6', kernel: '3', dilation: '2' },
      { 'layer1.size': '28', layer1: '60' },
    ],
    ['a 1×1 convolution', { type: 'conv', filters: '6', kernel: '1' }, { 'layer1.size': '32', layer1: '12' }],
    [
      'a pooling',
      { type: 'pool', window: '3', stride: '2' },
      { 'layer1.size': '15', layer1: '0', 'layer1.depth': '1' },
    ],
    ['one that rounds up', { type: 'pool', window: '3', stride: '2', ceil: 'true' }, { 'layer1.size': '16' }],
    ['a pooling without overlap', { type: 'pool', window: '4' }, { 'layer1.size': '8' }],
    ['a trainable subsampling', { type: 'pool', window: '2', trainable: 'true' }, { layer1: '2' }],
    ['a fully connected layer', { type: 'fc', units: '10' }, { layer1: '10250', 'layer1.depth': '10' }],
    ['a flattening', { type: 'flatten' }, { layer1: '0', 'layer1.depth': '1024' }],
    ['an activation', { type: 'activation' }, { layer1: '0', 'layer1.size': '32' }],
    ['a normalisation', { type: 'batchnorm' }, { layer1: '2', 'layer1.size': '32' }],
  ])('%s', (_, layer, expected) => {
    expect(valuesOf(['32', '32', '1'], [layer])).toMatchObject(expected);
  });

  it('groups', () => {
    const layers = [{ type: 'conv', filters: '8', kernel: '3', groups: '4' }];
    expect(valuesOf(['9', '9', '8'], layers)).toMatchObject({ layer1: '152' });
  });

  it('stacked branches', () => {
    const conv = (filters: string, kernel: string) => ({ type: 'conv', filters, kernel, padding: 'same' });
    const branches = [
      [conv('4', '1')],
      [conv('2', '1'), conv('6', '3')],
      [{ type: 'pool', window: '3', stride: '1', padding: '1' }],
    ];
    const layers = [
      { type: 'inception', branches },
      { type: 'fc', units: '1' },
    ];
    // 3·4+4, 3·2+2, 2·9·6+6, and 7·7·(4+6+3)+1
    expect(valuesOf(['7', '7', '3'], layers)).toMatchObject({
      layer1: '138',
      'layer1.depth': '13',
      'layer1.size': '7',
      layer2: '638',
    });
  });

  it('two sides where the input is not square', () => {
    const layers = [
      { type: 'conv', filters: '2', kernel: '3' },
      { type: 'fc', units: '1' },
    ];
    expect(valuesOf(['5', '9', '1'], layers)).toMatchObject({
      'layer1.height': '3',
      'layer1.width': '7',
      layer2: '43',
    });
  });
});

describe('the operations of a network', () => {
  const layer = fc.record({
    filters: fc.integer({ min: 1, max: 4 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    padding: fc.integer({ min: 0, max: 1 }),
    bias: fc.boolean(),
  });
  it('are those that the loops do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 8 }), fc.integer({ min: 1, max: 3 }), layer, (side, depth, stated) => {
        const { bias, ...numbers } = stated;
        const texts = Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, String(n)]));
        const layers = [
          { type: 'conv', ...texts, bias: String(bias) },
          { type: 'pool', window: '2', stride: '1' },
        ];
        const working = networkWorking([side, side, depth].map(String), layers, { operations: true });
        const done = operationsOf(side, depth, stated);
        for (const [line, count] of Object.entries(done))
          expect([line, value(working, line)]).toEqual([line, String(count)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list of layers that cannot be read is refused, naming the layer and the mend', () => {
  const small = { type: 'conv', filters: '2', kernel: '3' };
  it.each([
    ['no list', 'conv', /\/givens\/layers: a list of layers is needed/],
    ['an empty list', [], /\/givens\/layers: a list of layers is needed/],
    ['a text for a layer', ['conv'], /\/givens\/layers\/0: a layer is an object/],
    ['an unknown type', [{ type: 'convolution' }], /layers\/0: "type" must be one of conv, pool/],
    ['a missing number', [{ type: 'conv', filters: '2' }], /layers\/0 \(layer1\): a conv layer needs "kernel"/],
    ['a stranger', [{ ...small, strides: '2' }], /layer1\): a conv layer has no "strides"; it has filters, kernel/],
    [
      'a fraction',
      [small, { type: 'fc', units: '2.5' }],
      /layers\/1 \(layer2\): "units" must be a whole number from 1/,
    ],
    ['a stride of 0', [{ ...small, stride: '0' }], /"stride" must be a whole number from 1/],
    ['a switch that is none', [{ ...small, bias: 'maybe' }], /"bias" must be "true" or "false"/],
    [
      '"same" with a stride',
      [{ ...small, stride: '2', padding: 'same' }],
      /"same" padding needs an odd kernel and stride 1/,
    ],
    [
      'a window too large',
      [{ type: 'pool', window: '40' }],
      /the window of layer 1 does not fit into an input of size 28/,
    ],
    ['groups that do not divide', [{ ...small, groups: '2' }], /the groups of layer 1 must divide/],
    [
      'branches of other sizes',
      [{ type: 'inception', branches: [[small], [{ type: 'pool', window: '2' }]] }],
      /cannot be stacked/,
    ],
    ['branches elsewhere', [{ ...small, branches: [] }], /only an inception layer has "branches"/],
    ['a name', [{ ...small, name: 'C1' }], /leave "name" out/],
    ['too many', Array.from({ length: 201 }, () => small), /at most 200/],
  ])('%s', (_, layers, message) => {
    expect(() => layerTable.work({ layers: layers as string[] })).toThrow(message);
  });

  it.each([
    [{ input: ['28', '28'] }, /the input is \["height", "width", "depth"\]/],
    [{ input: '28' }, /the input is/],
    [{ size: '28' }, /there is no given "size"; the givens are input, layers and asked/],
    [{ asked: ['layer9'] }, /"layer9" is asked for/],
    [{ asked: 'total' }, /a list of fields is needed/],
  ])('%o', (givens, message) => {
    expect(() => layerTable.work(givens)).toThrow(message);
  });
});

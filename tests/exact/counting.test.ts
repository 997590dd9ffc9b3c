import { describe, expect, it } from 'vitest';
import { convolutionWeights, countLayers, denseWeights, positions } from '../../src/exact/counting.ts';

describe('counting', () => {
  it.each([
    [5, 3, 1, 0, 3],
    [5, 3, 2, 0, 2],
    [5, 3, 2, 1, 3],
    [4, 5, 1, 0, 0],
    [224, 11, 4, 2, 55],
  ])('positions: side %i, window %i, stride %i, padding %i', (side, window, stride, padding, expected) => {
    expect(positions(side, window, stride, padding)).toBe(expected);
  });

  it('weights', () => {
    expect(convolutionWeights(3, 8, 5)).toBe(608);
    expect(convolutionWeights(96, 256, 5, 2)).toBe(307456);
    // A filter of 3×3 for each of 4 channels, with its bias; and two filters for each.
    expect(convolutionWeights(4, 4, 3, 4)).toBe(40);
    expect(convolutionWeights(4, 8, 3, 4)).toBe(80);
    expect(denseWeights({ side: 5, depth: 16 }, 120)).toBe(48120);
  });

  it('layers', () => {
    const layers = [
      { name: 'a', kind: 'conv', outputs: 6, window: 5 },
      { name: 'b', kind: 'pool', window: 2, stride: 2 },
      { name: 'c', kind: 'fc', outputs: 2 },
    ] as const;
    expect(countLayers({ side: 8, depth: 1 }, layers, true)).toEqual({
      'a.size': '4',
      a: '156',
      'b.size': '2',
      b: '0',
      c: '50',
      total: '206',
    });
  });

  it('layers with padding, strides and groups, and without pools among the parameters', () => {
    const layers = [
      { name: 'a', kind: 'conv', outputs: 4, window: 3, padding: 1, stride: 2 },
      { name: 'b', kind: 'conv', outputs: 4, window: 3, groups: 4 },
      { name: 'c', kind: 'pool', window: 3 },
      { name: 'd', kind: 'fc', outputs: 3 },
      { name: 'e', kind: 'fc', outputs: 2 },
    ] as const;
    // 9 padded to 11, every second of 9 positions: 5; 3; 1. 4*(27 + 1), 4*(9 + 1), 3*(4 + 1), 2*(3 + 1).
    expect(countLayers({ side: 9, depth: 3 }, layers)).toEqual({
      ...{ 'a.size': '5', a: '112', 'b.size': '3', b: '40', 'c.size': '1', d: '15', e: '8' },
      total: '175',
    });
  });
});

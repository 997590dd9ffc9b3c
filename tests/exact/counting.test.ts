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
});

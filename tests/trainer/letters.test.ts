import { describe, expect, it } from 'vitest';
import { renderedLetters } from '../../src/trainer/data/letters.ts';

function drawn(perLetter: number) {
  try {
    return renderedLetters(perLetter);
  } catch (error) {
    console.warn(`skipped: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

const few = drawn(20);

describe.skipIf(!few)('drawn letters', () => {
  it('are ten classes of as many images each, by their own name', () => {
    expect(few?.name).toBe('letters');
    expect(few?.classes.join('')).toBe('ABCDEFGHIJ');
    expect([...(few?.pool.labels ?? [])].filter((label) => label === 3)).toHaveLength(20);
  });

  it('are the same at every call', () => {
    expect(drawn(20)?.sha256).toBe(few?.sha256);
  });

  it('all have ink, and most of it off the edges', () => {
    const { pixels = new Uint8Array(), labels = new Uint8Array() } = few?.pool ?? {};
    for (const i of labels.keys()) {
      const image = pixels.subarray(i * 784, (i + 1) * 784);
      const ink = image.reduce((sum, value) => sum + value, 0) / 255;
      const edge = image.filter((_, k) => k < 28 || k >= 756 || k % 28 === 0 || k % 28 === 27);
      expect(ink).toBeGreaterThan(10);
      expect(ink).toBeLessThan(500);
      expect(edge.reduce((sum, value) => sum + value, 0) / 255).toBeLessThan(ink / 4);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { sparks, Trace } from '../../src/cli/training/sparks.ts';
import { rulesOf } from '../../src/trainer/optimisers/rules.ts';
import type { Spec } from '../../src/trainer/spec.ts';
import { leastMemory, mustFit } from '../../src/trainer/training/forecast.ts';
import { networkOf } from '../../src/trainer/training/network.ts';

describe('what a run takes', () => {
  const network = networkOf([{ type: 'dense', units: 100, activation: 'relu' }], [28, 28, 1], 10);

  // By hand: 79,510 parameters; inputs and outputs of the two layers are 784 + 100 + 100 + 10 numbers of an image.
  it.each([
    ['plain', {}, 4 * (79510 * 3 + 2 * 64 * 994)],
    ['momentum', { optimiser: { type: 'momentum', momentum: 0.9 } as const }, 4 * (79510 * 5 + 2 * 64 * 994)],
    ['Adam', { optimiser: { type: 'adam' } as const }, 4 * (79510 * 7 + 2 * 64 * 994)],
  ])('%s: at least the numbers that a step holds', (_, spec, bytes) => {
    expect(leastMemory(network, rulesOf(network, spec), 64)).toBe(bytes);
  });

  it('is refused before it is allocated where it cannot fit', () => {
    const rules = rulesOf(network, {});
    const spec = { batch: 64 } as Spec;
    expect(() => mustFit(network, rules, spec, 1e9)).not.toThrow();
    expect(() => mustFit(network, rules, spec, 1e6)).toThrow(
      /the run cannot fit: a step takes at least 2 MB, and 1 MB can be had; take fewer units or a smaller batch/,
    );
  });
});

describe('lines of blocks', () => {
  it('go from the lowest to the highest', () => {
    expect(sparks([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
    expect(sparks([5, 5])).toBe('▁▁');
    expect(sparks([])).toBe('');
    expect(sparks([1.5, 1.505, 1.5], 0.2)).toBe('▁▁▁');
  });

  it('show means over equal stretches', () => {
    const trace = new Trace(4, 0);
    for (const [at, value] of [
      [0, 8],
      [0.1, 6],
      [0.3, 0],
      [1, 7],
    ] as const)
      trace.add(at, value);
    expect(trace.line()).toBe('█▁█');
  });
});

import type { Network } from './network.ts';

/** What training made of the first dense layer's units: equal units compute the same and count as one. */
export interface Symmetry {
  readonly units: number;
  /** Units whose incoming weights differ from those of every earlier unit. */
  readonly distinct: number;
  /** Units whose incoming weights differ from what they were at the start. */
  readonly moved: number;
}

// Equal units take equal steps, but a product may add up in another order for another column.
const places = 5;

const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 10 ** places);

/**
 * How many columns differ, in one pass over the rows: columns that were equal so far stay in one group while their next
 * entries are equal too. Trained columns fall apart within a few rows, and then nothing is left to look at.
 */
function distinctColumns(values: Float32Array, units: number): number {
  let groups = 1;
  const group = new Uint32Array(units);
  for (let row = 0; row < values.length && groups < units; row += units) {
    const next = new Map<string, number>();
    for (let c = 0; c < units; c += 1) {
      const key = `${group[c]}/${rounded(values[row + c])}`;
      group[c] = next.get(key) ?? next.size;
      next.set(key, group[c] as number);
    }
    groups = next.size;
  }
  return groups;
}

function movedColumns(before: Float32Array, after: Float32Array, units: number): number {
  const moved = new Uint8Array(units);
  after.forEach((value, i) => {
    if (rounded(value) !== rounded(before[i])) moved[i % units] = 1;
  });
  return moved.reduce((sum, one) => sum + one, 0);
}

/** Compares the units of the first layer; undefined when that is no dense layer. */
export function symmetryOf(
  network: Network,
  before: readonly Float32Array[],
  after: readonly Float32Array[],
): Symmetry | undefined {
  const first = network.layers.find(({ at }) => at === 0);
  const [start, end] = [before[0], after[0]];
  if (first?.layer.type !== 'dense' || !start || !end) return undefined;
  const { units } = first.layer;
  return { units, distinct: distinctColumns(end, units), moved: movedColumns(start, end, units) };
}

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

function columns(values: Float32Array, units: number): string[] {
  const written = Array.from(values, (value) => (value + 0).toFixed(places).replace(/^-(0\.0+)$/, '$1'));
  return Array.from({ length: units }, (_, c) => written.filter((_, i) => i % units === c).join());
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
  const was = columns(start, units);
  const is = columns(end, units);
  return { units, distinct: new Set(is).size, moved: is.filter((column, i) => column !== was[i]).length };
}

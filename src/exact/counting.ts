/** Counting one thing after the other, for proofs of formulas that multiply. */

/** A layer as a proof writes it down: numbers, not formulas. */
export interface CountedLayer {
  readonly name: string;
  readonly kind: 'conv' | 'pool' | 'fc';
  /** Filters or units. */
  readonly outputs?: number;
  readonly window?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly groups?: number;
}

/** What comes out of a layer: its side and its depth. */
export interface Extent {
  readonly side: number;
  readonly depth: number;
}

/** The positions of a window that lie wholly in the padded input, found by sliding it. */
export function positions(side: number, window: number, stride = 1, padding = 0): number {
  let count = 0;
  for (let start = -padding; start + window <= side + padding; start += stride) count += 1;
  return count;
}

/** The weights and biases of a convolution, filter by filter, each connected to the channels of its own group. */
export function convolutionWeights(depth: number, filters: number, window: number, groups = 1): number {
  let count = 0;
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < depth; channel++) {
      if (Math.floor((channel * groups) / depth) !== Math.floor((filter * groups) / filters)) continue;
      for (let row = 0; row < window; row++) for (let column = 0; column < window; column++) count += 1;
    }
    count += 1;
  }
  return count;
}

/** The weights and biases of a fully connected layer, unit by unit. */
export function denseWeights({ side, depth }: Extent, units: number): number {
  let inputs = 0;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) for (let map = 0; map < depth; map++) inputs += 1;
  let count = 0;
  for (let unit = 0; unit < units; unit++) count += inputs + 1;
  return count;
}

/** The side of every output and the parameters of every layer, by the names of the working, with their total. */
export function countLayers(input: Extent, layers: readonly CountedLayer[], zeros = false): Record<string, string> {
  const found: Record<string, string> = {};
  let at = input;
  let total = 0;
  for (const { name, kind, outputs = 0, window = 1, stride = 1, padding = 0, groups = 1 } of layers) {
    let count = 0;
    if (kind === 'conv') count = convolutionWeights(at.depth, outputs, window, groups);
    if (kind === 'fc') count = denseWeights(at, outputs);
    const side = kind === 'fc' ? 1 : positions(at.side, window, stride, padding);
    at = { side, depth: kind === 'pool' ? at.depth : outputs };
    if (kind !== 'fc') found[`${name}.size`] = String(side);
    if (kind !== 'pool' || zeros) found[name] = String(count);
    total += count;
  }
  return { ...found, total: String(total) };
}

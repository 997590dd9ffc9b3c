/** One convolution and a 2×2 pooling with stride 1, run on nothing, counting what is done. */
export function operationsOf(
  side: number,
  depth: number,
  conv: { filters: number; kernel: number; stride: number; padding: number; bias: boolean },
): Record<string, number> {
  const done = { multiplications: 0, additions: 0, comparisons: 0 };
  const starts = (size: number, window: number, stride: number, padding: number): number[] => {
    const found = [];
    for (let at = -padding; at + window <= size + padding; at += stride) found.push(at);
    return found;
  };
  const places = starts(side, conv.kernel, conv.stride, conv.padding);
  for (const _ of places)
    for (const __ of places)
      for (let filter = 0; filter < conv.filters; filter++) {
        let terms = conv.bias ? 1 : 0;
        for (let i = 0; i < conv.kernel * conv.kernel * depth; i++) {
          done.multiplications += 1;
          if (terms > 0) done.additions += 1;
          terms += 1;
        }
      }
  const pooled = starts(places.length, 2, 1, 0);
  for (const _ of pooled) for (const __ of pooled) for (let map = 0; map < conv.filters; map++) done.comparisons += 3;
  return {
    'layer1.multiplications': done.multiplications,
    'layer1.additions': done.additions,
    'layer2.comparisons': done.comparisons,
  };
}

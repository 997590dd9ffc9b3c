/** Round steps (1, 2 or 5 times a power of ten) that cut a range into about five. */
export function steps(low: number, high: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The range of values, at least so wide: noise that fills a chart would look like something happening. */
export function spanOf(values: readonly number[], least: number): [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const lacking = Math.max(0, least - (high - low));
  return [low - lacking / 2, high + lacking / 2];
}

const labelHeight = 14;

/** Moves labels apart so that each has its line of text, in order of height. */
export function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    last = Math.max(placed[i] ?? 0, last + labelHeight);
    placed[i] = last;
  }
  return placed;
}

/** About ten of the epochs, or round numbers of batches. */
export function ticksAcross(last: number, across: 'epoch' | 'batch'): number[] {
  if (across === 'batch') return steps(0, last).filter((at) => at <= last);
  const every = Math.ceil(last / 10);
  return Array.from({ length: last }, (_, i) => i + 1).filter((epoch) => epoch % every === 0 || epoch === 1);
}

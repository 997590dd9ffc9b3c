const blocks = [...'▁▂▃▄▅▆▇█'];

/** Numbers as a line of blocks, the lowest to the highest; what differs by less than `least` in all is drawn flat. */
export function sparks(values: readonly number[], least = 0): string {
  const low = Math.min(...values);
  const high = Math.max(low + least, ...values);
  const level = (value: number) => (high > low ? Math.round(((value - low) / (high - low)) * (blocks.length - 1)) : 0);
  return values.map((value) => blocks[level(value)]).join('');
}

/** Means over equal stretches of a run, as far as it has come. */
export class Trace {
  private readonly sums: { sum: number; count: number }[] = [];
  private readonly stretches: number;
  private readonly least: number;

  constructor(stretches: number, least: number) {
    this.stretches = stretches;
    this.least = least;
  }

  /** Adds a value at a share of the run, 0 … 1. */
  add(at: number, value: number): void {
    const index = Math.min(this.stretches - 1, Math.floor(at * this.stretches));
    const here = this.sums[index] ?? { sum: 0, count: 0 };
    this.sums[index] = { sum: here.sum + value, count: here.count + 1 };
  }

  line(): string {
    return sparks(
      this.sums.filter(Boolean).map(({ sum, count }) => sum / count),
      this.least,
    );
  }
}

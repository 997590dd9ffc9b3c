/** One line of a chart: a value for each epoch, from 1. */
export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
  /** The lowest and highest of reference runs after each epoch, drawn behind. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
}

/** A value that was reported, as a line across. */
export interface Reported {
  readonly value: number;
  readonly text: string;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A chart as positions; the template draws it. Lengths are in the units of the SVG's view box. */
export interface Chart {
  readonly title: string;
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly lines: readonly {
    readonly name: string;
    readonly points: string;
    readonly end: Tick;
    readonly labelAt: number;
    readonly band?: string;
  }[];
  readonly marks: readonly Tick[];
}

/** The plot's edges inside a view box of 400 × 240. */
export const frame = { left: 48, right: 320, top: 28, bottom: 206 };
const labelHeight = 14;

/** Round steps (1, 2 or 5 times a power of ten) that cut a range into about five. */
export function steps(low: number, high: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Moves labels apart so that each has its line of text, in order of height. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    last = Math.max(placed[i] ?? 0, last + labelHeight);
    placed[i] = last;
  }
  return placed;
}

/** There along the highest values and back along the lowest. */
function outline(
  { low, high }: NonNullable<Curve['band']>,
  across: (epoch: number) => number,
  down: (v: number) => number,
) {
  const points = (values: readonly number[]) => values.map((value, k) => `${across(k + 1)},${down(value)}`);
  return [...points(high), ...points(low).reverse()].join(' ');
}

/** Lays out curves over epochs; `write` gives the text of a value. */
export function chartOf(
  title: string,
  curves: readonly Curve[],
  write: (value: number) => string,
  reported: readonly Reported[] = [],
): Chart {
  const behind = curves.flatMap(({ band }) => (band ? [...band.low, ...band.high] : []));
  const values = [...curves.flatMap((curve) => curve.values), ...behind, ...reported.map(({ value }) => value)];
  const epochs = Math.max(1, ...curves.flatMap(({ values: own, band }) => [own.length, band?.low.length ?? 0]));
  const marks = steps(Math.min(...values), Math.max(...values));
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  const round = (n: number) => Number(n.toFixed(1));
  const across = (epoch: number) => round(frame.left + ((frame.right - frame.left) * (epoch - 0.5)) / epochs);
  const down = (value: number) => round(frame.bottom - ((frame.bottom - frame.top) * (value - low)) / (high - low));
  const every = Math.ceil(epochs / 10);
  const shown = Array.from({ length: epochs }, (_, i) => i + 1).filter((epoch) => epoch % every === 0 || epoch === 1);
  const labels = spread(curves.map((curve) => down(curve.values.at(-1) ?? 0)));
  return {
    title,
    x: shown.map((epoch) => ({ at: across(epoch), text: String(epoch) })),
    y: marks.map((mark) => ({ at: down(mark), text: write(mark) })),
    lines: curves.map((curve, i) => ({
      name: curve.name,
      points: curve.values.map((value, k) => `${across(k + 1)},${down(value)}`).join(' '),
      end: { at: across(curve.values.length), text: String(down(curve.values.at(-1) ?? 0)) },
      labelAt: labels[i] ?? 0,
      ...(curve.band && { band: outline(curve.band, across, down) }),
    })),
    marks: reported.map(({ value, text }) => ({ at: down(value), text })),
  };
}

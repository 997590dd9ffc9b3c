import { apart, spanOf, steps, ticksAcross } from './axes.ts';

/** One line of a chart: a value for each epoch, from 1. */
export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
  /** The batches after which the values were taken, in a chart over batches. */
  readonly at?: readonly number[];
  /** The lowest and highest of reference runs after each epoch, drawn behind. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
}

/** A value that was reported, as a line across. */
export interface Reported {
  readonly value: number;
  readonly text: string;
}

/** What a chart shows of its curves. */
export interface Scale {
  readonly title: string;
  /** The text of a value. */
  readonly write: (value: number) => string;
  /** The least range from bottom to top. */
  readonly least: number;
  readonly across?: 'epoch' | 'batch';
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A chart as positions; the template draws it. Lengths are in the units of the SVG's view box. */
export interface Chart {
  readonly title: string;
  readonly across: string;
  /** Where the plot ends and the names of the lines begin. */
  readonly right: number;
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

/** The plot's edges inside a view box of 400 × 240; the right one leaves room for the longest name. */
export const frame = { left: 48, right: 320, top: 28, bottom: 206 };
const width = 400;
const letter = 7;
const narrowest = 150;

const rightOf = (curves: readonly Curve[]): number => {
  const longest = Math.max(0, ...curves.map(({ name }) => name.length));
  return Math.max(frame.left + narrowest, Math.min(frame.right, width - 8 - letter * longest));
};

type Place = (value: number) => number;

/** There along the highest values and back along the lowest. */
function outline({ low, high }: NonNullable<Curve['band']>, across: Place, down: Place): string {
  const points = (values: readonly number[]) => values.map((value, k) => `${across(k + 1)},${down(value)}`);
  return [...points(high), ...points(low).reverse()].join(' ');
}

const round = (n: number) => Number(n.toFixed(1));

/** Epochs stand in the middle of their stretch, batches where they end. */
function acrossOf(curves: readonly Curve[], right: number, by: 'epoch' | 'batch'): { last: number; across: Place } {
  const ends = curves.flatMap(({ values, at, band }) => [at?.at(-1) ?? values.length, band?.low.length ?? 0]);
  const last = Math.max(1, ...ends);
  const before = by === 'epoch' ? 0.5 : 0;
  return { last, across: (x) => round(frame.left + ((right - frame.left) * (x - before)) / last) };
}

/** Lays out curves over epochs or batches. */
export function chartOf(scale: Scale, curves: readonly Curve[], reported: readonly Reported[] = []): Chart {
  const { title, write, least, across: by = 'epoch' } = scale;
  const behind = curves.flatMap(({ band }) => (band ? [...band.low, ...band.high] : []));
  const values = [...curves.flatMap((curve) => curve.values), ...behind, ...reported.map(({ value }) => value)];
  const right = rightOf(curves);
  const { last, across } = acrossOf(curves, right, by);
  const marks = steps(...spanOf(values, least));
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  const down: Place = (value) => round(frame.bottom - ((frame.bottom - frame.top) * (value - low)) / (high - low));
  const labels = apart(curves.map((curve) => down(curve.values.at(-1) ?? 0)));
  const place = ({ at }: Curve, k: number) => across(at?.[k] ?? k + 1);
  return {
    title,
    across: by,
    right,
    x: ticksAcross(last, by).map((tick) => ({ at: across(tick), text: tick.toLocaleString('en-US') })),
    y: marks.map((mark) => ({ at: down(mark), text: write(mark) })),
    lines: curves.map((curve, i) => ({
      name: curve.name,
      points: curve.values.map((value, k) => `${place(curve, k)},${down(value)}`).join(' '),
      end: { at: place(curve, curve.values.length - 1), text: String(down(curve.values.at(-1) ?? 0)) },
      labelAt: labels[i] ?? 0,
      ...(curve.band && { band: outline(curve.band, across, down) }),
    })),
    marks: reported.map(({ value, text }) => ({ at: down(value), text })),
  };
}

import type { ReferenceBand } from '../../working/reference-band.ts';

/** What is known of how a result came about; the less, the wider the range. */
export interface Circumstances {
  /** Images that the accuracy was measured on. */
  readonly testSize: number;
  /** Epochs of training, where they are stated. */
  readonly epochs?: number;
  /** Images that were trained on, where they are stated. */
  readonly trainSize?: number;
}

export interface ResultJudgement {
  readonly verdict: 'consistent' | 'implausible';
  /** The lowest and highest accuracy that honest runs support, 0 … 1, sampling error included. */
  readonly low: number;
  readonly high: number;
  readonly says: string;
}

const fewestSeeds = 10;

/** Student's t for 9 degrees of freedom, two-sided 99.73 %; for more seeds it is wider than need be. */
const t = 4.1;

/** What the same coverage leaves out on either side. */
const tail = 0.00135;

/** Keeps the logit of 0 and 1 finite. */
const finest = 1e-6;

const largestTest = 10_000_000;

interface Range {
  readonly low: number;
  readonly high: number;
}

const logit = (p: number) => Math.log(p / (1 - p));
const share = (x: number) => 1 / (1 + Math.exp(-x));

/** Where one more run would lie: the prediction interval of a normal sample of logits. */
function prediction(accuracies: readonly number[]): Range {
  // Near 100 % accuracies spread further down than up; their logits do not.
  const logits = accuracies.map((accuracy) => logit(Math.min(Math.max(accuracy, finest), 1 - finest)));
  const n = logits.length;
  const mean = logits.reduce((a, b) => a + b, 0) / n;
  const variance = logits.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const reach = t * Math.sqrt(variance * (1 + 1 / n));
  return { low: share(mean - reach), high: share(mean + reach) };
}

/** The least k of a binomial count of n with P(X ≤ k) ≥ level, as a share of n; p is 0 … 1. */
function binomialQuantile(n: number, p: number, level: number): number {
  if (p <= 0 || p >= 1) return p;
  // In logarithms, because (1 − p)ⁿ underflows for a test set of ordinary size.
  let log = n * Math.log1p(-p);
  let below = Math.exp(log);
  let k = 0;
  for (; below < level && k < n; k += 1) {
    log += Math.log(((n - k) / (k + 1)) * (p / (1 - p)));
    below += Math.exp(log);
  }
  return k / n;
}

/** The accuracies to compare with, in groups of one per seed: of the stated epoch, else of every epoch. */
function groups({ seeds }: ReferenceBand, epochs: number | undefined): number[][] {
  const kept = seeds.map(({ accuracy }) => accuracy);
  // A run that stopped early has no later epochs: what it kept is what it would report.
  const after = (epoch: number) => seeds.map((seed) => seed.epochs[epoch - 1] ?? seed.accuracy);
  const longest = Math.max(...seeds.map((seed) => seed.epochs.length));
  if (epochs !== undefined) return epochs >= longest ? [kept, after(longest)] : [after(epochs)];
  return [kept, ...Array.from({ length: longest }, (_, i) => after(i + 1))];
}

const hull = (ranges: readonly Range[]): Range => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
});

const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

const questions = {
  above: 'Was it measured on images that the network was not trained on, and how were they chosen?',
  below: 'Which settings gave it: epochs, learning rate, first weights, scale of the pixels?',
};

function words(band: ReferenceBand, reported: number, at: Circumstances, runs: Range, range: Range): string {
  const gave = `${band.seeds.length} reference runs lie between ${percent(runs.low)} and ${percent(runs.high)}`;
  const error = `with the sampling error of ${at.testSize} test images, ${percent(range.low)} to ${percent(range.high)}`;
  if (reported >= range.low && reported <= range.high)
    return `${gave}; ${error}. Nothing contradicts ${percent(reported)}.`;
  const side = reported > range.high ? 'above' : 'below';
  const { train } = band.spec.split;
  const more = side === 'above' && (at.trainSize ?? 0) > train;
  const caveat = more ? ` They were trained on ${train} images; more images explain part of a difference.` : '';
  return `${percent(reported)} lies ${side} what the reference runs support: ${gave}; ${error}.${caveat} ${questions[side]}`;
}

/**
 * Holds a reported test accuracy (0 … 1) against reference runs: the prediction interval over seeds (of logits), at the stated epoch
 * or over all epochs, widened by the sampling error of the student's own test set (each 99.73 %).
 * @throws RangeError when the band has fewer than ten seeds or the test size is no count: faults of ours or of the caller.
 */
export function judgeResult(band: ReferenceBand, reported: number, at: Circumstances): ResultJudgement {
  if (band.seeds.length < fewestSeeds)
    throw new RangeError(`a band of ${band.seeds.length} seeds; ${fewestSeeds} are needed`);
  if (!Number.isInteger(at.testSize) || at.testSize < 1 || at.testSize > largestTest)
    throw new RangeError(`a test set of ${at.testSize} images`);
  const accuracies = groups(band, at.epochs);
  const runs = { low: Math.min(...accuracies.flat()), high: Math.max(...accuracies.flat()) };
  const { low, high } = hull(accuracies.map(prediction));
  // A test set of a few images knows only a few shares, so the runs themselves bound the range too.
  const range = {
    low: Math.min(runs.low, binomialQuantile(at.testSize, low, tail)),
    high: Math.max(runs.high, binomialQuantile(at.testSize, high, 1 - tail)),
  };
  if (!(reported >= 0 && reported <= 1)) {
    const says = `An accuracy lies between 0 % and 100 %. How is ${percent(reported)} to be read?`;
    return { verdict: 'implausible', ...range, says };
  }
  const inside = reported >= range.low && reported <= range.high;
  return { verdict: inside ? 'consistent' : 'implausible', ...range, says: words(band, reported, at, runs, range) };
}

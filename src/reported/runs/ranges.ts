/** Two-sided 99.73 % of Student's t, as three standard deviations of a normal, by degrees of freedom. */
const student = [235.8, 19.21, 9.22, 6.62, 5.51, 4.9, 4.53, 4.28, 4.09];

/** What the same coverage leaves out on either side. */
const tail = 0.00135;

/** Keeps the logarithm of 0 finite. */
const finest = 1e-6;

/** The lowest and the highest value that reference runs support. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const logit = (p: number) => Math.log(p / (1 - p));
const share = (x: number) => 1 / (1 + Math.exp(-x));
const within = (p: number) => Math.min(Math.max(p, finest), 1 - finest);

/** Where one more value of a normal sample would lie; `spread` widens for a smaller set of images. */
function prediction(values: readonly number[], spread: number): Range {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const t = student[Math.min(n - 2, student.length - 1)] as number;
  const reach = t * Math.sqrt(variance * (spread + 1 / n));
  return { low: mean - reach, high: mean + reach };
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

const hull = (values: readonly number[]): Range => ({ low: Math.min(...values), high: Math.max(...values) });

/**
 * The accuracies that runs support: the prediction interval over seeds, widened by the sampling error of the student's own
 * images. Near 100 % accuracies spread further down than up; their logits do not.
 */
export function accuracyRange(accuracies: readonly number[], images: number): Range {
  const runs = hull(accuracies);
  const { low, high } = prediction(
    accuracies.map((accuracy) => logit(within(accuracy))),
    1,
  );
  // A test set of a few images knows only a few shares, so the runs themselves bound the range too.
  return {
    low: Math.min(runs.low, binomialQuantile(images, share(low), tail)),
    high: Math.max(runs.high, binomialQuantile(images, share(high), 1 - tail)),
  };
}

/** The losses that runs on so many images each support, on the student's number of images; spread by their ratio. */
export function lossRange(losses: readonly number[], images: number, measuredOn: number): Range {
  const runs = hull(losses);
  const logs = losses.map((loss) => Math.log(Math.max(loss, finest)));
  const { low, high } = prediction(logs, Math.max(1, measuredOn / images));
  return { low: Math.min(runs.low, Math.exp(low)), high: Math.max(runs.high, Math.exp(high)) };
}

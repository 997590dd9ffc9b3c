/** What the logits of some images say beside their labels. */
export interface Judged {
  /** The sum of the cross-entropies, in nats. */
  readonly loss: number;
  readonly right: number;
  readonly predicted: Uint8Array;
  /** The probability of the class that is predicted. */
  readonly confidence: Float32Array;
}

/** Judges logits, n × classes: softmax cross-entropy, the greatest, and how sure it is. */
export function judge(logits: Float32Array, labels: Uint8Array, classes: number): Judged {
  const predicted = new Uint8Array(labels.length);
  const confidence = new Float32Array(labels.length);
  let loss = 0;
  let right = 0;
  labels.forEach((label, i) => {
    const start = i * classes;
    let best = 0;
    for (let k = 1; k < classes; k += 1) {
      if ((logits[start + k] as number) > (logits[start + best] as number)) best = k;
    }
    const top = logits[start + best] as number;
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += Math.exp((logits[start + k] as number) - top);
    predicted[i] = best;
    confidence[i] = 1 / sum;
    loss += Math.log(sum) + top - (logits[start + label] as number);
    if (best === label) right += 1;
  });
  return { loss, right, predicted, confidence };
}

/** The gradient of the mean cross-entropy by the logits, n × classes: probabilities less what was right, over n. */
export function slopesOf(logits: Float32Array, labels: Uint8Array, classes: number): Float32Array {
  const slopes = new Float32Array(logits.length);
  labels.forEach((label, i) => {
    const start = i * classes;
    const end = start + classes;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = start; k < end; k += 1) top = Math.max(top, logits[k] as number);
    // In double precision until the end: the shares are not kept as floats in between.
    let sum = 0;
    for (let k = start; k < end; k += 1) sum += Math.exp((logits[k] as number) - top);
    for (let k = start; k < end; k += 1) {
      const share = Math.exp((logits[k] as number) - top) / sum;
      slopes[k] = (share - (k === start + label ? 1 : 0)) / labels.length;
    }
  });
  return slopes;
}

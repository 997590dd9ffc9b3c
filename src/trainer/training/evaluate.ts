import { type Images, range } from '../data/images.ts';
import type { Model } from '../engines/model.ts';
import type { Spec } from '../spec.ts';
import { imageValues } from './batch.ts';
import { judge } from './loss.ts';

/** How a network does on images that it is not trained on. */
export interface Evaluation {
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** 0 … 1. */
  readonly accuracy: number;
  readonly predicted: Uint8Array;
  /** The probability that the network gives to the class that it predicts. */
  readonly confidence: Float32Array;
}

const batchSize = 500;

/** Runs the images through the network, nothing dropped; cut in the middle where the run cuts. */
export async function evaluate(model: Model, images: Images, classes: number, spec: Spec): Promise<Evaluation> {
  const count = images.labels.length;
  const predicted = new Uint8Array(count);
  const confidence = new Float32Array(count);
  let loss = 0;
  let right = 0;
  for (let start = 0; start < count; start += batchSize) {
    const part = range(images, start, Math.min(start + batchSize, count));
    const logits = await model.logits(imageValues(part, spec));
    const judged = judge(logits, part.labels, classes);
    predicted.set(judged.predicted, start);
    confidence.set(judged.confidence, start);
    loss += judged.loss;
    right += judged.right;
  }
  return { loss: loss / count, accuracy: right / count, predicted, confidence };
}

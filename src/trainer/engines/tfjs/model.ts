import type { Arithmetic, Held, Rule, Rules } from '../../optimisers/rules.ts';
import type { Network } from '../../training/network.ts';
import { normUpdates, type Statistics } from '../../training/norm.ts';
import { type Batch, type Model, memoryOf, type Values } from '../model.ts';
import { forward } from './forward.ts';
import type { Tensor, Tensors } from './tensors.ts';

const arithmetic = (tf: Tensors): Arithmetic<Tensor> => ({
  plus: tf.add,
  times: tf.mul,
  over: tf.div,
  root: tf.sqrt,
  constant: tf.scalar,
});

interface Gradients {
  readonly logits: ArrayLike<number>;
  readonly gradients: Map<number, Tensor>;
  readonly statistics: Statistics;
}

const numbersOf = (tensor: Tensor): Float32Array => new Float32Array(tensor.dataSync());

/** A network of tensors; the backend's own differentiation gives the gradients. */
export class TensorModel implements Model {
  private held: Held<Tensor>[];
  private readonly tf: Tensors;
  private readonly network: Network;
  private readonly rules: Rules;

  constructor(tf: Tensors, network: Network, { weights, memory }: Values, rules: Rules) {
    this.tf = tf;
    this.network = network;
    this.rules = rules;
    const arrays = memoryOf(network, rules, memory);
    this.held = network.parameters.map(({ shape }, i) => {
      const tensor = (values: Float32Array | undefined) => tf.tensor((values ?? new Float32Array()).slice(), shape);
      return { value: tensor(weights[i]), memory: (arrays[i] ?? []).map(tensor) };
    });
  }

  private imagesOf(images: Float32Array): Tensor {
    const [height = 1, width = 1, channels = 1] = this.network.layers[0]?.input ?? [];
    return this.tf.tensor(images, [images.length / (height * width * channels), height, width, channels]);
  }

  /** The caller tidies. */
  private gradientsOf({ images, labels, masks }: Batch): Gradients {
    const { tf, network, rules } = this;
    const x = this.imagesOf(images);
    const target = tf.oneHot(tf.tensor(Int32Array.from(labels), [labels.length], 'int32'), network.classes);
    const drawn = masks.map((mask) => tf.tensor(mask, [labels.length, mask.length / labels.length]));
    const values = this.held.map(({ value }) => value);
    const trained = [...values.keys()].filter((i) => rules[i]);
    const statistics: Statistics = new Map();
    let logits: ArrayLike<number> = [];
    const seen = (at: number, mean: Tensor, variance: Tensor) =>
      statistics.set(at, { mean: numbersOf(mean), variance: numbersOf(variance) });
    const loss = (...parameters: Tensor[]): Tensor => {
      const all = values.map((value, i) => parameters[trained.indexOf(i)] ?? value);
      const out = forward(tf, network, all, x, { masks: drawn, seen });
      logits = out.dataSync();
      return tf.losses.softmaxCrossEntropy(target, out);
    };
    const { grads } = tf.valueAndGrads(loss)(trained.map((i) => values[i] as Tensor));
    return { logits, statistics, gradients: new Map(trained.map((i, k) => [i, grads[k] as Tensor])) };
  }

  private next(i: number, gradient: Tensor, rate: number, step: number): Held<Tensor> {
    const { tf } = this;
    const rule = this.rules[i] as Rule;
    const { down, first, second } = rule.numbers(rate, step);
    const numbers = { down: tf.scalar(down), first: tf.scalar(first), second: tf.scalar(second) };
    const { value, memory } = rule.next(arithmetic(tf), this.held[i] as Held<Tensor>, gradient, numbers);
    return { value: tf.keep(value), memory: memory.map(tf.keep) };
  }

  private replace(i: number, held: Held<Tensor>): void {
    const old = this.held[i];
    for (const tensor of old ? [old.value, ...old.memory] : []) tensor.dispose();
    this.held[i] = held;
  }

  async step(batch: Batch, rate: number, step: number): Promise<Float32Array> {
    const { tf } = this;
    const done = tf.tidy(() => {
      const { gradients, logits, statistics } = this.gradientsOf(batch);
      const fresh = [...gradients].map(([i, gradient]) => [i, this.next(i, gradient, rate, step)] as const);
      return { fresh, logits, statistics };
    });
    for (const [i, held] of done.fresh) this.replace(i, held);
    const old = (i: number) => numbersOf((this.held[i] as Held<Tensor>).value);
    for (const [i, values] of normUpdates(this.network, batch.labels.length, done.statistics, old)) {
      this.replace(i, { value: tf.tensor(values, [values.length]), memory: [] });
    }
    return new Float32Array(done.logits);
  }

  async logits(images: Float32Array): Promise<Float32Array> {
    const values = this.held.map(({ value }) => value);
    return this.tf.tidy(() => numbersOf(forward(this.tf, this.network, values, this.imagesOf(images))));
  }

  async values(): Promise<Values> {
    return {
      weights: this.held.map(({ value }) => numbersOf(value)),
      memory: this.held.flatMap(({ memory }) => memory.map(numbersOf)),
    };
  }

  async close(): Promise<void> {
    for (const { value, memory } of this.held) for (const tensor of [value, ...memory]) tensor.dispose();
    this.held = [];
  }
}

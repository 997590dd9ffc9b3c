import type { Arithmetic, Held, Rule, Rules } from '../../optimisers/rules.ts';
import { slopesOf } from '../../training/loss.ts';
import type { Network, Parameter } from '../../training/network.ts';
import { normUpdates, type Statistics } from '../../training/norm.ts';
import { type Batch, type Model, memoryOf, type Values } from '../model.ts';
import { forward } from './forward.ts';
import { fromHeld, heldShape, toHeld } from './held.ts';
import type { Tensor, Tensors } from './tensors.ts';

const arithmetic = (tf: Tensors): Arithmetic<Tensor> => ({
  plus: tf.add,
  times: tf.mul,
  over: tf.div,
  root: tf.sqrt,
  constant: tf.scalar,
});

interface Gradients {
  readonly logits: Float32Array<ArrayBuffer>;
  readonly gradients: Map<number, Tensor>;
  readonly statistics: Statistics;
}

const numbersOf = (tensor: Tensor) => new Float32Array(tensor.dataSync());

/**
 * A network of tensors; the backend's own differentiation gives the gradients, from those of the logits on: these are
 * known numbers, and nobody needs the loss itself here.
 */
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
    this.held = network.parameters.map((parameter, i) => {
      const shape = heldShape(parameter);
      const tensor = (values: Float32Array) => tf.tensor(toHeld(parameter, values), shape);
      return { value: tensor(weights[i] ?? new Float32Array()), memory: (arrays[i] ?? []).map(tensor) };
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
    const drawn = masks.map((mask) => tf.tensor(mask, [labels.length, mask.length / labels.length]));
    const values = this.held.map(({ value }) => value);
    const trained = [...values.keys()].filter((i) => rules[i]);
    const statistics: Statistics = new Map();
    let logits = new Float32Array();
    const seen = (at: number, mean: Tensor, variance: Tensor) =>
      statistics.set(at, { mean: numbersOf(mean), variance: numbersOf(variance) });
    const loss = (...parameters: Tensor[]): Tensor => {
      const all = values.map((value, i) => parameters[trained.indexOf(i)] ?? value);
      const out = forward(tf, network, all, x, { masks: drawn, seen });
      logits = numbersOf(out);
      const gradFunc = () => tf.tensor(slopesOf(logits, labels, network.classes), out.shape);
      return tf.customGrad(() => ({ value: tf.scalar(0), gradFunc }))(out);
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
    // Nothing is given back through `tidy`: it would look for tensors in every number of what it is given.
    let fresh: [number, Held<Tensor>][] = [];
    let logits = new Float32Array();
    let statistics: Statistics = new Map();
    tf.tidy(() => {
      const found = this.gradientsOf(batch);
      ({ logits, statistics } = found);
      fresh = [...found.gradients].map(([i, gradient]) => [i, this.next(i, gradient, rate, step)]);
    });
    for (const [i, held] of fresh) this.replace(i, held);
    const old = (i: number) => numbersOf((this.held[i] as Held<Tensor>).value);
    for (const [i, values] of normUpdates(this.network, batch.labels.length, statistics, old)) {
      this.replace(i, { value: tf.tensor(values, [values.length]), memory: [] });
    }
    return logits;
  }

  async logits(images: Float32Array): Promise<Float32Array> {
    const values = this.held.map(({ value }) => value);
    // Not given back through `tidy`, as in a step.
    let logits = new Float32Array();
    this.tf.tidy(() => {
      logits = numbersOf(forward(this.tf, this.network, values, this.imagesOf(images)));
    });
    return logits;
  }

  async values(): Promise<Values> {
    const read = (tensor: Tensor, i: number) => fromHeld(this.network.parameters[i] as Parameter, numbersOf(tensor));
    return {
      weights: this.held.map(({ value }, i) => read(value, i)),
      memory: this.held.flatMap(({ memory }, i) => memory.map((tensor) => read(tensor, i))),
    };
  }

  async close(): Promise<void> {
    for (const { value, memory } of this.held) for (const tensor of [value, ...memory]) tensor.dispose();
    this.held = [];
  }
}

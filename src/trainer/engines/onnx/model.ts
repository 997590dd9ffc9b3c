import type { Rules } from '../../optimisers/rules.ts';
import type { Network } from '../../training/network.ts';
import { normUpdates, type Statistics } from '../../training/norm.ts';
import { type Batch, type Model, memoryOf, type Values } from '../model.ts';
import { fromNative, nativeShape, toNative } from './layout.ts';
import { evaluationGraph, names, type StepGraph, stepGraph } from './network.ts';
import { type Fetches, openSession, type Runtime, type RuntimeTensor, type Session } from './runtime.ts';
import { writeModel } from './write.ts';

/** Two arrays for one value: a step reads one and writes the other, then they change places. */
interface Pair {
  now: RuntimeTensor;
  next: RuntimeTensor;
}

interface Held {
  readonly value: Pair;
  readonly memory: readonly Pair[];
}

const dataOf = ({ data }: RuntimeTensor) => data as Float32Array;

function turn(pair: Pair): void {
  [pair.now, pair.next] = [pair.next, pair.now];
}

/** A network as two graphs of ONNX Runtime: a whole step of training, and evaluation. */
export class GraphModel implements Model {
  private readonly plan: StepGraph;
  private training: Promise<Session> | undefined;
  private evaluating: Promise<Session> | undefined;
  private readonly evaluation: ReturnType<typeof evaluationGraph>;
  private readonly held: Held[];
  private readonly runtime: Runtime;
  private readonly network: Network;
  private readonly rules: Rules;
  private readonly threads: number;

  constructor(runtime: Runtime, threads: number, network: Network, { weights, memory }: Values, rules: Rules) {
    this.runtime = runtime;
    this.threads = threads;
    this.network = network;
    this.rules = rules;
    this.plan = stepGraph(network, rules);
    this.evaluation = evaluationGraph(network);
    const arrays = memoryOf(network, rules, memory);
    this.held = network.parameters.map((_, i) => {
      const pair = (values: Float32Array | undefined): Pair => {
        const own = toNative(network, i, values ?? new Float32Array());
        const tensor = (data: Float32Array) => this.tensor(data, nativeShape(network, i));
        return { now: tensor(own), next: tensor(new Float32Array(own.length)) };
      };
      return { value: pair(weights[i]), memory: (arrays[i] ?? []).map(pair) };
    });
  }

  private tensor(data: Float32Array, shape: readonly number[]): RuntimeTensor {
    return new this.runtime.Tensor('float32', data, shape);
  }

  private imagesOf(images: Float32Array): RuntimeTensor {
    const [height = 1, width = 1, channels = 1] = this.network.layers[0]?.input ?? [];
    return this.tensor(images, [images.length / (height * width * channels), height, width, channels]);
  }

  private parameters(): Record<string, RuntimeTensor> {
    return Object.fromEntries(this.held.map(({ value }, i) => [names.parameter(i), value.now]));
  }

  private feeds({ images, labels, masks }: Batch, rate: number, step: number): Record<string, RuntimeTensor> {
    const n = labels.length;
    const { classes, layers } = this.network;
    const target = new Float32Array(n * classes);
    labels.forEach((label, i) => {
      target[i * classes + label] = 1;
    });
    const numbers = this.rules.find((rule) => rule)?.numbers(rate, step) ?? { down: 0, first: 1, second: 1 };
    const scalar = (value: number) => this.tensor(Float32Array.of(value), []);
    const feeds: Record<string, RuntimeTensor> = {
      ...this.parameters(),
      [names.images]: this.imagesOf(images),
      [names.target]: this.tensor(target, [n, classes]),
      [names.share]: scalar(1 / n),
      [names.numbers.down]: scalar(numbers.down),
      [names.numbers.first]: scalar(numbers.first),
      [names.numbers.second]: scalar(numbers.second),
    };
    this.held.forEach(({ memory }, i) => {
      memory.forEach(({ now }, k) => {
        feeds[names.memory(i, k)] = now;
      });
    });
    const drops = [...layers.keys()].filter((i) => layers[i]?.layer.type === 'dropout');
    drops.forEach((index, k) => {
      const mask = masks[k] ?? new Float32Array();
      feeds[names.mask(index)] = this.tensor(mask, [n, mask.length / n]);
    });
    return feeds;
  }

  private fetches(): Fetches {
    const { logits, next, statistics } = this.plan;
    const fetches: Fetches = { [logits]: null };
    for (const [i, { value, memory }] of next) {
      fetches[value] = this.held[i]?.value.next ?? null;
      memory.forEach((name, k) => {
        fetches[name] = this.held[i]?.memory[k]?.next ?? null;
      });
    }
    for (const pair of statistics.values()) for (const name of pair) fetches[name] = null;
    return fetches;
  }

  async step(batch: Batch, rate: number, step: number): Promise<Float32Array> {
    this.training ??= openSession(this.runtime, writeModel(this.plan.graph), this.threads);
    const session = await this.training;
    const results = await session.run(this.feeds(batch, rate, step), this.fetches());
    for (const i of this.plan.next.keys()) {
      const held = this.held[i] as Held;
      for (const pair of [held.value, ...held.memory]) turn(pair);
    }
    const result = (name: string) => dataOf(results[name] as RuntimeTensor);
    const statistics: Statistics = new Map(
      [...this.plan.statistics].map(([at, [mean, variance]]) => [
        at,
        { mean: result(mean), variance: result(variance) },
      ]),
    );
    const old = (i: number) => dataOf((this.held[i] as Held).value.now);
    for (const [i, values] of normUpdates(this.network, batch.labels.length, statistics, old)) old(i).set(values);
    return result(this.plan.logits);
  }

  async logits(images: Float32Array): Promise<Float32Array> {
    this.evaluating ??= openSession(this.runtime, writeModel(this.evaluation.graph), this.threads);
    const session = await this.evaluating;
    const { logits } = this.evaluation;
    const results = await session.run(
      { ...this.parameters(), [names.images]: this.imagesOf(images) },
      { [logits]: null },
    );
    return dataOf(results[logits] as RuntimeTensor);
  }

  async values(): Promise<Values> {
    const ours = (i: number, { now }: Pair) => fromNative(this.network, i, dataOf(now));
    return {
      weights: this.held.map(({ value }, i) => ours(i, value)),
      memory: this.held.flatMap(({ memory }, i) => memory.map((pair) => ours(i, pair))),
    };
  }

  async close(): Promise<void> {
    for (const session of [this.training, this.evaluating]) await (await session)?.release();
  }
}

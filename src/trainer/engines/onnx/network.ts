import type { Arithmetic, Rule, Rules } from '../../optimisers/rules.ts';
import type { Network } from '../../training/network.ts';
import { Graph, type Value } from './graph.ts';
import { builds, dropout, fixedNorm, type Gradient, type Step } from './layers.ts';
import { nativeShape } from './layout.ts';

/** Where the values of a step stand in its graph: names of inputs, and of what it gives. */
export interface StepGraph {
  readonly graph: Graph;
  readonly logits: Value;
  /** The successor of each parameter that is trained, and of what its rule remembers. */
  readonly next: ReadonlyMap<number, { readonly value: Value; readonly memory: readonly Value[] }>;
  /** Mean and variance of a batch norm, by its first parameter. */
  readonly statistics: ReadonlyMap<number, readonly [Value, Value]>;
}

export const names = {
  images: 'images',
  target: 'target',
  share: 'share',
  parameter: (i: number) => `p${i}`,
  memory: (i: number, k: number) => `m${i}_${k}`,
  mask: (i: number) => `mask${i}`,
  numbers: { down: 'down', first: 'first', second: 'second' },
} as const;

const open = -1;

function arithmetic(g: Graph): Arithmetic<Value> {
  return {
    plus: (a, b) => g.add('Add', [a, b]),
    times: (a, b) => g.add('Mul', [a, b]),
    over: (a, b) => g.add('Div', [a, b]),
    root: (a) => g.add('Sqrt', [a]),
    constant: (value) => g.float(value),
  };
}

/** Declares the images and brings their channels to the front. */
function imagesOf(g: Graph, { layers }: Network): Value {
  const [height = 1, width = 1, channels = 1] = layers[0]?.input ?? [];
  const images = g.input(names.images, [open, height, width, channels]);
  return channels === 1 ? g.reshape(images, -1, 1, height, width) : g.transpose(images, 0, 3, 1, 2);
}

function parameters(g: Graph, network: Network): Value[] {
  return network.parameters.map((_, i) => g.input(names.parameter(i), nativeShape(network, i)));
}

interface Pass {
  readonly steps: Step[];
  readonly logits: Value;
}

/** The layers one after the other; `build` makes one of them. */
function forward(g: Graph, network: Network, x: Value, build: (index: number, x: Value, flat: boolean) => Step): Pass {
  let value = x;
  let flat = false;
  const steps = network.layers.map(({ layer }, index) => {
    const step = build(index, value, flat);
    value = step.y;
    flat ||= layer.type === 'dense' || layer.type === 'output';
    return step;
  });
  g.output(value, [open, network.classes]);
  return { steps, logits: value };
}

/** The gradient of every parameter from the logits' gradient. Below the first parameter nothing is asked for. */
function backward(network: Network, steps: readonly Step[], dlogits: Value): Map<number, Gradient> {
  const found = new Map<number, Gradient>();
  const first = network.layers.findIndex(({ at }) => at !== undefined);
  let dy = dlogits;
  for (let index = steps.length - 1; index >= first; index -= 1) {
    const { dx, gradients } = (steps[index] as Step).back(dy);
    const at = network.layers[index]?.at ?? 0;
    gradients.forEach((gradient, k) => {
      found.set(at + k, gradient);
    });
    if (index > first) dy = dx();
  }
  return found;
}

function follow(g: Graph, rule: Rule, i: number, shape: number[], gradient: Gradient) {
  const { numbers } = names;
  const value = names.parameter(i);
  if (rule.plain && gradient.descend) return { value: gradient.descend(value, numbers.down), memory: [] };
  const memory = Array.from({ length: rule.slots }, (_, k) => g.input(names.memory(i, k), shape));
  return rule.next(arithmetic(g), { value, memory }, gradient.value(), numbers);
}

/** One step of training as a graph: logits, and every trained parameter after the step. */
export function stepGraph(network: Network, rules: Rules): StepGraph {
  const g = new Graph();
  const x = imagesOf(g, network);
  const own = parameters(g, network);
  for (const name of Object.values(names.numbers)) g.input(name, []);
  const { steps, logits } = forward(g, network, x, (index, value, flat) => {
    const placed = network.layers[index] as Network['layers'][number];
    const { layer, at = 0, input } = placed;
    if (layer.type !== 'dropout') return builds[layer.type](g, placed, value, own.slice(at, at + 4), flat);
    const mask = g.input(names.mask(index), [open, input[0] * input[1] * input[2]]);
    return dropout(g, placed, value, mask, flat);
  });
  // Of the mean cross-entropy: (softmax − target) / n.
  const difference = g.add('Sub', [
    g.add('Softmax', [logits], { axis: 1 }),
    g.input(names.target, [open, network.classes]),
  ]);
  const gradients = backward(network, steps, g.add('Mul', [difference, g.input(names.share, [])]));
  const next = new Map(
    [...gradients].flatMap(([i, gradient]) => {
      const rule = rules[i];
      return rule ? [[i, follow(g, rule, i, nativeShape(network, i), gradient)] as const] : [];
    }),
  );
  for (const [i, { value, memory }] of next)
    for (const name of [value, ...memory]) g.output(name, nativeShape(network, i));
  const statistics = new Map(
    steps.flatMap(({ statistics: pair }, index) => {
      const { at = 0, input } = network.layers[index] as Network['layers'][number];
      for (const name of pair ?? []) g.output(name, [input[2]]);
      return pair ? [[at, pair] as const] : [];
    }),
  );
  return { graph: g, logits, next, statistics };
}

/** The network as evaluation runs it: images in, logits out. */
export function evaluationGraph(network: Network): { graph: Graph; logits: Value } {
  const g = new Graph();
  const x = imagesOf(g, network);
  const own = parameters(g, network);
  const { logits } = forward(g, network, x, (index, value, flat) => {
    const placed = network.layers[index] as Network['layers'][number];
    const { layer, at = 0 } = placed;
    const back = () => ({ dx: () => value, gradients: [] });
    if (layer.type === 'dropout') return { y: value, back };
    if (layer.type === 'batch-norm') return { y: fixedNorm(g, placed, value, own.slice(at, at + 4), flat), back };
    return builds[layer.type](g, placed, value, own.slice(at, at + 4), flat);
  });
  return { graph: g, logits };
}

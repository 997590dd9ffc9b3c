import { leak, normDefaults } from '../../training/constants.ts';
import type { Placed } from '../../training/network.ts';
import type { Graph, Value } from './graph.ts';

/** The gradient of one parameter: as a value, and where it is one product, as a step down along it. */
export interface Gradient {
  value(): Value;
  /** The parameter plus `down` times its gradient, in one operation. */
  descend?(parameter: Value, down: Value): Value;
}

/** What a layer makes of its input, and how its gradients follow from the output's. */
export interface Step {
  readonly y: Value;
  /** `dx` is asked for only where a layer below needs it. */
  back(dy: Value): { dx(): Value; gradients: Gradient[] };
  /** Mean and variance of the batch. */
  readonly statistics?: readonly [Value, Value];
}

/** Builds a layer; values are n × channels × height × width, or n × units after a dense layer. */
export type Build = (g: Graph, placed: Placed, x: Value, own: readonly Value[], flat: boolean) => Step;

type Of<K extends Placed['layer']['type']> = Extract<Placed['layer'], { type: K }>;

const sides = ([height, width, channels]: Placed['input']) => [channels, height, width] as const;

/** The value after an activation, and the gradient before it: all follow from the value after it. */
function activation(g: Graph, name: string, x: Value): { y: Value; back: (dy: Value) => Value } {
  const one = () => g.float(1);
  switch (name) {
    case 'relu': {
      const y = g.add('Relu', [x]);
      return { y, back: (dy) => g.add('Mul', [dy, g.add('Sign', [y])]) };
    }
    case 'leaky-relu': {
      const y = g.add('LeakyRelu', [x], { alpha: { float: leak } });
      const slope = () => g.add('Where', [g.add('Greater', [y, g.float(0)]), one(), g.float(leak)]);
      return { y, back: (dy) => g.add('Mul', [dy, slope()]) };
    }
    case 'sigmoid': {
      const y = g.add('Sigmoid', [x]);
      return { y, back: (dy) => g.add('Mul', [dy, g.add('Mul', [y, g.add('Sub', [one(), y])])]) };
    }
    case 'tanh': {
      const y = g.add('Tanh', [x]);
      return { y, back: (dy) => g.add('Mul', [dy, g.add('Sub', [one(), g.add('Mul', [y, y])])]) };
    }
    default:
      return { y: x, back: (dy) => dy };
  }
}

const activationOf = ({ layer }: Placed) => ('activation' in layer ? layer.activation : 'none');

const dense: Build = (g, placed, x, [weights = '', biases = ''], flat) => {
  const [channels, height, width] = sides(placed.input);
  const rows = flat ? x : g.reshape(x, -1, channels * height * width);
  const { y, back } = activation(g, activationOf(placed), g.add('Gemm', [rows, weights, biases]));
  return {
    y,
    back: (dy) => {
      const d = back(dy);
      const ofWeights: Gradient = {
        value: () => g.add('Gemm', [rows, d], { transA: 1 }),
        descend: (w, down) => g.add('Gemm', [rows, g.add('Mul', [d, down]), w], { transA: 1 }),
      };
      const dx = () => {
        const product = g.add('Gemm', [d, weights], { transB: 1 });
        return flat ? product : g.reshape(product, -1, channels, height, width);
      };
      return { dx, gradients: [ofWeights, { value: () => g.sum(d, 0) }] };
    },
  };
};

const conv: Build = (g, placed, x, [weights = '', biases = '']) => {
  const { kernel, padding } = placed.layer as Of<'conv'>;
  const before = padding === 'same' ? (kernel - 1) >> 1 : 0;
  const after = padding === 'same' ? kernel - 1 - before : 0;
  const pads = [before, before, after, after];
  const { y, back } = activation(g, activationOf(placed), g.add('Conv', [x, weights, biases], { pads }));
  return {
    y,
    back: (dy) => {
      const d = back(dy);
      // The images convolved with the output's gradient, batch and channels exchanged.
      const product = () => g.add('Conv', [g.transpose(x, 1, 0, 2, 3), g.transpose(d, 1, 0, 2, 3)], { pads });
      const ofWeights: Gradient = { value: () => g.transpose(product(), 1, 0, 2, 3) };
      const dx = () => g.add('ConvTranspose', [d, weights], { pads });
      return { dx, gradients: [ofWeights, { value: () => g.sum(d, 0, 2, 3) }] };
    },
  };
};

function averaged(g: Graph, { input }: Placed, x: Value, window: number, stride: number): Step {
  const [channels, height, width] = sides(input);
  const square = { kernel_shape: [window, window], strides: [stride, stride] };
  const left = (size: number) => (size - window) % stride;
  return {
    y: g.add('AveragePool', [x], square),
    back: (dy) => {
      const dx = () => {
        const out = (size: number) => Math.floor((size - window) / stride) + 1;
        const maps = g.reshape(dy, -1, 1, out(height), out(width));
        const share = g.floats(new Array(window ** 2).fill(1 / window ** 2), [1, 1, window, window]);
        const padding = { strides: [stride, stride], output_padding: [left(height), left(width)] };
        return g.reshape(g.add('ConvTranspose', [maps, share], padding), -1, channels, height, width);
      };
      return { dx, gradients: [] };
    },
  };
}

const pool: Build = (g, placed, x) => {
  const { window, stride = window, by } = placed.layer as Of<'pool'>;
  if (by === 'average') return averaged(g, placed, x, window, stride);
  const square = { kernel_shape: [window, window], strides: [stride, stride] };
  const [y = '', places = ''] = g.several('MaxPool', [x], 2, square);
  const shape = () => g.add('Shape', [x]);
  const unpooled = (dy: Value) => g.add('MaxUnpool', [dy, places, shape()], square);
  // Windows that overlap may share their maximum, which then gets the sum.
  const scattered = (dy: Value) => {
    const zeros = g.add('ConstantOfShape', [g.add('Shape', [g.reshape(x, -1)])]);
    const all = g.several('ScatterElements', [zeros, g.reshape(places, -1), g.reshape(dy, -1)], 1, {
      reduction: 'add',
    });
    return g.add('Reshape', [all[0] as Value, shape()]);
  };
  return { y, back: (dy) => ({ dx: () => (stride < window ? scattered(dy) : unpooled(dy)), gradients: [] }) };
};

const norm: Build = (g, placed, x, [scale = '', shift = ''], flat) => {
  const { epsilon = normDefaults.epsilon } = placed.layer as Of<'batch-norm'>;
  const axes = flat ? [0] : [0, 2, 3];
  const mean = (v: Value) => g.add('ReduceMean', [v], { axes, keepdims: 1 });
  const wide = (v: Value) => (flat ? v : g.reshape(v, 1, -1, 1, 1));
  const average = mean(x);
  const centred = g.add('Sub', [x, average]);
  const variance = mean(g.add('Mul', [centred, centred]));
  const root = g.add('Sqrt', [g.add('Add', [variance, g.float(epsilon)])]);
  const unit = g.add('Div', [centred, root]);
  const y = g.add('Add', [g.add('Mul', [unit, wide(scale)]), wide(shift)]);
  return {
    y,
    statistics: [g.reshape(average, -1), g.reshape(variance, -1)],
    back: (dy) => {
      const along = () => g.add('Mul', [dy, unit]);
      const dx = () => {
        const rest = g.add('Add', [mean(dy), g.add('Mul', [unit, mean(along())])]);
        return g.add('Mul', [g.add('Sub', [dy, rest]), g.add('Div', [wide(scale), root])]);
      };
      return { dx, gradients: [{ value: () => g.sum(along(), ...axes) }, { value: () => g.sum(dy, ...axes) }] };
    },
  };
};

const bare: Build = (g, placed, x) => {
  const { y, back } = activation(g, activationOf(placed), x);
  return { y, back: (dy) => ({ dx: () => back(dy), gradients: [] }) };
};

/** A dropout layer multiplies by its mask, which is n × inputs with the channels last. */
export const dropout = (g: Graph, { input }: Placed, x: Value, mask: Value, flat: boolean): Step => {
  const factors = flat ? mask : g.transpose(g.reshape(mask, -1, ...input), 0, 3, 1, 2);
  return {
    y: g.add('Mul', [x, factors]),
    back: (dy) => ({ dx: () => g.add('Mul', [dy, factors]), gradients: [] }),
  };
};

/** Batch norm by the running mean and variance, as evaluation does it. */
export function fixedNorm(g: Graph, { layer }: Placed, x: Value, own: readonly Value[], flat: boolean): Value {
  const { epsilon = normDefaults.epsilon } = layer as Of<'batch-norm'>;
  const [scale, shift, mean, variance] = own.map((v) => (flat ? v : g.reshape(v, 1, -1, 1, 1))) as [
    string,
    string,
    string,
    string,
  ];
  const factor = g.add('Div', [scale, g.add('Sqrt', [g.add('Add', [variance, g.float(epsilon)])])]);
  return g.add('Add', [g.add('Mul', [g.add('Sub', [x, mean]), factor]), shift]);
}

/** The layers by type; dropout is apart because it needs its mask. */
export const builds: Record<Exclude<Placed['layer']['type'], 'dropout'>, Build> = {
  dense,
  output: dense,
  conv,
  pool,
  'batch-norm': norm,
  activation: bare,
};

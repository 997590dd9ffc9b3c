import type { Layer } from './layer.ts';
import type { Volume } from './volume.ts';

/** A 1×1 convolution with nothing else stated: it leaves the size alone. */
export const isPoint = ({ type, numbers }: Layer): boolean =>
  type === 'conv' && numbers.kernel === '1' && numbers.padding === undefined && numbers.stride === undefined;

/** Is the number stated? A kernel of 1 is left out of every formula. */
const states = ({ numbers }: Layer, attribute: string): boolean =>
  numbers[attribute] !== undefined && !(attribute === 'kernel' && numbers.kernel === '1');

/** One side of the output of a convolution or a pooling, as a formula of that of its input. */
export function sideText(layer: Layer, name: string, before: string): string {
  const isPool = layer.type === 'pool';
  const window = isPool ? `${name}.window` : states(layer, 'kernel') ? `${name}.kernel` : '1';
  const padding = states(layer, 'padding') ? ` + 2*${name}.padding` : '';
  const covered = states(layer, 'dilation') ? `${name}.dilation*(${window} - 1) - 1` : window;
  const stride = states(layer, 'stride') ? `${name}.stride` : isPool ? window : '';
  const span = `${before}${padding} - ${covered}`;
  return stride === '' ? `${span} + 1` : `${layer.switches.ceil ? 'ceil' : 'floor'}((${span})/${stride}) + 1`;
}

/** Everything that comes in, as a product. */
export function inputsOf({ sides, depth }: Volume): string {
  const [side = ''] = sides;
  return [...(sides.length === 1 ? [side, side] : sides), depth].join('*');
}

/** What a layer learns: each term with what it stands for. */
export function termsOf(layer: Layer, name: string, before: Volume): [string, string][] {
  const { type, switches } = layer;
  if (type === 'pool' && switches.trainable) return pair('coefficients', 'biases', before.depth);
  if (type === 'batchnorm') return pair('scales', 'shifts', before.depth);
  if (type !== 'conv' && type !== 'fc') return [];
  const neurons = type === 'conv' ? `${name}.filters` : `${name}.units`;
  const inputs = type === 'conv' ? windowOf(layer, name, before) : inputsOf(before);
  const weights: [string, string] = ['weights', `${inputs}*${neurons}`];
  return switches.bias ? [weights, ['biases', neurons]] : [weights];
}

const pair = (first: string, second: string, each: string): [string, string][] => [
  [first, each],
  [second, each],
];

/** The inputs of one filter at one position. */
function windowOf(layer: Layer, name: string, { depth }: Volume): string {
  const window = states(layer, 'kernel') ? `${name}.kernel*${name}.kernel*` : '';
  return `${window}${depth}${states(layer, 'groups') ? `/${name}.groups` : ''}`;
}

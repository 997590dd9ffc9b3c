import type { Decimal } from '../../exact/decimal.ts';
import type { Aliases, Line } from '../problem.ts';
import type { Layer, LayerType } from './layer.ts';

const words: Readonly<Partial<Record<LayerType, readonly string[]>>> = {
  conv: ['convolution', 'convolutional layer', 'conv layer'],
  pool: ['pooling', 'pooling layer', 'subsampling'],
  fc: ['fully connected layer', 'fully connected', 'dense layer', 'FC layer'],
};

/**
 * Other labels for the lines of a network, from the names and types of its layers: "Layer C1" for `C1`, "Layer 3" for
 * `layer3`, the words of a type ("fully connected layer") where no other layer is of this type, and the type with the
 * shape that comes out ("conv(24x24x8)") where no other layer is called so.
 */
export function layerAliases(
  layers: readonly Layer[],
  lines: readonly Line[],
  numberOf: (name: string) => Decimal,
): Aliases {
  const named = new Set(lines.map(({ name }) => name));
  const own = layers
    .filter(({ name }) => named.has(name))
    .map((layer) => [layer.name, [...aliasesOf(layer, layers), ...shapedOf(layer, layers, lines, numberOf)]] as const);
  const shapes = layers
    .filter(({ name }) => named.has(`${name}.depth`))
    .map((layer) => [`${layer.name}Shape`, aliasesOf(layer, layers).map((alias) => `${alias} output`)] as const);
  return { ...Object.fromEntries([...own, ...shapes]), ...(named.has('total') && { total: totals }) };
}

const totals = ['total parameters', 'total number of parameters', 'total trainable parameters', 'parameters in total'];

function aliasesOf({ name, type }: Layer, layers: readonly Layer[]): readonly string[] {
  const numbered = /^layer(\d+)$/.exec(name)?.[1];
  const alone = layers.filter((other) => other.type === type).length === 1;
  const own = numbered ? [`Layer ${numbered}`, `L${numbered}`] : [`Layer ${name}`, `${name} layer`];
  return [...own, ...(alone ? (words[type] ?? []) : [])];
}

function shapedOf(
  layer: Layer,
  layers: readonly Layer[],
  lines: readonly Line[],
  numberOf: (name: string) => Decimal,
): readonly string[] {
  const shapeOf = ({ name, type }: Layer): string => {
    if (!lines.some((line) => line.name === `${name}.depth`)) return '';
    const axes = ['size', 'height', 'width', 'depth'].map((axis) => `${name}.${axis}`);
    const [depth = '', ...sides] = axes
      .filter((axis) => lines.some((line) => line.name === axis))
      .map((axis) => numberOf(axis).toFixed())
      .reverse();
    const [width = '1', height = width] = sides;
    return depth === '' ? '' : `${type}(${height}x${width}x${depth})`;
  };
  const own = shapeOf(layer);
  return own !== '' && layers.filter((other) => shapeOf(other) === own).length === 1 ? [own] : [];
}

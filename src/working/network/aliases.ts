import type { Aliases, Line } from '../problem.ts';
import type { Layer, LayerType } from './layer.ts';

const words: Readonly<Partial<Record<LayerType, readonly string[]>>> = {
  conv: ['convolution', 'convolutional layer', 'conv layer'],
  pool: ['pooling', 'pooling layer', 'subsampling'],
  fc: ['fully connected layer', 'fully connected', 'dense layer', 'FC layer'],
};

/**
 * Other labels for the lines of a network, from the names and types of its layers: "Layer C1" for `C1`, "Layer 3" for
 * `layer3`, and the words of a type ("fully connected layer") where no other layer is of this type.
 */
export function layerAliases(layers: readonly Layer[], lines: readonly Line[]): Aliases {
  const named = new Set(lines.map(({ name }) => name));
  const own = layers
    .filter(({ name }) => named.has(name))
    .map((layer) => [layer.name, aliasesOf(layer, layers)] as const);
  return { ...Object.fromEntries(own), ...(named.has('total') && { total: totals }) };
}

const totals = ['total parameters', 'total number of parameters', 'total trainable parameters', 'parameters in total'];

function aliasesOf({ name, type }: Layer, layers: readonly Layer[]): readonly string[] {
  const numbered = /^layer(\d+)$/.exec(name)?.[1];
  const alone = layers.filter((other) => other.type === type).length === 1;
  const own = numbered ? [`Layer ${numbered}`, `L${numbered}`] : [`Layer ${name}`, `${name} layer`];
  return [...own, ...(alone ? (words[type] ?? []) : [])];
}

import type { Layer } from './layer.ts';
import type { Volume } from './volume.ts';

const product = (...factors: readonly (string | undefined)[]): string =>
  factors.filter((factor) => factor !== undefined && factor !== '').join('*') || '1';

const area = ({ sides }: Volume): string => (sides.length === 1 ? `${sides[0]}*${sides[0]}` : sides.join('*'));

/**
 * The scalar operations of one forward pass through a layer, as formulas by kind. A sum of n products takes n
 * multiplications and n - 1 additions, and one more addition where there is a bias; a maximum over n takes n - 1
 * comparisons. What counts as one operation (a multiply-add, a comparison) is for the question to say.
 */
export function operations(layer: Layer, name: string, before: Volume, after: Volume): [string, string][] {
  const { type, numbers, switches } = layer;
  if (type === 'pool') {
    const window = `${name}.window`;
    return [['comparisons', product(area(after), after.depth, `(${window}*${window} - 1)`)]];
  }
  if (type !== 'conv' && type !== 'fc') return [];
  const isWide = type === 'conv' && numbers.kernel !== '1';
  const window = isWide ? `${name}.kernel*${name}.kernel` : '';
  const groups = numbers.groups === undefined ? '' : `/${name}.groups`;
  const inputs = type === 'conv' ? product(window, before.depth) + groups : product(area(before), before.depth);
  const outputs = product(area(after), after.depth);
  const additions = switches.bias ? product(outputs, inputs) : `${outputs}*(${inputs} - 1)`;
  return [
    ['multiplications', product(outputs, inputs)],
    ['additions', additions],
  ];
}

import type { Given, Givens } from '../given.ts';
import { type Layer, readLayers, type StatedLayer } from './layer.ts';

/** What is stated about one network: layers, input, and numbers in place of those in the list. */
export interface Stated {
  readonly layers: readonly Layer[];
  readonly input: readonly string[];
  readonly set: Givens;
  /** The fields asked for, with equal points; what the problem asks unless said. */
  readonly asked?: readonly string[];
}

/** The name of a layer that has none: after its place in the list. */
export const nameAt = (i: number): string => `layer${i + 1}`;

/** What an author states about a network, and what of it an assignment may set. */
interface Declared {
  readonly input: readonly string[];
  readonly layers: readonly StatedLayer[];
  readonly settable?: readonly string[];
}

/** The author's layers, with other numbers. Throws where a number may not be set. */
export function closely({ input, layers, settable: names }: Declared, set: Givens): Stated {
  const stranger = Object.keys(set).find((name) => names && !names.includes(name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are ${names?.join(', ')}`);
  return { layers: readLayers(layers, '/layers', nameAt), input, set };
}

/** Layers that an assignment writes. Throws a plain `Error` that names the place and the mend. */
export function openly(declared: Declared, set: Givens): Stated {
  const stranger = Object.keys(set).find((name) => !['input', 'layers', 'asked'].includes(name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are input, layers and asked`);
  const layers = set.layers ?? declared.layers;
  if (Array.isArray(layers) && layers.some((layer: Given) => Object.hasOwn(Object(layer), 'name')))
    throw new Error('/givens/layers: the layers of this problem are called layer1, layer2 and so on; leave "name" out');
  const input = readInput(set.input ?? declared.input);
  const asked = set.asked === undefined ? {} : { asked: readAsked(set.asked) };
  return { layers: readLayers(layers, '/givens/layers', nameAt), input, set: {}, ...asked };
}

function readAsked(stated: Given): readonly string[] {
  if (Array.isArray(stated) && stated.length > 0 && stated.every((name: Given) => typeof name === 'string'))
    return stated;
  throw new Error('/givens/asked: a list of fields is needed, such as ["layer1", "layer1Shape", "total"]');
}

function readInput(stated: Given): readonly string[] {
  const isSize = (side: Given): boolean => typeof side === 'string' && /^[1-9]\d{0,6}$/.test(side);
  if (Array.isArray(stated) && (stated.length === 3 || stated.length === 1) && stated.every(isSize)) return stated;
  throw new Error('/givens/input: the input is ["height", "width", "depth"], such as ["28", "28", "1"], or ["length"]');
}

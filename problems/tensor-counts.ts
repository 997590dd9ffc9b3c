import { createRequire } from 'node:module';

/** The little of TensorFlow.js that counting needs. */
interface Built {
  countParams(): number;
  computeOutputShape(shape: (number | null)[]): (number | null)[];
}
interface Layer extends Built {
  build(shape: (number | null)[]): void;
  readonly weights: readonly { dispose(): void }[];
}
interface Core {
  env(): { set(flag: string, value: boolean): void };
}
interface Layers {
  conv2d(options: object): Layer;
  maxPooling2d(options: object): Layer;
  dense(options: object): Layer;
}

/** What a machine needs for it. */
export const needed = '@tensorflow/tfjs-layers';

/** Larger layers are left to the other method: building one takes its weights in memory. */
const largest = 4e6;

const load = createRequire(import.meta.url);
let opened: Layers | undefined;

/** The layers of TensorFlow.js; undefined where it is not installed. */
function open(): Layers | undefined {
  try {
    if (!opened) {
      // Without this it greets on the console.
      (load('@tensorflow/tfjs-core') as Core).env().set('PROD', true);
      load('@tensorflow/tfjs-backend-cpu');
      opened = (load(needed) as { layers: Layers }).layers;
    }
    return opened;
  } catch {
    return undefined;
  }
}

const counted = new Map<string, { count: number; shape: number[] }>();

/** The weights of one layer and the shape of its output, from the built layer; those of equal layers are built once. */
function built(kind: 'conv2d' | 'maxPooling2d' | 'dense', options: object, shape: readonly number[], layers: Layers) {
  const key = JSON.stringify([kind, options, shape]);
  const known = counted.get(key);
  if (known) return known;
  const zeros = kind === 'maxPooling2d' ? {} : { kernelInitializer: 'zeros', biasInitializer: 'zeros' };
  const layer = layers[kind]({ ...options, ...zeros });
  layer.build([null, ...shape]);
  const out = layer.computeOutputShape([null, ...shape]).slice(1) as number[];
  const made = { count: layer.countParams(), shape: out };
  for (const weight of layer.weights) weight.dispose();
  counted.set(key, made);
  return made;
}

/** One layer: its name and options as TensorFlow.js has them; an explicit padding widens the input first. */
export interface TensorLayer {
  readonly name: string;
  readonly kind: 'conv2d' | 'maxPooling2d' | 'dense';
  readonly options: Readonly<Record<string, number>>;
  readonly padding?: number;
}

/**
 * The parameters of every layer that is small enough to build, by name, and their total where all are. Undefined where
 * TensorFlow.js is not installed.
 */
export function tensorCounts(
  input: readonly number[],
  list: readonly TensorLayer[],
): Record<string, string> | undefined {
  const layers = open();
  if (!layers) return undefined;
  const found: Record<string, string> = {};
  let shape: readonly number[] = input;
  let total: number | undefined = 0;
  for (const { name, kind, options, padding = 0 } of list) {
    if (kind === 'dense') {
      const inputs = shape.reduce((all, n) => all * n, 1);
      const isLarge = inputs * (options.units ?? 0) > largest;
      const made = isLarge ? undefined : built(kind, options, [inputs], layers);
      if (made) found[name] = String(made.count);
      total = made && total !== undefined ? total + made.count : undefined;
      shape = [options.units ?? 0];
      continue;
    }
    const [height = 0, width = 0, depth = 0] = shape;
    const made = built(kind, options, [height + 2 * padding, width + 2 * padding, depth], layers);
    if (kind === 'conv2d') found[name] = String(made.count);
    total = total === undefined ? undefined : total + made.count;
    shape = made.shape;
  }
  return total === undefined ? found : { ...found, total: String(total) };
}

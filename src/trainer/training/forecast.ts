import type { Dataset } from '../data/images.ts';
import { pick, range } from '../data/images.ts';
import type { Engine } from '../engines/model.ts';
import { type Rules, rulesOf } from '../optimisers/rules.ts';
import { Refusal } from '../refusal.ts';
import type { Spec } from '../spec.ts';
import { dropoutMasks, imageValues, trainingValues } from './batch.ts';
import { firstWeights } from './first-weights.ts';
import { type Network, sizeOf } from './network.ts';

/** What a run will take, if it goes on to its last epoch. */
export interface Forecast {
  readonly seconds: number;
  /** Of one step of training. */
  readonly step: number;
  /** Bytes of the whole process. */
  readonly memory: number;
}

const evaluated = 500;
const float = 4;

/** The least bytes that the numbers of a step take: values, gradients and the optimiser's, and every layer both ways. */
export function leastMemory(network: Network, rules: Rules, batch: number): number {
  const held = network.parameters.reduce(
    (sum, { shape }, i) => sum + sizeOf(shape) * (3 + 2 * (rules[i]?.slots ?? 0)),
    0,
  );
  const layers = network.layers.reduce((sum, { input, output }) => sum + sizeOf(input) + sizeOf(output), 0);
  return float * (held + 2 * batch * layers);
}

/** Bytes as text, in units of 2²⁰. */
export const mega = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en-US')} MB`;

/**
 * Refuses what cannot fit, before anything is allocated.
 * @throws Refusal saying what is wanted and what there is.
 */
export function mustFit(network: Network, rules: Rules, { batch }: Spec, available: number): void {
  const wanted = leastMemory(network, rules, batch);
  if (wanted <= available) return;
  throw new Refusal(
    `the run cannot fit: a step takes at least ${mega(wanted)}, and ${mega(available)} can be had; take fewer units or a smaller batch`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Measures a step and an evaluation on a model that is thrown away, and says what the whole run will take. */
export async function forecast(spec: Spec, network: Network, data: Dataset, engine: Engine): Promise<Forecast> {
  const rules = rulesOf(network, spec);
  const first = firstWeights(network, spec.initialisation, spec.seed);
  const model = await engine.load(network, { weights: first, memory: [] }, rules);
  const part = pick(
    data.pool,
    Uint32Array.from({ length: spec.batch }, (_, i) => i % data.pool.labels.length),
  );
  const once = (step: number) =>
    model.step(
      {
        images: trainingValues(part, spec, spec.seed, step),
        labels: part.labels,
        masks: dropoutMasks(network, spec.batch, spec.seed, step),
      },
      spec.rate,
      step,
    );
  const some = range(data.pool, 0, Math.min(evaluated, data.pool.labels.length));
  const look = () => model.logits(imageValues(some, spec));
  try {
    // The first of each compiles and allocates.
    await once(1);
    await look();
    const step = Math.min(await timed(() => once(2)), await timed(() => once(3)));
    const evaluation = (await timed(look)) / some.labels.length;
    const { train, validation, test } = spec.split;
    const steps = Math.ceil((spec.shown ?? train) / spec.batch);
    const seconds = spec.epochs * (steps * step + evaluation * (validation + test));
    return { seconds, step, memory: process.resourceUsage().maxRSS * 1024 };
  } finally {
    await model.close();
  }
}

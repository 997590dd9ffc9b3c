import { type Random, randomFrom } from '../random.ts';
import type { Initialisation } from '../spec.ts';
import { type Network, type Parameter, sizeOf } from './network.ts';

function draw(rule: Initialisation, { role, fanIn, fanOut }: Parameter, random: Random): () => number {
  if (role === 'scale' || role === 'variance') return () => 1;
  if (role === 'mean' || role === 'shift') return () => 0;
  const within = (limit: number) => () => (2 * random.uniform() - 1) * limit;
  const spread = (sd: number) => () => random.normal() * sd;
  if (rule === 'torch') return within(1 / Math.sqrt(fanIn));
  if (role === 'biases') return () => (rule === 'convnetjs' ? 0.1 : 0);
  if (rule === 'zero') return () => 0;
  if (rule === 'constant') return () => 0.01;
  if (rule === 'glorot') return within(Math.sqrt(6 / (fanIn + fanOut)));
  return spread(Math.sqrt((rule === 'he' ? 2 : 1) / fanIn));
}

/** The first weights and biases: drawn here and not by the engine, so that every engine starts from the same. */
export function firstWeights(network: Network, rule: Initialisation, seed: number): Float32Array[] {
  return network.parameters.map((parameter, i) => {
    const next = draw(rule, parameter, randomFrom(`${seed}/weights/${i}`));
    return Float32Array.from({ length: sizeOf(parameter.shape) }, next);
  });
}

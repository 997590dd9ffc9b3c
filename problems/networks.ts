import type { Given } from '../src/working/given.ts';
import { keyOf } from '../src/working/key.ts';
import type { StatedLayer } from '../src/working/network/layer.ts';
import type { Problem } from '../src/working/problem.ts';

/** The parameters of a network as its own problem counts them. */
export const parametersIn = (problem: Problem): number =>
  keyOf(problem.work({})).get('total')?.exact.toNumber() ?? Number.NaN;

/** The layers with weights on the longest way from the input to the output. */
export function depthOf(layers: readonly StatedLayer[]): number {
  return layers.reduce((deep, layer) => deep + weightsIn(layer), 0);
}

function weightsIn({ type, branches }: StatedLayer): number {
  if (type === 'conv' || type === 'fc') return 1;
  const rows = Array.isArray(branches) ? (branches as readonly Given[]) : [];
  return Math.max(0, ...rows.map((row) => depthOf(row as unknown as readonly StatedLayer[])));
}

import type { Proof } from '../../src/working/proof.ts';

const layers = [1, 2, 3, 4];

/** From the last layer back: a stretch of n units sees (n - 1)*stride + kernel units of the layer before. */
function backwards(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string): number => Number(givens[name]);
  const seen = (units: number, last: number): number =>
    layers
      .slice(0, last)
      .reverse()
      .reduce((length, layer) => (length - 1) * n(`s${layer}`) + n(`k${layer}`), units);
  const fields = layers.map((layer): [string, number] => [`r${layer}`, seen(1, layer)]);
  const steps = layers.map((layer): [string, number] => [`j${layer}`, seen(2, layer) - seen(1, layer)]);
  const span = seen(n('units'), layers.length);
  const counted = Object.fromEntries([...fields, ...steps, ['span', span], ['pixels', span ** 2]]);
  return Object.fromEntries(Object.entries(counted).map(([name, value]) => [name, String(value)]));
}

export default [{ method: 'from the last layer back', values: backwards }] satisfies readonly Proof[];

import { positions } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';

/** Operations, counted as they are done. */
interface Tally {
  multiplications: number;
  additions: number;
  comparisons: number;
}

/** One output of a convolution: every product but the first is added to the sum. */
function weigh(channels: number, window: number, tally: Tally): void {
  let isFirst = true;
  for (let channel = 0; channel < channels; channel++)
    for (let row = 0; row < window; row++)
      for (let column = 0; column < window; column++) {
        tally.multiplications += 1;
        if (!isFirst) tally.additions += 1;
        isFirst = false;
      }
}

/** One output of a max pooling: every number but the first is compared with the largest so far. */
function largest(window: number, tally: Tally): void {
  let isFirst = true;
  for (let row = 0; row < window; row++)
    for (let column = 0; column < window; column++) {
      if (!isFirst) tally.comparisons += 1;
      isFirst = false;
    }
}

function everywhere(side: number, maps: number, each: () => void): void {
  for (let map = 0; map < maps; map++)
    for (let row = 0; row < side; row++) for (let column = 0; column < side; column++) each();
}

const fresh = (): Tally => ({ multiplications: 0, additions: 0, comparisons: 0 });

function run(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string) => Number(givens[name]);
  const one = fresh();
  weigh(n('channels'), n('kernel'), one);
  const convSize = positions(n('size'), n('kernel'), n('stride'), n('padding'));
  const poolSize = positions(convSize, n('window'), n('poolStride'));
  const all = fresh();
  let biases = 0;
  everywhere(convSize, n('filters'), () => {
    weigh(n('channels'), n('kernel'), all);
    biases += 1;
  });
  everywhere(poolSize, n('filters'), () => largest(n('window'), all));
  const conv = all.multiplications + all.additions;
  const withoutBias = conv + all.comparisons;
  const found = {
    convSize,
    multiplications: one.multiplications,
    additions: one.additions,
    conv,
    poolSize,
    pool: all.comparisons,
    withoutBias,
    biasExtra: biases,
    withBias: withoutBias + biases,
  };
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
}

export default [{ method: 'running the loops and counting each operation', values: run }] satisfies readonly Proof[];

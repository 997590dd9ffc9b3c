// Measures one engine in a process of its own and prints what it found as JSON.
import { dataFolder, loadData } from '../../../src/cli/training/data-files.ts';
import type { Dataset } from '../../../src/trainer/data/images.ts';
import { openEngine } from '../../../src/trainer/engines/engine.ts';
import type { EngineName } from '../../../src/trainer/engines/names.ts';
import { runOne } from '../../../src/trainer/run.ts';
import type { DataName, Layer, Spec } from '../../../src/trainer/spec.ts';
import { ownTask } from '../../../src/trainer/task.ts';
import { productRate } from './products.ts';

/** What one network cost on one engine. */
export interface Measured {
  readonly network: string;
  /** Seconds per epoch of 10,000 images, the best of the epochs. */
  readonly seconds: number;
  /** The same in times of what the products would take at the engine's own rate. */
  readonly ratio: number;
  readonly accuracy: number;
}

export interface Report {
  readonly engine: string;
  readonly data: DataName;
  /** 10⁹ floating-point operations a second in the three products of a dense layer. */
  readonly rate: number;
  readonly runs: Measured[];
  /** Bytes. */
  readonly peakMemory: number;
}

const images = 10_000;
const batch = 64;

/** Multiplications and additions to train on one image: forward, weight gradients, and input gradients but the first. */
const networks: { name: string; layers: readonly Layer[]; operations: number }[] = [
  {
    name: '784-100-10',
    layers: [{ type: 'dense', units: 100, activation: 'relu' }],
    operations: 2 * (2 * 79_400 + 1_000),
  },
  {
    name: '784-1000-10',
    layers: [{ type: 'dense', units: 1000, activation: 'relu' }],
    operations: 2 * (2 * 794_000 + 10_000),
  },
  { name: 'LeNet', layers: ownTask('mnist-lenet')?.base.layers ?? [], operations: 2 * (2 * 416_520 + 298_920) },
];

/** MNIST where it is to be had; the drawn letters are as large, but a share of them must be the test set. */
function data(): [Dataset, Spec['split']] {
  try {
    const mnist = loadData('mnist', dataFolder(undefined));
    return [mnist, { train: images, validation: 0, test: 10_000, unused: 50_000 }];
  } catch {
    return [loadData('letters', ''), { train: 9000, validation: 0, test: 1000 }];
  }
}

async function measure(name: EngineName): Promise<Report> {
  const engine = await openEngine(name);
  const rate = await productRate(engine);
  const [set, split] = data();
  const runs: Measured[] = [];
  for (const { name: network, layers, operations } of networks) {
    const common = {
      rate: 0.1,
      batch,
      epochs: 3,
      seed: 1,
      initialisation: 'glorot',
      pixels: { mean: 0, sd: 1 },
    } as const;
    const spec: Spec = { data: set.name as DataName, split, layers, ...common };
    const { epochs, test } = await runOne(
      { names: { task: 'bench', title: 'bench', run: network }, spec },
      set,
      engine,
    );
    const seconds = (Math.min(...epochs.map((epoch) => epoch.trainSeconds)) * images) / split.train;
    runs.push({ network, seconds, ratio: seconds / ((operations * images) / (rate * 1e9)), accuracy: test.accuracy });
  }
  return { engine: name, data: set.name as DataName, rate, runs, peakMemory: process.resourceUsage().maxRSS * 1024 };
}

process.send?.(await measure(process.argv[2] as EngineName));

import { describe, expect, it } from 'vitest';
import { dataset } from '../../src/trainer/data/images.ts';
import { randomFrom } from '../../src/trainer/random.ts';
import { runOne } from '../../src/trainer/run.ts';
import type { Spec } from '../../src/trainer/spec.ts';
import type { State } from '../../src/trainer/training/state.ts';
import { enginesPresent, tensorsIfPresent } from '../support/engine.ts';

const wasm = await tensorsIfPresent('wasm');

/** Images of 4×4 in two classes: bright at the top or at the bottom, with noise; a share of the labels is wrong. */
function stripes(count: number, wrong = 0) {
  const random = randomFrom('stripes');
  const truth = Uint8Array.from({ length: count }, (_, i) => i % 2);
  const labels = truth.map((label) => (random.uniform() < wrong ? 1 - label : label));
  const pixels = Uint8Array.from({ length: count * 16 }, (_, i) => {
    const top = i % 16 < 8;
    return (top === (truth[Math.floor(i / 16)] === 0) ? 100 : 0) + random.below(150);
  });
  return dataset({
    name: 'letters',
    classes: ['top', 'bottom'],
    pool: { height: 4, width: 4, channels: 1, pixels, labels },
    damaged: [],
  });
}

const data = stripes(300);
const spec: Spec = {
  data: 'letters',
  split: { train: 200, validation: 50, test: 50 },
  pixels: { mean: 0.5, sd: 0.5 },
  layers: [
    { type: 'dense', units: 8, activation: 'relu' },
    { type: 'dropout', rate: 0.5 },
  ],
  initialisation: 'torch',
  rate: 0.1,
  batch: 16,
  epochs: 4,
  logEvery: 5,
  seed: 1,
};
const names = { task: 't', title: 'T', run: 'r' };

describe.skipIf(!wasm)('training', () => {
  const run = (change: Partial<Spec> = {}, more: Partial<Parameters<typeof runOne>[0]> = {}, set = data) => {
    if (!wasm) throw new Error('skipped');
    return runOne({ names, spec: { ...spec, ...change }, ...more }, set, wasm);
  };
  const numbers = ({ epochs, test, log }: Awaited<ReturnType<typeof run>>) => ({
    epochs: epochs.map(({ rate, train, validation, test: scored }) => ({ rate, train, validation, scored })),
    test,
    log,
  });

  it('learns what can be learnt, and its record adds up', async () => {
    const record = await run({ epochs: 8 });
    expect(record.test.accuracy).toBeGreaterThan(0.95);
    expect(record.test.confusion.flat().reduce((a, b) => a + b, 0)).toBe(50);
    const right = record.test.confusion.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    expect(record.test.accuracy).toBe(right / 50);
    expect(record.pictures.mistakes).toHaveLength(50 - right);
    // 13 batches an epoch, the last of 8 images: 104 batches, every fifth is noted.
    expect(record.log.map(({ batch }) => batch)).toEqual(Array.from({ length: 20 }, (_, i) => 5 * (i + 1)));
    expect(record.engine.name).toBe('wasm');
  });

  it('gives the same numbers for the same seed and others for another', async () => {
    const first = numbers(await run());
    expect(numbers(await run())).toEqual(first);
    expect(numbers(await run({ seed: 2 }))).not.toEqual(first);
  });

  it('goes on from a state as if it had never stopped', async () => {
    const states: State[] = [];
    const whole = numbers(await run({}, { onEpoch: (state) => states.push(state) }));
    const resume = states[1];
    if (!resume) throw new Error('no state was kept');
    expect(numbers(await run({}, { resume }))).toEqual(whole);
  });

  it('keeps the weights of the epoch with the lowest validation loss, and stops early', async () => {
    const layers: Spec['layers'] = [{ type: 'dense', units: 30, activation: 'relu' }];
    const record = await run({ rate: 0.5, epochs: 40, patience: 2, layers }, {}, stripes(300, 0.3));
    const losses = record.epochs.map(({ validation }) => validation?.loss ?? Number.NaN);
    expect(record.ending).toBe('early-stopping');
    expect(record.chosen).toBe(losses.indexOf(Math.min(...losses)) + 1);
    expect(record.epochs).toHaveLength(record.chosen + 2);
    const kept = record.epochs[record.chosen - 1];
    expect(record.test.accuracy).toBe(kept?.test.accuracy);
  });

  it('steps the rate down', async () => {
    const record = await run({ schedule: { every: 2, factor: 0.5 } });
    expect(record.epochs.map(({ rate }) => rate)).toEqual([0.1, 0.1, 0.05, 0.05]);
  });

  it('keeps the best so far when it is stopped', async () => {
    const stop = new AbortController();
    const onEpoch = (state: State) => state.epochs.length === 2 && stop.abort();
    const record = await run({}, { signal: stop.signal, onEpoch });
    expect(record.ending).toBe('interrupted');
    expect(record.epochs).toHaveLength(2);
    const never = await run({}, { signal: AbortSignal.abort() });
    expect([never.ending, never.chosen, never.epochs.length]).toEqual(['interrupted', 0, 0]);
  });

  it('stops a run that diverges, and says where', async () => {
    const diverging = run({ rate: 1e6 });
    await expect(diverging).rejects.toThrow(
      /the run diverged: the loss became .* \(epoch 1, batch \d+, learning rate 1000000\); lower/,
    );
  });

  it('refuses data that the run does not want', async () => {
    await expect(run({ data: 'mnist' })).rejects.toThrow('the run wants mnist, the data given is letters');
  });

  it('leaks no tensor', async () => {
    const before = wasm?.tf.memory().numTensors;
    await run();
    expect(wasm?.tf.memory().numTensors).toBe(before);
  });

  it('shows the dead and the symmetric start', async () => {
    const dense = (activation: 'relu' | 'sigmoid') => ({ layers: [{ type: 'dense', units: 8, activation }] as const });
    const dead = await run({ initialisation: 'zero', ...dense('relu') });
    expect(dead.symmetry).toEqual({ units: 8, distinct: 1, moved: 0 });
    const symmetric = await run({ initialisation: 'zero', ...dense('sigmoid') });
    expect(symmetric.symmetry).toEqual({ units: 8, distinct: 1, moved: 8 });
    const honest = await run(dense('relu'));
    expect(honest.symmetry).toEqual({ units: 8, distinct: 8, moved: 8 });
  });
});

const engines = await enginesPresent();

describe.skipIf(engines.length < 2)('engines', () => {
  const [first, ...others] = engines;
  it.each(others.map((engine) => [engine.name, engine] as const))('%s agrees about a whole run', async (_, engine) => {
    const layers: Spec['layers'] = [
      { type: 'conv', filters: 3, kernel: 3, padding: 'same', activation: 'none' },
      { type: 'batch-norm' },
      { type: 'activation', activation: 'leaky-relu' },
      { type: 'pool', window: 2 },
      { type: 'dropout', rate: 0.25 },
      { type: 'dense', units: 8, activation: 'tanh' },
    ];
    const augmentation = { shift: 1, flip: true };
    const whole: Spec = { ...spec, layers, augmentation, optimiser: { type: 'adam' }, rate: 0.01, logEvery: 1 };
    const one = await runOne({ names, spec: whole }, data, first as NonNullable<typeof first>);
    const other = await runOne({ names, spec: whole }, data, engine);
    expect(other.log).toHaveLength(one.log.length);
    one.log.forEach(({ loss }, i) => {
      expect(Math.abs(loss - (other.log[i]?.loss ?? Number.NaN))).toBeLessThan(1e-3);
    });
    expect(one.test.accuracy).toBeGreaterThan(0.9);
  });

  it.each(engines.map((engine) => [engine.name, engine] as const))(
    '%s goes on with what it remembers',
    async (_, engine) => {
      const states: State[] = [];
      const layers: Spec['layers'] = [
        { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'none' },
        { type: 'batch-norm' },
        { type: 'dense', units: 5, activation: 'relu' },
      ];
      const whole: Spec = { ...spec, layers, optimiser: { type: 'adam' }, rate: 0.01, logEvery: 1 };
      const one = await runOne({ names, spec: whole, onEpoch: (state) => states.push(state) }, data, engine);
      const resume = states[1];
      if (!resume) throw new Error('no state was kept');
      const two = await runOne({ names, spec: whole, resume }, data, engine);
      expect(two.log).toEqual(one.log);
      expect(two.test).toEqual(one.test);
    },
  );
});

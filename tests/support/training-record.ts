import { picture } from '../../src/trainer/pictures.ts';
import type { TrainingRecord } from '../../src/trainer/record.ts';

/** A picture of two by two equal pixels. */
export const grey = (value: number) =>
  picture([value, value, value, value], { height: 2, width: 2, low: 0, high: 255 });

/** A small run that was interrupted, with something in every part of its page. */
export const record: TrainingRecord = {
  version: 1,
  task: 't',
  title: 'Letters <script>alert(1)</script> & more',
  run: 'one',
  spec: {
    data: 'letters',
    split: { train: 300, validation: 0, test: 4 },
    pixels: { mean: 0, sd: 1 },
    layers: [{ type: 'dense', units: 3, activation: 'relu' }],
    initialisation: 'zero',
    rate: 0.1,
    batch: 100,
    epochs: 2,
    logEvery: 2,
    seed: 1,
  },
  data: {
    name: 'letters',
    classes: ['A', 'B'],
    images: 304,
    sha256: 'f'.repeat(64),
    damaged: [{ file: 'A/<b>.png', says: 'cut' }],
  },
  parameters: 2360,
  layers: [
    { output: [1, 1, 3], parameters: 2355 },
    { output: [1, 1, 2], parameters: 5 },
  ],
  engine: { name: 'wasm', version: '4.22.0', threads: 1, node: '20.0.0' },
  ending: 'interrupted',
  epochs: [
    {
      epoch: 1,
      rate: 0.1,
      train: { loss: 2, accuracy: 0.5 },
      test: { loss: 1.5, accuracy: 0.5 },
      trainSeconds: 1,
      seconds: 1,
    },
    {
      epoch: 2,
      rate: 0.1,
      train: { loss: 1, accuracy: 0.75 },
      test: { loss: 1.25, accuracy: 0.75 },
      trainSeconds: 1,
      seconds: 1,
    },
  ],
  chosen: 2,
  log: [
    { batch: 2, loss: 1.5, accuracy: 0.25 },
    { batch: 4, loss: 0.75, accuracy: 1 },
    { batch: 6, loss: 0.5, accuracy: 0.5 },
  ],
  test: {
    images: 4,
    loss: 1.25,
    accuracy: 0.75,
    confusion: [
      [2, 1],
      [0, 1],
    ],
  },
  symmetry: { units: 3, distinct: 1, moved: 0 },
  pictures: {
    filters: [grey(0), grey(255)],
    mistakes: [{ picture: grey(9), image: 3, label: 0, predicted: 1, confidence: 0.875 }],
  },
  seconds: 2,
  peakMemory: 2 ** 28,
};

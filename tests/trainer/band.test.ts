import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BandFile, bandOf, quantile, seedResult } from '../../src/trainer/band.ts';
import type { TrainingRecord } from '../../src/trainer/record.ts';
import { type Spec, specsOf } from '../../src/trainer/spec.ts';
import { ownTask, taskIds } from '../../src/trainer/task.ts';

describe('bands', () => {
  // Type 7 by hand: position share·(n − 1), linear between neighbours.
  it.each([
    [[5], 0.3, 5],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[10, 20, 30], 1, 30],
  ])('the quantile of %j at %f is %f', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
    expect(() => quantile([], share)).toThrow('a quantile of no values');
  });

  it('keep what a record says of its seed, and leave the seed out of the spec', () => {
    const spec = { seed: 4, rate: 0.1 } as unknown as Spec;
    const epochs = [0.5, 0.123456789].map((accuracy) => ({
      train: { accuracy: 0.25, loss: 2 },
      validation: { accuracy: 1, loss: 0.1234567 },
      test: { accuracy, loss: 1 },
    }));
    const record = {
      spec,
      epochs,
      test: { accuracy: 0.5 },
      chosen: 1,
      ending: 'all-epochs',
    } as unknown as TrainingRecord;
    const result = seedResult(record);
    expect(result).toEqual({
      seed: 4,
      train: { accuracy: [0.25, 0.25], loss: [2, 2] },
      validation: { accuracy: [1, 1], loss: [0.12346, 0.12346] },
      test: { accuracy: [0.5, 0.123457], loss: [1, 1] },
      accuracy: 0.5,
      chosen: 1,
      ending: 'all-epochs',
    });
    expect(bandOf(spec, [result])).toEqual({
      spec: { rate: 0.1 },
      quantiles: [0.5, 0.5, 0.5, 0.5, 0.5],
      seeds: [result],
    });
  });
});

const folder = new URL('../../problems/bands/', import.meta.url);
const read = (name: string): BandFile => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('the bands that come with the problems', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  /** CIFAR-10 is not shipped, and a stand-in says nothing about it. */
  const withoutBand = ['cifar10-convnets'];

  it('are there for every task', () => {
    const measured = taskIds.filter((id) => !withoutBand.includes(id));
    expect(files.sort()).toEqual([...measured].sort().map((id) => `${id}.json`));
  });

  it.each(files)('%s was measured with the specs of its task, in as many seeds as it takes', (name) => {
    const { task, bands } = read(name);
    const own = ownTask(task);
    if (!own) throw new Error(`there is no task ${task}`);
    expect(Object.keys(bands)).toEqual(Object.keys(own.runs));
    for (const [run, { seed: _, ...spec }] of specsOf(own)) {
      expect(bands[run]?.spec).toEqual(spec);
      expect(new Set(bands[run]?.seeds.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(3);
    }
  });
});

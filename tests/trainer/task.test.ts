import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { specsOf } from '../../src/trainer/spec.ts';
import { ownTask, readTask, taskIds, withChanges } from '../../src/trainer/task.ts';
import { networkOf } from '../../src/trainer/training/network.ts';

const base = {
  data: 'mnist',
  split: { train: 10, validation: 0, test: 5 },
  pixels: { mean: 0, sd: 1 },
  layers: [],
  initialisation: 'he',
  rate: 0.1,
  batch: 5,
  epochs: 1,
  seed: 1,
};
const file = (change: object, runs: object = { only: {} }) =>
  JSON.stringify({ id: 'x', title: 'X', base: { ...base, ...change }, runs });

describe('tasks', () => {
  it('lists every task file of the folder', () => {
    const files = readdirSync(new URL('../../src/trainer/tasks', import.meta.url));
    expect(files.sort()).toEqual([...taskIds].sort().map((id) => `${id}.json`));
  });

  it.each(taskIds)('%s can be read, has its file name as id, and all its networks can be built', (id) => {
    const task = ownTask(id);
    expect(task?.id).toBe(id);
    if (!task) return;
    for (const [, { layers }] of specsOf(task))
      expect(networkOf(layers, [28, 28, 1], 10).parameters.length).toBeGreaterThan(2);
  });

  it.each([
    ['no JSON', '{', /^t\.json: not JSON/],
    [
      'a missing member',
      JSON.stringify({ id: 'x', title: 'X', runs: {} }),
      /^t\.json: \/ must have required property 'base'/,
    ],
    ['an unknown name', file({ rates: 0.1 }), /^t\.json: \/base must NOT have additional properties: "rates"/],
    [
      'an unknown name in a run',
      file({}, { only: { lr: 1 } }),
      /^t\.json: \/runs\/only must NOT have additional properties: "lr"/,
    ],
    ['a negative rate', file({ rate: -1 }), /^t\.json: \/base\/rate must be > 0/],
    ['an unknown layer', file({ layers: [{ type: 'lstm' }] }), /^t\.json: \/base\/layers\/0/],
    [
      'an unknown optimiser of a run',
      file({}, { only: { optimiser: { type: 'adamw' } } }),
      /^t\.json: \/runs\/only\/optimiser\/type must be equal to one of the allowed values: momentum, rmsprop, adam, adadelta$/,
    ],
    [
      'an unknown schedule',
      file({}, { only: { schedule: { step: 3 } } }),
      /^t\.json: \/runs\/only\/schedule must have one of the properties every, after, plateau, cosine$/,
    ],
    ['half an epoch', file({}, { only: { patience: 0.5 } }), /^t\.json: \/runs\/only\/patience must be integer$/],
    ['an unknown start', file({ initialisation: 'magic' }), /^t\.json: \/base\/initialisation .*torch, glorot/],
    [
      'patience without validation',
      file({ patience: 3 }),
      /run "only": early stopping \(patience 3\) needs a validation set/,
    ],
    ['a batch larger than the set', file({ batch: 11 }), /run "only": a batch of 11 is larger than the 10 images/],
    ['a path as a name', file({}, { '../../etc': {} }), /^t\.json: \/runs/],
  ])('refuses %s', (_, text, says) => {
    expect(() => readTask(text, 't.json')).toThrow(says);
  });

  it('changes every run alike, and refuses a change that cannot be', () => {
    const task = readTask(file({}, { a: {}, b: { rate: 0.5 } }), 't.json');
    expect(specsOf(withChanges(task, { rate: 0.2 })).map(([, { rate }]) => rate)).toEqual([0.2, 0.2]);
    expect(() => withChanges(task, { speed: 1 })).toThrow(
      'task x as changed: /runs/a must NOT have additional properties: "speed"',
    );
  });
});

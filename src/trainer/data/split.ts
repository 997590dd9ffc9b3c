import { randomFrom, shuffled } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { type Dataset, type Images, pick } from './images.ts';

/** How many images go where. The four must add up to the data set, so that none is left out by mistake. */
export interface Split {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  /** Images left out on purpose. */
  readonly unused?: number;
}

/** A data set, divided. */
export interface Parts {
  readonly train: Images;
  readonly validation: Images;
  readonly test: Images;
}

function mustEqual(wanted: number, there: number, sum: string, set: string): void {
  if (wanted === there) return;
  throw new Refusal(`split: ${sum} = ${wanted}, but ${set} has ${there} images; say the difference as "unused"`);
}

/** @throws Refusal when the counts do not add up to the data set. */
export function mustDivide(data: Dataset, { train, validation, test, unused = 0 }: Split): void {
  if (data.test) mustEqual(test, data.test.labels.length, 'test', `the test set of ${data.name}`);
  const sum = data.test ? 'train + validation + unused' : 'train + validation + test + unused';
  mustEqual(train + validation + (data.test ? 0 : test) + unused, data.pool.labels.length, sum, data.name);
}

/**
 * Divides a data set at random; the seed fixes who goes where. A data set's own test images stay the test set.
 * @throws Refusal when the counts do not add up.
 */
export function divide(data: Dataset, split: Split, seed: number): Parts {
  mustDivide(data, split);
  const { train, validation, test } = split;
  const order = shuffled(data.pool.labels.length, randomFrom(`${seed}/split`));
  return {
    train: pick(data.pool, order.subarray(0, train)),
    validation: pick(data.pool, order.subarray(train, train + validation)),
    test: data.test ?? pick(data.pool, order.subarray(train + validation, train + validation + test)),
  };
}

import { sha256 } from './entry.ts';

/** One of the parts that a batch is graded in: the `k`th of `n`. */
export interface Shard {
  readonly k: number;
  readonly n: number;
}

/** Does a student, or a file of nobody, belong to this part? By name alone, so that every machine comes to the same. */
export const isOf = (name: string, { k, n }: Shard): boolean =>
  Number.parseInt(sha256(name).slice('sha256:'.length).slice(0, 12), 16) % n === k - 1;

/** `3/8`, from 1; undefined where the text is none. */
export function readShard(text: string): Shard | undefined {
  const [, k, n] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  return Number(k) <= Number(n) ? { k: Number(k), n: Number(n) } : undefined;
}

export const shardText = ({ k, n }: Shard): string => `${k}/${n}`;

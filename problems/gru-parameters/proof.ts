import type { Proof } from '../../src/working/proof.ts';

/** Every array that the layers keep, by its sides; a count of cells. */
function arrays(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string): number => Number(givens[name]);
  const cells = (...sides: readonly number[]): bigint => sides.reduce((all, side) => all * BigInt(side), 1n);
  const one = [cells(n('inputs'), n('hidden')), cells(n('hidden'), n('hidden')), cells(n('hidden'))];
  const gate = one.reduce((all, array) => all + array, 0n);
  const gru = Array.from({ length: n('gates') }, () => gate).reduce((all, array) => all + array, 0n);
  const embedding = cells(n('vocabulary'), n('inputs'));
  const dense = cells(n('hidden') + 1, n('classes'));
  const texts = { embedding, gate, gru, dense, total: embedding + gru + dense };
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.toString()]));
}

export default [{ method: 'the cells of every array', values: arrays }] satisfies readonly Proof[];

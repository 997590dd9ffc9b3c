import backprop from '../../problems/backprop-by-hand/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import type { Working } from '../../src/working/problem.ts';

/** A working to measure the marker on. Add a row, and every table has it. */
export interface Subject {
  readonly name: string;
  readonly working: Working;
  /** The line that is asked for. */
  readonly answer: string;
  /** Digits after the point at which students write. */
  readonly places: readonly number[];
}

const generic = { x1: '0.7', x2: '-0.4', w1: '1.3', w2: '-0.9', y: '0.8', eta: '0.3' };

export const subjects: readonly Subject[] = [
  { name: 'backprop-by-hand', working: backprop.work({}), answer: 'dL_dw3', places: [4, 6] },
  { name: 'sigmoid-chain', working: chain.work({}), answer: 'w2_new', places: [4, 6] },
  { name: 'sigmoid-chain, other givens', working: chain.work(generic), answer: 'w2_new', places: [4, 6] },
];

import type { Problem } from '../src/working/problem.ts';
import backpropByHand from './backprop-by-hand/problem.ts';
import sigmoidChain from './sigmoid-chain/problem.ts';

/** Every problem, sorted by id. A test holds this list against the folders. */
export const problems: readonly Problem[] = [backpropByHand, sigmoidChain];

import type { Proofs } from '../src/derived/proof.ts';
import backpropByHand from './backprop-by-hand/proof.ts';
import sigmoidChain from './sigmoid-chain/proof.ts';

/** The second methods of every problem, by id. A test holds this list against the list of problems. */
export const proofs: Proofs = {
  'backprop-by-hand': backpropByHand,
  'sigmoid-chain': sigmoidChain,
};

import { lstmParameters, precision, transposedConv } from './counts.ts';
import type { Family } from './family.ts';
import { attention, batchNorm, layerNorm, lstm, matrices, rnn } from './layers.ts';
import { adam, decay, dice, hinge, iou, kl, momentum, xavier } from './losses.ts';

/** Problems beside the shipped ones, so that the operators are not fitted to those. */
export const families: readonly Family[] = [
  attention,
  layerNorm,
  batchNorm,
  lstm,
  rnn,
  matrices,
  adam,
  kl,
  iou,
  momentum,
  hinge,
  decay,
  dice,
  xavier,
  lstmParameters,
  transposedConv,
  precision,
];

import type { Operator } from '../../working.ts';
import { numbersOfAnother } from './alike.ts';
import { ofAttributes } from './attributes.ts';
import { layerLeftOut, outputPassedOver, withoutPooling } from './passed.ts';
import { leftOutOfTotal } from './total.ts';

/** Slips that only a list of layers can have. */
export const networkOperators: readonly Operator[] = [
  leftOutOfTotal,
  outputPassedOver,
  layerLeftOut,
  ...ofAttributes,
  withoutPooling,
  numbersOfAnother,
];

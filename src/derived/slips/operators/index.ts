import type { Operator } from '../../../working/working.ts';
import { ofCalculus } from './calculus.ts';
import { ofCounts } from './counts.ts';
import { ofFunctions } from './functions.ts';
import { ofPowers } from './powers.ts';
import { ofProducts } from './products.ts';
import { ofSums } from './sums.ts';
import { ofSymbols } from './symbols.ts';
import { ofTerms } from './terms.ts';

/** The slips that every formula can have. Another one is an object in a file and stands in its list. */
export const operators: readonly Operator[] = [
  ...ofSums,
  ...ofProducts,
  ...ofFunctions,
  ...ofPowers,
  ...ofCalculus,
  ...ofSymbols,
  ...ofCounts,
  ...ofTerms,
];

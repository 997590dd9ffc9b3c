import type { Operator } from '../../working/working.ts';
import { ofReach } from './again.ts';
import { ofArrays } from './arrays.ts';
import { ofBiases } from './biases.ts';
import { ofCalculus } from './calculus.ts';
import { ofComplements } from './complements.ts';
import { ofCounts } from './counts.ts';
import { ofExchanges } from './exchanges.ts';
import { ofFractions } from './fractions.ts';
import { ofFunctions } from './functions.ts';
import { ofGained } from './gained.ts';
import { ofLetters } from './letters.ts';
import { ofLikeProducts } from './like-products.ts';
import { ofLiterals } from './literals.ts';
import { ofMatrices } from './matrices.ts';
import { ofMeans } from './means.ts';
import { ofNorms } from './norms.ts';
import { ofOutputs } from './outputs.ts';
import { ofPowers } from './powers.ts';
import { ofProducts } from './products.ts';
import { ofQuotients } from './quotients.ts';
import { ofResults } from './results.ts';
import { ofSpread } from './spread.ts';
import { ofStrangers } from './strangers.ts';
import { ofSums } from './sums.ts';
import { ofSymbols } from './symbols.ts';
import { ofTerms } from './terms.ts';
import { ofWeights } from './weights.ts';

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
  ...ofExchanges,
  ...ofQuotients,
  ...ofMeans,
  ...ofLiterals,
  ...ofComplements,
  ...ofReach,
  ...ofGained,
  ...ofBiases,
  ...ofMatrices,
  ...ofArrays,
  ...ofStrangers,
  ...ofNorms,
  ...ofSpread,
  ...ofWeights,
  ...ofLikeProducts,
  ...ofLetters,
  ...ofFractions,
  ...ofOutputs,
  ...ofResults,
];

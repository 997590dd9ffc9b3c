import type { Fn } from '../../expressions/functions/fn.ts';
import { findFunction, wordsFor } from '../../expressions/functions/index.ts';
import type { Dialect } from './tokens.ts';

const words = { matlab: wordsFor('matlab'), numpy: wordsFor('numpy') };

/** The function that a word is in a dialect; the larger and the smaller of two are found by their own names, too. */
export const functionIn = (word: string, dialect: Dialect): Fn | undefined =>
  words[dialect].get(word) ?? (Object.hasOwn(extremes, word) ? findFunction(extremes[word] ?? '', []) : undefined);

const extremes: Readonly<Record<string, string>> = {
  ...{ max: 'max', fmax: 'max', clamp_min: 'max' },
  ...{ min: 'min', fmin: 'min', clamp_max: 'min' },
};

import type { Fn } from '../../expressions/functions/fn.ts';
import { findFunction, wordsFor } from '../../expressions/functions/index.ts';
import type { Dialect } from './tokens.ts';

const words = { matlab: wordsFor('matlab'), numpy: wordsFor('numpy') };

/** The function that a word is in a dialect; the larger and the smaller of two are found by their own names, too. */
export const functionIn = (word: string, dialect: Dialect): Fn | undefined =>
  words[dialect].get(word) ?? (word === 'max' || word === 'min' ? findFunction(word, []) : undefined);

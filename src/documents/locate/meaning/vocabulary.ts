import type { Slot } from '../fields.ts';
import { descriptionsOf } from './descriptions.ts';

/** The words by which the fields of some problems are told from each other. */
export interface Vocabulary {
  readonly phrases: ReadonlyMap<Slot, readonly (readonly string[])[]>;
  readonly words: ReadonlyMap<Slot, ReadonlySet<string>>;
  /** How much a word tells: a word of every field tells nothing. */
  readonly weight: (word: string) => number;
  readonly knows: (word: string) => boolean;
}

export function vocabularyOf(slots: readonly Slot[]): Vocabulary {
  const phrases = new Map(slots.map((slot) => [slot, descriptionsOf(slot)]));
  const words = new Map(slots.map((slot) => [slot, new Set(phrases.get(slot)?.flat())]));
  const counts = new Map<string, number>();
  for (const own of words.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string): number => {
    const count = counts.get(word) ?? 0;
    return count === 0 ? 0 : Math.max(0.1, Math.log((slots.length + 1) / count));
  };
  return { phrases, words, weight, knows: (word) => counts.has(word) };
}

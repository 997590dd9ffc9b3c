import type { Slot } from './fields.ts';
import type { Labelled } from './labels.ts';
import { wordsOf } from './words.ts';

/** What a number is of; what of a thing it is, the words around say. */
const nouns = new Set('accuracy error loss parameter total shape operation score layer'.split(' '));
const mostUnknown = 3;

/**
 * The slots that a label means together with what was said before it: "test accuracy" in the part about the best model.
 * A phrase of the slot holds all that the label says of any slot, and what it says beside that stands before the label:
 * at least so many words.
 */
export function inContext(
  label: string,
  before: string,
  slots: readonly Slot[],
  least = 1,
): Labelled | undefined {
  const words = wordsOf(label);
  if (!words.some((word) => nouns.has(word)) || words.length > 8) return undefined;
  const known = new Set(slots.flatMap(({ phrases }) => phrases.flat()));
  const telling = words.filter((word) => known.has(word));
  if (telling.length === 0 || words.length - telling.length > mostUnknown) return undefined;
  const around = new Set([...wordsOf(before), ...words]);
  const reached = slots.map((slot) => [slot, reach(slot, telling, around)] as const).filter(([, length]) => length > 0);
  const most = Math.max(0, ...reached.map(([, length]) => length));
  const found = reached.filter(([, length]) => length === most).map(([slot]) => slot);
  return found.length > 0 && most >= telling.length + least ? { slots: found, how: 'within', label: label.trim() } : undefined;
}

/** The length of the longest phrase that holds the label and is all said. */
const reach = ({ phrases }: Slot, telling: readonly string[], around: ReadonlySet<string>): number =>
  Math.max(
    0,
    ...phrases
      .filter((phrase) => telling.every((word) => phrase.includes(word)) && phrase.every((word) => around.has(word)))
      .map(({ length }) => length),
  );

import type { Slot } from './fields.ts';
import type { Labelled } from './labels.ts';
import { contradicts, covers, wordsOf } from './words.ts';

/** What a number is of; what of a thing it is, the words around say. */
const nouns = new Set('accuracy error loss parameter total shape operation score'.split(' '));
const mostUnknown = 3;

/** How a label was understood by itself. */
interface Alone {
  readonly before: string;
  readonly own: Labelled | undefined;
  /** How many words more than the label's own must have been said before. */
  readonly least?: number;
}

/**
 * The slots that a label means together with what was said before it: "test accuracy" in the part about the best model.
 * A phrase of the slot holds all that the label says of any slot, and what it says beside that stands before the label.
 */
export function inContext(
  given: string,
  slots: readonly Slot[],
  { before, own, least = 1 }: Alone,
): Labelled | undefined {
  const [first = '', ...clauses] = given.split(/,\s/);
  const label = clauses.at(-1) ?? first;
  const words = wordsOf(label);
  const isNamed =
    own !== undefined && own.how !== 'within' && words.some((word) => word.length > 1 && !/\d/.test(word));
  if (words.length > 8) return undefined;
  const known = new Set(slots.flatMap(({ phrases }) => phrases.flat()));
  const telling = words.filter((word) => known.has(word));
  const isPart = telling.length > 1 && telling.length === words.length;
  if (!isNamed && !isPart && !words.some((word) => nouns.has(word))) return undefined;
  if (telling.length === 0 || words.length - telling.length > mostUnknown) return undefined;
  const said = [...wordsOf(`${before} ${given}`)];
  const reached = slots
    .map((slot) => [slot, contrary(slot, words) ? 0 : reach(slot, telling, said)] as const)
    .filter(([, length]) => length > 0);
  const most = Math.max(0, ...reached.map(([, length]) => length));
  const found = reached.filter(([, length]) => length === most).map(([slot]) => slot);
  // What the label says by itself it says more surely.
  if (own && own.slots.length === found.length && found.every((slot) => own.slots.includes(slot))) return own;
  return found.length > 0 && most >= telling.length + least
    ? { slots: found, how: 'context', label: label.trim() }
    : undefined;
}

const contrary = ({ phrases }: Slot, words: readonly string[]): boolean =>
  phrases.some((phrase) => contradicts(words, phrase));

/** The length of the longest phrase that holds the label and is all said. */
const reach = ({ phrases }: Slot, telling: readonly string[], said: readonly string[]): number =>
  Math.max(
    0,
    ...phrases
      .filter((phrase) => telling.every((word) => phrase.includes(word)))
      .filter(
        (phrase) =>
          covers(
            phrase.filter((word) => !telling.includes(word)),
            said,
          ) || phrase.length === telling.length,
      )
      .map(({ length }) => length),
  );

import type { Measured } from '../../working/field.ts';

type Measure = Measured['measure'];
type Part = 'train' | 'validation' | 'test';

/** What words name of a run: an accuracy or a loss, and of which images where they say it. */
export interface Label {
  readonly measure: Measure | undefined;
  readonly of: Part | undefined;
}

const by = <T>(meaning: T, words: string): [string, T][] => words.split(' ').map((word) => [word, meaning]);

const measures = new Map<string, Measure>([
  ...by<Measure>('accuracy', 'accuracy acc accuracies percent percentage correct'),
  ...by<Measure>('loss', 'loss cost nll crossentropy xent objective'),
]);

const parts = new Map<string, Part>([
  ...by<Part>('train', 'train training trn'),
  ...by<Part>('validation', 'val valid validation dev eval evaluation'),
  ...by<Part>('test', 'test testing tst'),
]);

/** The words of a text: `valLoss` and `val_loss` are two. */
export const wordsIn = (text: string): string[] =>
  text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** The last measure that the words name, and the images that stand nearest to it. */
export function labelOf(words: readonly string[]): Label {
  const at = words.findLastIndex((word) => measures.has(word));
  const places = words.flatMap((word, i) => (parts.has(word) ? [i] : []));
  const [nearest] = [...places].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return {
    measure: at < 0 ? undefined : measures.get(words[at] ?? ''),
    of: nearest === undefined ? undefined : parts.get(words[nearest] ?? ''),
  };
}

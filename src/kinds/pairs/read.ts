import type { ClassNames } from '../../reported/classes.ts';

/** Two classes that an answer names together. */
export type NamedPair = readonly [a: number, b: number];

const joining = new Set(
  'and with as for the class classes digit digits letter letters pair pairs of is are vs versus by taken mistaken misclassified confused often most a an to be both between'.split(
    ' ',
  ),
);

/**
 * The pairs of classes that a text names, in order: `3 and 1, 6 and 4`, `cat/dog`, `(3, 1)`. Words that are neither a class
 * nor stand between two make it unreadable: in "class 3 has 2 misclassified as 1" the 2 is a count.
 */
export function readPairs(text: string, names: ClassNames): readonly NamedPair[] | { readonly reason: string } {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const classes: number[] = [];
  for (const word of words) {
    const code = names.codeOf(word);
    if (code !== undefined && code > 0) classes.push(code - 1);
    else if (!joining.has(word)) return { reason: `"${word.slice(0, 20)}" names no class` };
  }
  if (classes.length === 0 || classes.length % 2 > 0) return { reason: 'it does not name classes two by two' };
  return classes.flatMap((a, i): NamedPair[] => (i % 2 === 0 ? [[a, classes[i + 1] as number]] : []));
}

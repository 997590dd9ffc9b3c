/** The classes of a table by the labels that people write, and groups of classes. */
export interface Classes {
  readonly labels: readonly string[];
  /** Other words for a class: `{ automobile: ['car'] }`. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A class counts from 1 under its number, a group below 0: a number that a formula can carry. */
export interface ClassNames {
  /** The number of a class or a group that a text names, in the singular or the plural; undefined for any other. */
  readonly codeOf: (text: string) => number | undefined;
  /** The classes, from 0, that a number stands for. */
  readonly membersOf: (code: number) => readonly number[];
  readonly nameOf: (code: number) => string;
  /** Every text that names a class. */
  readonly words: readonly string[];
}

/** Reads the names of classes. `class 3`, `the digit 3` and `3` are the class with the label 3. */
export function classNames({ labels, aliases = {}, groups = {} }: Classes): ClassNames {
  const codes = new Map<string, number>();
  labels.forEach((label, i) => {
    for (const word of [label, ...(aliases[label] ?? [])]) codes.set(plainly(word), i + 1);
  });
  // A group of another set of classes means nothing here.
  const names = Object.keys(groups).filter((group) => groups[group]?.every((label) => labels.includes(label)));
  for (const [i, group] of names.entries()) codes.set(plainly(group), -1 - i);
  const lookup = (text: string): number | undefined => {
    const word = plainly(text).replace(/^(?:the |an? )?(?:class |digit |number |letter )?(?:of )?/, '');
    return codes.get(word) ?? codes.get(word.replace(/s$/, '')) ?? codes.get(`${word}s`);
  };
  const members = names.map((group) => (groups[group] ?? []).map((label) => labels.indexOf(label)));
  return {
    codeOf: lookup,
    membersOf: (code) => (code < 0 ? (members[-1 - code] ?? []) : [code - 1]),
    nameOf: (code) => (code < 0 ? (names[-1 - code] ?? '') : (labels[code - 1] ?? '')),
    words: [...codes.keys()],
  };
}

import type { ClassNames } from '../../reported/classes.ts';

/** Two classes that an answer names together. */
export type NamedPair = readonly [a: number, b: number];

type Reading = readonly NamedPair[] | { readonly reason: string };

const joining = new Set(
  'and with as for the class classes digit digits letter letters pair pairs of is are vs versus by taken mistaken misclassified confused often most a an to be both between'.split(
    ' ',
  ),
);
const counting = new Set(
  'has have had was were been times time images image examples predicted classified one two three four five six seven eight nine ten'.split(
    ' ',
  ),
);
const noun = /^(?:class|digit|letter)$/;
const longest = 2_000;

/**
 * The pairs of classes that a text names, in order: `3 and 1, 6 and 4`, `cat/dog`, `(3, 1)`. Words that are neither a class
 * nor stand between two make it unreadable. Where each class is called one, "class 3 has 2 misclassified as class 1", another
 * number is a count.
 */
export function readPairs(text: string, names: ClassNames): Reading {
  const words =
    text
      .slice(0, longest)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+|[,;]/gu) ?? [];
  const called = words.filter((word, i) => noun.test(word) && names.codeOf(words[i + 1] ?? '') !== undefined);
  return called.length > 1 ? calledPairs(words, names) : barePairs(words, names);
}

function barePairs(words: readonly string[], names: ClassNames): Reading {
  const classes: number[] = [];
  for (const word of words) {
    const code = names.codeOf(word);
    if (code !== undefined && code > 0) classes.push(code - 1);
    else if (!joining.has(word) && !/[,;]/.test(word)) return { reason: `"${word.slice(0, 20)}" names no class` };
  }
  return twoByTwo(classes);
}

function twoByTwo(classes: readonly number[]): Reading {
  if (classes.length === 0 || classes.length % 2 > 0) return { reason: 'it does not name classes two by two' };
  return classes.flatMap((a, i): NamedPair[] => (i % 2 === 0 ? [[a, classes[i + 1] as number]] : []));
}

/** "class 6 has 2 misclassified as class 4 and 2 as class 9": a class behind "as" belongs to the last that stands before one. */
function calledPairs(words: readonly string[], names: ClassNames): Reading {
  const pairs: NamedPair[] = [];
  let subject: number | undefined;
  let open: number | undefined;
  for (const [i, word] of words.entries()) {
    const code = noun.test(words[i - 1] ?? '') ? names.codeOf(word) : undefined;
    if (code === undefined || code < 1) {
      if (!joining.has(word) && !counting.has(word) && !/^(?:\d{1,4}|[,;])$/.test(word))
        return { reason: `"${word.slice(0, 20)}" names no class` };
      continue;
    }
    const isObject = words[i - 2] === 'as' && (open ?? subject) !== undefined;
    if (isObject || open !== undefined) {
      pairs.push([(open ?? subject) as number, code - 1]);
      open = undefined;
    } else [subject, open] = [code - 1, code - 1];
  }
  return open === undefined && pairs.length > 0 ? pairs : { reason: 'it does not name classes two by two' };
}

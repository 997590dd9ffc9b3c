import { numerals } from '../working/numerals.ts';
import type { ClassNames } from './classes.ts';

/** A form in which a claim may be said, with slots, and the relation that it claims: `{a} is taken for {b} {n} times`. */
export interface Form {
  readonly says: string;
  readonly holds: string;
}

/** A claim that was said in one of the forms: what stands in its slots. */
export interface Said {
  readonly form: Form;
  /** Numbers by slot: classes and groups by their code, counts as they are. */
  readonly slots: ReadonlyMap<string, number>;
}

const longest = 300;

/** Words of one meaning where a class is taken for another. */
const same: Readonly<Record<string, string>> = {
  ...Object.fromEntries('are was were get gets got be been being'.split(' ').map((word) => [word, 'is'])),
  ...Object.fromEntries(
    'misclassified classified mistaken predicted labelled labeled confounded'.split(' ').map((word) => [word, 'taken']),
  ),
  as: 'for',
  recognized: 'recognised',
  had: 'has',
  have: 'has',
};

/** The words of a sentence, in one spelling; articles say nothing. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}{}_'-]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => (Object.hasOwn(same, word) ? (same[word] ?? word) : word));

/**
 * The forms that a sentence fits, word for word, what stands in the slots apart: a slot takes the words up to the next
 * word of the form, and these must name a class, a group, or (a slot called `n`) a whole number.
 */
export function formsOf(sentence: string, forms: readonly Form[], names: ClassNames): Said[] {
  if (sentence.length > longest) return [];
  const said = words(sentence);
  return forms.flatMap((form) => {
    const slots = slotsOf(words(form.says), said, names);
    return slots ? [{ form, slots }] : [];
  });
}

function slotsOf(form: readonly string[], said: readonly string[], names: ClassNames): Map<string, number> | undefined {
  const slots = new Map<string, number>();
  let at = 0;
  for (const [i, word] of form.entries()) {
    const slot = /^\{(\w+)\}$/.exec(word)?.[1];
    if (slot === undefined) {
      if (said[at++] !== word) return undefined;
      continue;
    }
    const next = form[i + 1];
    const end = next === undefined ? said.length : endOf(said, at, next);
    const value = slotOf(slot, said.slice(at, end).join(' '), names);
    if (value === undefined) return undefined;
    slots.set(slot, value);
    at = end;
  }
  return at === said.length ? slots : undefined;
}

const mostWords = 5;

/** Where a slot ends: before the next word of the form; a slot before another takes one word, with what stands before a class. */
function endOf(said: readonly string[], from: number, next: string): number {
  if (!next.startsWith('{')) {
    const found = said.indexOf(next, from + 1);
    return found < 0 || found > from + mostWords ? from : found;
  }
  return Math.min(said.length, from + (/^(?:class|digit|letter|the)$/.test(said[from] ?? '') ? 2 : 1));
}

function slotOf(slot: string, text: string, names: ClassNames): number | undefined {
  if (text === '') return undefined;
  if (!slot.startsWith('n')) return names.codeOf(text);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const numeral = numerals.indexOf(text);
  return numeral < 0 ? undefined : numeral;
}

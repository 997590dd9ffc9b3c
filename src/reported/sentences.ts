import { readWritten } from '../exact/written.ts';
import { numerals } from '../working/numerals.ts';
import type { ClassNames } from './classes.ts';
import { spellingsOf } from './spellings.ts';

/**
 * A form in which a claim may be said, with slots, and the relation that it claims: `{a} is taken for {b} {n} times`.
 * `[often]` may be left out, `(of|for)` is one of the two; `{v}` is a number with decimals or a percentage, for the
 * relation to be taken over as `{v}`.
 */
export interface Form {
  readonly says: string;
  readonly holds: string;
}

/** A claim that was said in one of the forms: its relation, and what stands in its slots. */
export interface Said {
  readonly holds: string;
  /** Numbers by slot: classes and groups by their code, counts as they are. */
  readonly slots: ReadonlyMap<string, number>;
}

const longest = 300;

/** Words of one meaning. */
const same: Readonly<Record<string, string>> = {
  ...Object.fromEntries('are was were get gets got be been being gives'.split(' ').map((word) => [word, 'is'])),
  as: 'for',
  recognized: 'recognised',
  recognize: 'recognise',
  had: 'has',
  have: 'has',
  average: 'mean',
  avg: 'mean',
  averaged: 'mean',
};

/** What is taken for another class, with what it is taken for behind it. */
const taken = new Set(
  'misclassified classified mistaken predicted labelled labeled confounded recognised recognized'.split(' '),
);

const token = /-?\d+(?:\.\d+)? ?%|-?\d+\.\d+|[\p{L}\p{N}{}_'-]+/gu;

/** The words of a sentence, in one spelling; articles say nothing. */
function words(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d) ?(?:percent|per cent)(?!\p{L})/gu, '%')
    .replace(/(?<=\p{L}) to be (?=\p{L})/gu, ' as ')
    .replace(/(?<=[\p{L}\d])-(?=\p{L})/gu, ' ');
  const all = (plain.match(token) ?? [])
    .filter((word) => word !== 'the')
    .map((word) => (Object.hasOwn(same, word) ? (same[word] ?? word) : word));
  return all.map((word, i) => (taken.has(word) && all[i + 1] === 'for' ? 'taken' : word));
}

/**
 * The forms that a sentence fits, word for word, what stands in the slots apart: a slot takes the words up to the next
 * word of the form, and these must name a class, a group, or (a slot called `n`) a whole number.
 */
export function formsOf(sentence: string, forms: readonly Form[], names: ClassNames): Said[] {
  if (sentence.length > longest) return [];
  const said = words(sentence);
  return forms.flatMap((form) =>
    spellingsOf(form.says).flatMap((says): Said[] => {
      const found = slotsOf(words(says), said, names);
      if (!found) return [];
      const { slots, written } = found;
      const holds = form.holds.replace(/\{(\w+)\}/g, (whole, slot: string) => written.get(slot) ?? whole);
      return [{ holds, slots }];
    }),
  );
}

interface Slots {
  readonly slots: Map<string, number>;
  readonly written: Map<string, string>;
}

function slotsOf(form: readonly string[], said: readonly string[], names: ClassNames): Slots | undefined {
  const [slots, written] = [new Map<string, number>(), new Map<string, string>()];
  let at = 0;
  for (const [i, word] of form.entries()) {
    const slot = /^\{(\w+)\}$/.exec(word)?.[1];
    if (slot === undefined) {
      if (said[at++] !== word) return undefined;
      continue;
    }
    const next = form[i + 1];
    const end = next === undefined ? said.length : endOf(said, at, next);
    const text = said.slice(at, end).join(' ');
    const value = slot.startsWith('v') ? shareIn(text) : slotOf(slot, text, names);
    if (value === undefined) return undefined;
    if (typeof value === 'string') written.set(slot, value);
    else slots.set(slot, value);
    at = end;
  }
  return at === said.length ? { slots, written } : undefined;
}

/** A share as a decimal number with the places that were written: 70 % is 0.70. */
function shareIn(text: string): string | undefined {
  const reading = /^\d+(?:\.\d+)?(?: ?%)?$/.test(text) ? readWritten(text) : undefined;
  if (!reading?.ok || reading.written.value.gt(1)) return undefined;
  const { value, places } = reading.written;
  return value.toFixed(Math.max(1, places));
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

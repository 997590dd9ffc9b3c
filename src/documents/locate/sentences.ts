import { type Passage, slice, trimmed, unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import type { Text } from './shape.ts';
import type { Statement } from './statements.ts';
import { sameWords, wordsOf } from './words.ts';

const harmless =
  /^\\(?:times|cdot|frac|dfrac|tfrac|left|right|div|sqrt|text|mathrm|approx|underline|boxed|quad|qquad|ast|big|Big)$/;
const longestWords = 51;
const mantissa = /^[xXkKMeE]$/;

/** A lead that ends in arithmetic, as its words and the arithmetic. */
export function arithmeticTail(lead: Passage): { label: Passage; value: Passage } | undefined {
  let end = 0;
  for (const found of lead.text.matchAll(/\\[a-zA-Z]+|\p{L}[\p{L}\p{N}_'’.]*/gu)) {
    const word = found[0];
    if (harmless.test(word) || (mantissa.test(word) && /[\d\s{]$/.test(lead.text.slice(0, found.index)))) continue;
    end = found.index + word.length;
  }
  const glued = /^[\d_^{'(\])]/.test(lead.text.slice(end));
  if (end === 0 || glued) return undefined;
  const value = trimmed(slice(lead, end + (/^[:}\s]*/.exec(lead.text.slice(end))?.[0].length ?? 0)));
  const bare = unmarked(value.text).trim();
  if (
    !/\d/.test(bare) ||
    !/[-+*/×·^]|\\(?:times|cdot|frac)/.test(bare.replace(/^[-+]/, '')) ||
    !/^[\d(.[\\{+-]/.test(bare)
  )
    return undefined;
  return { label: trimmed(slice(lead, 0, end)), value };
}

/** Is what a verb leads to an answer and no description with a number in it? "Layer C is 6 filters of 5×5". */
export function spokenAnswer(slot: Slot, side: Passage | undefined, { text }: Text): boolean {
  if (slot.field.kind !== 'number' && slot.field.kind !== 'accuracy') return true;
  return side !== undefined && unmarked(side.text).trimStart().startsWith(text.slice(0, 3));
}

/** "… = 608 parameters": the words behind the last number are those of one slot. "8 × 28 × 28 is the shape of the output". */
export function trailingWords(
  statement: Statement,
  slots: readonly Slot[],
): (Pick<Statement, 'sides' | 'parting'> & { slot: Slot; label: string }) | undefined {
  const last = statement.relation === 'is' ? statement.sides[0] : statement.sides.at(-1);
  const reversed = statement.relation === 'is' && /^(?:the|our|its)\s/i.test(last?.text ?? '');
  if (!last) return undefined;
  const behind = reversed ? last.text : wordsBehind(last.text);
  const words = wordsOf(behind);
  const found = slots.filter(({ phrases }) =>
    phrases.some(
      (phrase) =>
        sameWords(phrase, words) || (reversed && phrase.length > 1 && phrase.every((word) => words.includes(word))),
    ),
  );
  const [slot] = found;
  if (!slot || found.length > 1 || words.length === 0) return undefined;
  if (reversed) return { slot, label: unmarked(last.text), sides: [statement.lead], parting: ['='] };
  const sides = statement.relation === 'is' ? statement.sides : [statement.lead, ...statement.sides];
  return { slot, label: behind.trim(), sides, parting: ['=', ...statement.parting] };
}

/** The words at the end of a text, right behind its last number. */
function wordsBehind(text: string): string {
  const ended = text.replace(/(?<![.\s\ue001])[.\s\ue001]+$/, '');
  const words = /\d[\s\ue001\ue003)}]*(\p{L}[\p{L}\s-]*)$/u.exec(ended)?.[1] ?? '';
  return words.length > 2 && words.length <= longestWords ? words : '';
}

/** A label and a number that a sentence gives it. */
export interface Said {
  readonly label: string;
  readonly side: Passage;
}

const amount = String.raw`(\ue000[^\ue000\ue001]+\ue001|(?<![\p{L}\p{N}_.,^-])-?\d[\d,]*(?:\.\d+)?(?:\s?\\?%|[KMB](?!\p{L}))?)(?![\p{L}\p{N}_(])`;
const wordy = String.raw`(?:\s\p{L}{2,20}){0,2}`;
const before = new RegExp(
  String.raw`${amount}${wordy}\s(?:for|in|at|from)\s(?:the\s)?([^,;\n]{2,60}?)(?=[,;\n]|\.\s|\.$|\sand\s|$)`,
  'gu',
);
const behind = new RegExp(
  String.raw`(?<!\p{L})(?:for|in)\s(?:the\s)?([^,;\n]{2,60}?),?\s(?:we\s(?:have|get|need)|there\sare|it\sis|has|have|is|gives)\s(?:a\stotal\sof\s)?${amount}`,
  'giu',
);

/** What the sentences of a paragraph say: "208 for conv(24x24x8)", "for fc7 we have 5010 parameters". */
export function saidIn(passage: Passage): Said[] {
  const { text } = passage;
  const side = (amountText: string, from: number): Passage => {
    const at = text.indexOf(amountText, from);
    return slice(passage, at, at + amountText.length);
  };
  const forms = [
    [before, 2, 1],
    [behind, 1, 2],
  ] as const;
  return forms.flatMap(([pattern, label, number]) =>
    [...text.slice(0, 5_000).matchAll(pattern)].map((found) => ({
      label: found[label] ?? '',
      side: side(found[number] ?? '', found.index),
    })),
  );
}

const single = new RegExp(amount, 'gu');

/** The numbers of a paragraph that stand by themselves, each with the words before it. */
export const amountsIn = (passage: Passage): { side: Passage; before: string; after: string }[] =>
  [...passage.text.slice(0, 5_000).matchAll(single)].map((found) => ({
    side: slice(passage, found.index, found.index + found[0].length),
    before: passage.text.slice(Math.max(0, found.index - 60), found.index),
    after:
      /^\s(\p{L}+)/u.exec(passage.text.slice(found.index + found[0].length, found.index + found[0].length + 40))?.[1] ??
      '',
  }));

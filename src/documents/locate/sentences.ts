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
    !/[-−+*/×·^²³]|\\(?:times|cdot|frac)/.test(bare.replace(/^[-−+]/, '')) ||
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
  const isAlone = isCounted(statement);
  const last = isAlone ? statement.lead : statement.relation === 'is' ? statement.sides[0] : statement.sides.at(-1);
  const reversed = statement.relation === 'is' && /^(?:the|our|its)\s/i.test(last?.text ?? '');
  if (!last || apiece.test(statement.lead.text)) return undefined;
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
  const lead = numberless(statement.lead);
  if (reversed) return { slot, label: unmarked(last.text), sides: [lead], parting: ['='] };
  const sides = statement.relation === 'is' ? statement.sides : [lead, ...(isAlone ? [] : statement.sides)];
  return { slot, label: behind.trim(), sides, parting: ['=', ...statement.parting] };
}

/** "each filter has 26 parameters" says nothing of all. */
const apiece = /(?<!\p{L})(?:each|every|per|one|single|an?|jede[rsnm]?|pro|ein(?:e[rsnm]?)?)\s\p{L}/iu;

/** Nothing but a number and the words behind it: "1154560 with bias". */
export const isCounted = ({ relation, lead }: Pick<Statement, 'relation' | 'lead'>): boolean =>
  relation === '' && numbered.test(lead.text);

const numbered = /^[\s\ue000-\ue003]*\d[\d.,]*\s\p{L}[\p{L}\s-]{2,40}[.,;\s]*$/u;

/** "6 filters" is a number of something else; "5 on the test images" is not. */
export const counts = (slot: Slot, after: string): boolean =>
  wordsOf(after).some((word) => word.length > 3 && !slot.phrases.some((phrase) => phrase.includes(word))) &&
  /s$/.test(after);

/** Without the number of a part before it. */
export function numberless(lead: Passage): Passage {
  const width =
    /^[\s\ue000-\ue003]*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?=[\s\ue000-\ue003])/i.exec(lead.text)?.[0].length ?? 0;
  return trimmed(slice(lead, width));
}

/** The word or two behind the last number of a statement. */
export function unitBehind({ sides }: Pick<Statement, 'sides'>): string {
  const [first = ''] = (sides.at(-1)?.text ?? '').split(/,\s|;|\s(?:and|und|so|which|while|for|on|in|with)\s/, 1);
  const words = wordsBehind(first).split(/\s+/);
  return words.length < 3 ? words.join(' ') : '';
}

/** The words at the end of a text, right behind its last number. */
function wordsBehind(text: string): string {
  const ended = text.replace(/(?<![.,;\s\ue001])[.,;\s\ue001]+$/, '');
  const words = /\d[\s\ue001\ue003)}]*(\p{L}[\p{L}\s-]*)$/u.exec(ended)?.[1] ?? '';
  return words.length > 2 && words.length <= longestWords ? words : '';
}

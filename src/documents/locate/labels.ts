import { unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import type { Statement } from './statements.ts';
import { symbolKey, withoutArguments } from './symbols.ts';
import { contradicts, covers, sameWords, wordsOf } from './words.ts';

/** Which slots a label may mean, and how it says so. */
export interface Labelled {
  readonly slots: readonly Slot[];
  readonly how: 'symbol' | 'words' | 'within' | 'context';
  /** The label as it was understood, for the reason. */
  readonly label: string;
}

const connectives =
  /^(?:[\s\ue000-\ue003&!*#>.,:→⇒∴•]|[–-](?![\d.])|\\(?:therefore|Rightarrow|implies|quad|qquad|circled\{[^{}]*\}|textcircled\s*\{[^{}]*\}|item)(?![a-zA-Z])|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?=[\s\ue000\ue002])|(?:thus|so|hence|then|therefore|and|now|also|next|finally|since|where|we have|we get|we find|we obtain|which gives|giving|given|let|step \d+)\b[,:]?|(?:with|for|at|mit|bei|für)\s(?=\d))/i;

/** Without numbers of parts, bullets and words that lead over. */
export function bareLabel(text: string): string {
  let rest = text;
  for (let i = 0; i < 12; i++) {
    const found = connectives.exec(rest)?.[0];
    if (!found || found.length === rest.length) break;
    rest = rest.slice(found.length);
  }
  return rest.replace(/(?<![\s\ue001-\ue003:,&])[\s\ue001-\ue003:,&]+$/, '').trim();
}

/** What a clause is about: "C3" of "C3 has 16 filters", "C5" of "For C5 we need". */
export function subjectOf(text: string): string | undefined {
  const bare = bareLabel(text);
  const [, asked, subject] =
    /^(?:for|in|at|für|im|bei)\s(?:the\s|die\s|der\s|das\s)?(\S{1,20}(?:\s\S{1,20})?)\s(?:we|you|one|there|wir|man|gibt)\s/i.exec(
      bare,
    ) ??
    /^()(?:the\s|die\s|der\s|das\s)?(\S{1,20}(?:\s\S{1,20}){0,2})\s(?:has|have|uses|contains|consists|hat|mit|with)\s/i.exec(
      bare,
    ) ??
    [];
  return asked || subject || undefined;
}

/** Words before a symbol that make it another number: "half of a1". */
const changing =
  /(?:\b(?:of|times|half|twice|minus|plus|per|by|over|without|not|log|ln|exp|sqrt|error in|change in)|[-+*/^(\d]|\\cdot|\\times|\\frac)$/i;
const changes = (before: string): boolean => {
  const text = before.trimEnd();
  return changing.test(text.endsWith('\ue000') ? text.slice(0, -1).trimEnd() : text);
};

/** The slots whose symbol stands at the end of a label. */
export function bySymbol(
  statement: Pick<Statement, 'lead' | 'relation' | 'sides'>,
  slots: readonly Slot[],
): Labelled | undefined {
  const { text: lead } = statement.lead;
  for (const text of symbolTexts(lead)) {
    const key = symbolKey(text);
    if (key === '') continue;
    const isNew = renewing.test(
      lead.slice(Math.max(0, lead.lastIndexOf(text) - 60), Math.max(0, lead.lastIndexOf(text))),
    );
    for (const one of [...(isNew ? news(key) : renewed(key, statement)), key, withoutArguments(key)].filter(
      (k) => k !== '',
    )) {
      const found = slots.filter((slot) => slot.symbols.has(one) && !isOfOther(slot, text, lead));
      if (found.length > 0) return { slots: found, how: 'symbol', label: unmarked(text) };
    }
  }
  return undefined;
}

/** "MACs separable": a name that is a word is of what the word before it says, where only another field is called so. */
function isOfOther({ foreign }: Slot, text: string, lead: string): boolean {
  if (!/^\p{Ll}{5,}$/u.test(text)) return false;
  const before = wordsOf(lead.slice(0, Math.max(0, lead.lastIndexOf(text))));
  return before.some((word) => word.length > 3 && foreign.has(word));
}

/** "the new weight w_1", "neues w_1" */
const renewing = /(?<!\p{L})(?:new|updated|next|neue[rsnm]?|aktualisierte[rsnm]?)(?:\s\p{L}+){0,2}\s*\ue000?$/iu;

/** `w_2 \leftarrow …` and `w_2 = w_2 - …` give the weight a new value. */
function renewed(key: string, { relation, sides }: Pick<Statement, 'relation' | 'sides'>): string[] {
  const first = sides[0]?.text ?? '';
  const own =
    relation === '<-' || symbolKey(/^[\s\ue000]*([^-+\s\ue000][^-+\s]*)\s*[-+]/.exec(first)?.[1] ?? '') === key;
  return own ? news(key) : [];
}

const news = (key: string): string[] => [`${key}new`, `${key}_new`];

/** All of the label; what stands in its last formula; its last words, where nothing before changes their meaning. */
function symbolTexts(lead: string): string[] {
  const bare = bareLabel(lead);
  const texts = [bare];
  const math = bare.lastIndexOf('\ue000');
  if (math >= 0) {
    const inner = bare.slice(math + 1);
    return changes(bare.slice(0, math)) ? texts : [...texts, bareLabel(inner), ...bracketed(inner)];
  }
  const starts = [...bare.matchAll(/(?<=\S)\s+/g)].slice(-6).map(({ index }) => index);
  for (const start of starts) {
    const before = bare.slice(0, start);
    if (!changes(before) && !/[=\\{]/.test(before)) texts.push(bare.slice(start).trim());
  }
  return [...texts, ...bracketed(bare)];
}

/** "the derivative of the loss (dL_dyhat)". */
const bracketed = (text: string): string[] => {
  const found = /\(([^()]{1,40})\)[\s\ue001]*$/.exec(text)?.[1];
  return found ? [found] : [];
};

const neutral = new Set(
  'layer total parameter operation trainable learnable weight count network equal obtained found calculate calculated compute computed required needed last first second third both there which when using use used need hence get is only also about approx approximately'.split(
    ' ',
  ),
);
const negating = new Set('half twice ratio difference minus error average mean double not'.split(' '));

/** The slots whose words a label says; the one that says most of them. */
export function byWords(lead: string, slots: readonly Slot[]): Labelled | undefined {
  const words = wordsOf(bareLabel(lead));
  if (words.length === 0 || words.length > 14 || reckons.test(bareLabel(lead)) || severals.test(lead)) return undefined;
  const exact = slots.filter(({ phrases }) => phrases.some((phrase) => !isLetter(phrase) && sameWords(phrase, words)));
  if (exact.length > 0) return { slots: exact, how: 'words', label: unmarked(lead).trim() };
  const within = slots.map((slot) => [slot, reach(slot, words, slots)] as const).filter(([, length]) => length > 0);
  const most = Math.max(0, ...within.map(([, length]) => length));
  const best = within.filter(([, length]) => length === most).map(([slot]) => slot);
  return best.length > 0 ? { slots: best, how: 'within', label: unmarked(lead).trim() } : undefined;
}

/** "Three gates give" is of another number than one gate. */
const severals =
  /^\W*(?:the\s)?(?:two|three|four|five|six|seven|eight|nine|ten|both|all \p{L}+|zwei|drei|vier|\d+)\s\p{L}+s?\s(?:gives?|makes?|have|are|together|need)(?!\p{L})/iu;

/** A label that reckons is no name of what comes out: "x + z1". */
const reckons = /\s[-+*/×·]\s|[+^]|\\(?:cdot|times|d?frac|sqrt)(?![a-zA-Z])/;

/** Letters and numbers alone are symbols, which are told apart by more than their words. */
const isLetter = (phrase: readonly string[]): boolean => phrase.every((word) => word.length < 2 || /^\d/.test(word));

/** How many words of its longest phrase stand in a label that says nothing of another slot. */
function reach(slot: Slot, words: readonly string[], all: readonly Slot[]): number {
  let most = 0;
  for (const phrase of slot.phrases) {
    if (isLetter(phrase)) continue;
    if (phrase.length < 2 && !isTelling(phrase, slot, all)) continue;
    if (!covers(phrase, words) || contradicts(words, phrase)) continue;
    const extra = words.filter((word) => !phrase.includes(word) && !neutral.has(word) && !slot.titles.has(word));
    if (
      extra.some((word) => negating.has(word) || isForeign(word, slot, all)) ||
      extra.filter(unknownTo(all)).length > 4
    )
      continue;
    most = Math.max(most, phrase.length);
  }
  return most;
}

const vocabulary = (slot: Slot): ReadonlySet<string> => new Set(slot.phrases.flat());
const isForeign = (word: string, slot: Slot, all: readonly Slot[]): boolean =>
  !vocabulary(slot).has(word) && all.some((other) => other.problem === slot.problem && vocabulary(other).has(word));
const unknownTo =
  (all: readonly Slot[]) =>
  (word: string): boolean =>
    !all.some((slot) => vocabulary(slot).has(word));

/** A single word labels only where no other slot of the problem knows it, and it is a word. */
const isTelling = ([word = '']: readonly string[], slot: Slot, all: readonly Slot[]): boolean =>
  (word === 'total' || word.length > 3) &&
  !all.some((other) => other !== slot && other.problem === slot.problem && vocabulary(other).has(word));

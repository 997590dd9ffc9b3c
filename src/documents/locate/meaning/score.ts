import type { Slot } from '../fields.ts';
import { symbolKey } from '../symbols.ts';
import { contradicts } from '../words.ts';
import { headAndRest, isElliptic, spoken } from './spoken.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A label, and what stands around it, the nearest first. */
export interface Said {
  readonly label: string;
  readonly around: readonly string[];
}

const shares = {
  around: [0.7, 0.6, 0.6, 0.5, 0.4],
  missing: 0.8,
  implied: 0.2,
  foreign: 1,
  foreignRest: 0.5,
  unknown: 0.15,
};

/** Words that make another number of what they stand with. */
const changing = new Set(
  'half twice ratio difference minus error mean double not previous old without per each every times more less fewer than only if would'.split(
    ' ',
  ),
);

/** How well a label says a field, from 1 (all of what it is called, and nothing else) down. */
export function scoreOf(slot: Slot, { label, around }: Said, vocabulary: Vocabulary): number {
  const { head, rest } = headAndRest(label);
  if (isElliptic(label) || hasOtherSign(slot, label, vocabulary)) return Number.NEGATIVE_INFINITY;
  const own = new Set([...head, ...rest]);
  const near = around.map((text) => new Set(spoken(text)));
  const known = vocabulary.words.get(slot) ?? new Set();
  if (head.some((word) => changing.has(word) && !known.has(word))) return Number.NEGATIVE_INFINITY;
  if (isOfAnother(slot, label, vocabulary)) return Number.NEGATIVE_INFINITY;
  if ([...(vocabulary.phrases.get(slot) ?? [])].some((phrase) => contradicts([...own], phrase)))
    return Number.NEGATIVE_INFINITY;
  const sum = (words: Iterable<string>): number => [...words].reduce((all, word) => all + vocabulary.weight(word), 0);
  const isForeign = (word: string): boolean => vocabulary.knows(word) && !known.has(word) && word !== 'layer';
  const foreign =
    sum(new Set(head.filter(isForeign))) * shares.foreign +
    sum(new Set(rest.filter((word) => isForeign(word) && !head.includes(word)))) * shares.foreignRest;
  const unknown =
    [...own].filter((word) => !vocabulary.knows(word) && /\p{L}{2}/u.test(word) && !idle.has(word)).length *
    shares.unknown;
  const all = (vocabulary.phrases.get(slot) ?? []).map((phrase) => {
    const whole = sum(phrase);
    if (whole === 0) return Number.NEGATIVE_INFINITY;
    let got = 0;
    for (const word of phrase) got += vocabulary.weight(word) * worth(word, own, near, slot);
    return (got - foreign) / whole - unknown;
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...all);
}

/** Is what a label is about, its last word before "of", no word of the field? */
export function isOfAnother(slot: Slot, label: string, vocabulary: Vocabulary): boolean {
  const { head } = headAndRest(label);
  const noun = head.findLast((word) => vocabulary.knows(word) && !idle.has(word) && !/^\d/.test(word));
  return noun !== undefined && !vocabulary.words.get(slot)?.has(noun);
}

const idle = new Set(
  'layer total parameter operation trainable learnable weight count network equal obtained found calculate calculated compute computed required needed last both there which when using use used need hence is only also about approx approximately therefore so now here give gives this these whole entire all wir ist sind they them up set got end epoch final finally run image value result answer'.split(
    ' ',
  ),
);

const sign = /(?:^|[\s(,$\ue000])([^\s(,$\ue000]{1,12})\s*[=≈]\s*$/;

/** Does a symbol right before an equals sign name a given, or something that the field is not called? "b2 = " */
function hasOtherSign(slot: Slot, label: string, vocabulary: Vocabulary): boolean {
  const text = sign.exec(label.trimEnd())?.[1] ?? '';
  const key = symbolKey(text);
  if (key === '' || (key.length > 2 && !/[\d\\_^]/.test(text))) return false;
  return slot.problem.working.givens.has(key) || !spoken(text).every((word) => vocabulary.words.get(slot)?.has(word));
}

/** Does a word say nothing of which of several like things is meant? */
export const isGeneral = (word: string): boolean => idle.has(word);

function worth(word: string, own: ReadonlySet<string>, near: readonly ReadonlySet<string>[], { field }: Slot): number {
  if (own.has(word)) return 1;
  const at = near.findIndex((words) => words.has(word));
  return at < 0
    ? word === 'size' || word === field.kind
      ? -shares.implied
      : -shares.missing
    : (shares.around[at] ?? 0.3);
}

/** A field is said well and better than any other, or fairly well and no other at all. */
const least = [
  { score: 0.6, margin: 0.25 },
  { score: 0.45, margin: 0.6 },
];

/** A label that reckons is of what comes out, and of none of its symbols: "x + z1". */
const reckons = /[\p{L}\d)}]\s+[-−+*/×·]\s+[\p{L}\d({\\]|[+*×·]\s?\p{L}|\\(?:cdot|times)(?![a-zA-Z])/u;

/** The field that is said best, where no other is said nearly as well. */
export function clearest(said: Said, vocabulary: Vocabulary): { slot: Slot; score: number } | undefined {
  if (reckons.test(said.label) || !spoken(said.label).some((word) => vocabulary.knows(word))) return undefined;
  const scored = [...vocabulary.phrases.keys()]
    .map((slot) => ({ slot, score: scoreOf(slot, said, vocabulary) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  const next = second?.score ?? 0;
  const isClear = first && least.some(({ score, margin }) => first.score >= score && first.score - next >= margin);
  return isClear ? first : undefined;
}

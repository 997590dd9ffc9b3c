import { wordsOf } from '../words.ts';

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '1': 'first 1st erste ersten erster premier première',
    '2': 'second 2nd zweite zweiten zweiter seconde deuxième',
    '3': 'third 3rd dritte dritten dritter troisième',
    '4': 'fourth 4th vierte vierten vierter quatrième',
    '5': 'fifth 5th',
    '6': 'sixth 6th',
  }).flatMap(([digit, words]) => words.split(' ').map((word) => [word, digit])),
);

/** Several words, or one with a stroke, that say what one word says. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\bw\.?\s?r\.?\s?t\b\.?|\bwith respect to\b/giu, ' by '],
  [
    /\b(?:pre-?\s?activations?|net inputs?|weighted (?:sum|input)s?|net activations?|linear outputs?)\b/giu,
    ' preactivation ',
  ],
  [/\b(?:multiply|mult)[\s-]?(?:adds?|accumulates?)\b|\bmacs?\b/giu, ' multiplication addition '],
  [/\bback-?\s?prop(?:agation|agated)?\b/giu, ' '],
  [
    /\b(?:add|sum)(?:ming|ing|med|ed|s)?\s(?:(?:them|it|everything|this|these)\s)?(?:all\s)?up\b|\ball in all\b|\bin all\b|\b(?:altogether|together)\b|^\s*(?:this|that|which|it)\s(?:all\s)?makes\b/giu,
    ' total ',
  ],
  [/(?<![\p{L}\d])e\s?\^\s?\{?(?=\\?\p{L})/gu, ' exponential '],
  [/\\math(?:cal|bf|rm|bb|sf)(?![a-zA-Z])/gu, ' '],
  [/(?<![\p{L}\d])B?CE(?![\p{L}\d])/gu, ' cross entropy '],
  [/(?<![\p{L}\d])reg(?:ulari[sz](?:er|ation))?(?![\p{L}\d])/giu, ' penalty '],
  // Several of a thing are another number than one.
  [
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|both|zwei|drei|vier)\s\p{L}+s?\s(?=gives?\b|makes?\b|have\b|are\b|together\b|need\b)/giu,
    ' ',
  ],
  // The letter of `3a` tells it from `3b`.
  [/(\d)([a-h])(?![\p{L}\d])/giu, '$1 part$2 '],
];

/** The words of a text as they are compared: "the first hidden neuron" and "hidden unit 1" have the same. */
export function spoken(text: string): string[] {
  const flat = compounds.reduce((rest, [found, put]) => rest.replace(found, put), text);
  return wordsOf(flat).map((word) => (Object.hasOwn(digits, word) ? (digits[word] ?? word) : word));
}

const preposition =
  /\s(?:of|for|in|at|by|to|from|with|after|over|per|through|von|für|nach|bei|im|der|des|de|du|pour|après|par|dans)\s/iu;

const opening =
  /^\W*(?:for|in|with|at|on|after|by|für|bei|mit|im|nach|beim)\s(?:the\s|our\s|an?\s|die\s|der\s|das\s|den\s|dem\s)?/iu;
const subject = /,?\s(?:the|our|we|i|its|an?|der|die|das)\s/iu;
const furthest = 80;

/** "For the wide network the loss": what it is of stands first. */
function inverted(text: string): { of: string; about: string } | undefined {
  const begin = opening.exec(text)?.[0];
  if (begin === undefined) return undefined;
  const [first = '', rest] = [text[begin.length], text.slice(begin.length + 1)];
  const found = subject.exec(rest);
  if (!found || found.index >= furthest) return undefined;
  return { of: first + rest.slice(0, found.index), about: rest.slice(found.index + found[0].length) };
}

/** Sizes say nothing of what is counted: `5×5`. */
const sizes = /(?<![\p{L}\d_.-])\d{1,7}(?:\s?[×x*·]\s?\d{1,7}){1,5}(?![\p{L}\d])/gu;

/** What a label is about, and what that belongs to: "gate", "GRU" of "each gate of the GRU". */
export function headAndRest(given: string): { head: string[]; rest: string[] } {
  const text = given.replace(sizes, (size) => (/^1\s?[×x]\s?1$/.test(size) ? size : ' '));
  const turned = inverted(text);
  if (turned && spoken(turned.about).length > 0) {
    const inner = headAndRest(turned.about);
    return { head: inner.head, rest: [...inner.rest, ...spoken(turned.of)] };
  }
  const at = text.search(preposition);
  return at < 0 ? { head: spoken(text), rest: [] } : { head: spoken(text.slice(0, at)), rest: spoken(text.slice(at)) };
}

/** "the one of the second" says of the second what was said of something before. */
export const isElliptic = (text: string): boolean =>
  /\b(?:the (?:one|ones|same|other)|that|those) (?:of|for|in)\b/i.test(text);

import { type Passage, slice } from '../passage.ts';

/** A label and a number that a sentence gives it. */
export interface Said {
  readonly label: string;
  readonly side: Passage;
  /** The word behind the number. */
  readonly after: string;
}

/** A stretch of a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const longest = { text: 5_000, formula: 300, label: 60 };
const formula = /\ue000[^\ue000\ue001]+\ue001(?![\p{L}\p{N}_(])/gu;
const number =
  /(?<![\p{L}\p{N}_.,^-])-?\d[\d,]*(?:\.\d+)?(?:\s?\\?%|[KMB](?!\p{L}))?(?![\p{L}\p{N}_(:]|[.,]\d|\s?[·×*/^+−²³]|\s-\s)/gu;
const leadsOn = /(?:\s\p{L}{2,}){0,2}\s(?:for|in|at|from)\s/uy;
const ending = /[,;\n]|\.(?:\s|$)|\sand\s/g;
const opening = /(?<!\p{L})(?:for|in)\s/giu;
const verb = /,?\s(?:we\s(?:have|get|need)|there\sare|it\sis|has|have|is|gives)\s(?:a\stotal\sof\s)?$/i;
const towards = /^(?:of|to|at|around|about|was|is)$/;
const widestVerb = 40;

/** What the sentences of a paragraph say: "208 for conv(24x24x8)", "for fc7 we have 5010 parameters". */
export function saidIn(passage: Passage): Said[] {
  const text = passage.text.slice(0, longest.text);
  const amounts = amountsOf(text);
  return [...before(text, amounts), ...behind(text, amounts), ...leading(text, amounts)].map(({ label, amount }) => ({
    label: /^the\s../i.test(label) ? label.slice('the '.length) : label,
    side: slice(passage, amount.from, amount.to),
    after: wordAfter(text, amount),
  }));
}

const wordAfter = (text: string, { to }: Stretch): string => /^\s(\p{L}+)/u.exec(text.slice(to, to + 40))?.[1] ?? '';

interface Named {
  readonly label: string;
  readonly amount: Stretch;
}

/** "improved the validation accuracy to 0.94" */
function leading(text: string, amounts: readonly Stretch[]): Named[] {
  return amounts.flatMap((amount) => {
    const before = text.slice(Math.max(0, amount.from - longest.label), amount.from);
    const words = wordsTowards(before);
    return words.length > 1 || (words[0]?.length ?? 0) > 4 ? [{ label: words.slice(-4).join(' '), amount }] : [];
  });
}

/** The words before "of", "at" or a verb with which the text ends. */
function wordsTowards(text: string): string[] {
  const [last, verb = '', ...before] = text
    .replace(/[\ue002]$/, '')
    .split(/\s/)
    .reverse();
  if (last !== '' || !towards.test(verb)) return [];
  const end = before.findIndex((word) => !/^\p{L}+$/u.test(word));
  return before.slice(0, end < 0 ? 6 : Math.min(end, 6)).reverse();
}

/** "208 for conv(24x24x8)" */
function before(text: string, amounts: readonly Stretch[]): Named[] {
  let end = 0;
  return amounts.flatMap((amount) => {
    leadsOn.lastIndex = amount.to;
    const label = amount.from < end || !leadsOn.test(text) ? undefined : labelAt(text, leadsOn.lastIndex);
    if (label === undefined) return [];
    end = leadsOn.lastIndex + label.length;
    return [{ label, amount }];
  });
}

/** What stands there up to the end of its part of the sentence. */
function labelAt(text: string, from: number): string | undefined {
  const window = text.slice(from, from + longest.label + ' and '.length);
  const end = [...window.matchAll(ending)].find(({ 0: found, index }) => index > 1 || ',;\n'.includes(found));
  return labelled(window.slice(0, end?.index));
}

const labelled = (label: string): string | undefined =>
  label.length > 1 && label.length <= longest.label && !/[,;\n]/.test(label) ? label : undefined;

/** "for fc7 we have 5010" */
function behind(text: string, amounts: readonly Stretch[]): Named[] {
  const openings = [...text.matchAll(opening)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
  let end = 0;
  return amounts.flatMap((amount) => {
    const start = Math.max(0, amount.from - widestVerb);
    const found = verb.exec(text.slice(start, amount.from));
    if (!found) return [];
    const to = start + found.index;
    const near = openings.filter((one) => one.from >= end && one.to < to && one.to >= to - longest.label);
    const label = near.map((one) => labelled(text.slice(one.to, to))).find((one) => one !== undefined);
    if (label === undefined) return [];
    end = amount.to;
    return [{ label, amount }];
  });
}

/** Formulas, and numbers outside of them, in their order. */
function amountsOf(text: string): Stretch[] {
  const all = [...text.matchAll(formula), ...text.matchAll(number)]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .sort((a, b) => a.from - b.from);
  let end = 0;
  const apart = all.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
  return apart.filter(({ from, to }) => text[from] !== '\ue000' || to - from <= longest.formula + 2);
}

/** The numbers of a paragraph that stand by themselves, each with the words before it. */
export const amountsIn = (passage: Passage): { side: Passage; before: string; after: string }[] =>
  amountsOf(passage.text.slice(0, longest.text)).map(({ from, to }) => ({
    side: slice(passage, from, to),
    before: passage.text.slice(Math.max(0, from - 60), from),
    after: wordAfter(passage.text, { from, to }),
  }));

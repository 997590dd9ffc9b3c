import type { AnswerValue } from '../../records/submission.ts';

/**
 * The sentence, unless it holds a number that the student has not seen: such a number may be a value of the key, or lead
 * to one. Hints are written without numbers; this holds them to it, whoever writes the next one.
 */
export function withoutNews(sentence: string | undefined, seen: ReadonlySet<string>): string | undefined {
  if (sentence === undefined) return undefined;
  return numbersIn(sentence).every((number) => seen.has(number)) ? sentence.replaceAll('`', '') : undefined;
}

/** Every number in some texts, in one form: `−0.50` and `.5` are both `0.5`. Digits of a name (`w1`) are none. */
export function numbersIn(...texts: readonly string[]): string[] {
  const tokens = texts.flatMap((text) => text.match(/(?<![\p{L}_\d.])(?:\d+(?:[.,]\d+)?|[.,]\d+)/gu) ?? []);
  return tokens.map((token) => String(Number(token.replaceAll(',', ''))));
}

/** All texts of an answer, or of givens. */
export function textsOf(value: AnswerValue | unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

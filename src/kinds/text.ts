import type { AnswerValue } from '../answers/value.ts';

/** An answer as handed in, as one text: lines of work under each other. */
export function givenText(value: AnswerValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map(givenText).join('\n');
}

/** The lines of an answer of any form: a text is one, a list one for each item. */
export const linesIn = (value: AnswerValue): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []).map(givenText);

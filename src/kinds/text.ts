import type { AnswerValue } from '../reading/value.ts';

/** An answer as handed in, as one text: lines of work, and the rows of a matrix, under each other. */
export function givenText(value: AnswerValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map(lineText).join('\n');
}

const lineText = (line: AnswerValue): string =>
  Array.isArray(line) && line.every((cell) => typeof cell === 'string') ? `[${line.join(', ')}]` : givenText(line);

/** The lines of an answer of any form: a text is one, a list one for each item. */
export const linesIn = (value: AnswerValue): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []).map(givenText);

import { createHash } from 'node:crypto';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { PaperState } from './state.ts';

type Values = Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;

/** The answers of a paper by problem and field, without those that were emptied. */
export function valuesOf({ answers }: Pick<PaperState, 'answers'>): Values {
  const problems = [...answers].map(([problem, fields]) => {
    const filled = [...fields].filter(([, { value }]) => !isBlank(value));
    return [problem, Object.fromEntries(filled.map(([field, { value }]) => [field, value]))] as const;
  });
  return Object.fromEntries(problems.filter(([, fields]) => Object.keys(fields).length > 0));
}

/** The paper as the file that `check` and `grade` take. The same answers are the same text, in whatever order they were written. */
export function paperText(assignment: string, student: string, state: PaperState): string {
  const answers = sorted(valuesOf(state));
  const asked = state.asked.filter(({ problem, field }) => answers[problem]?.[field] === undefined);
  const { givens } = state;
  const paper = { assignment, student, ...(givens !== undefined && { givens }), answers };
  return `${JSON.stringify({ ...paper, ...(asked.length > 0 && { asked }) }, null, 2)}\n`;
}

const sorted = (values: Values): Values =>
  byName(Object.fromEntries(Object.entries(values).map(([problem, fields]) => [problem, byName(fields)])));

const byName = <T>(members: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));

export const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

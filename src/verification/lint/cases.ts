import { type Case, failuresOf } from '../cases.ts';
import { type Debt, error, type Finding } from './finding.ts';

/** Every case comes out as it says, and for each answer there are a right and a wrong one. */
export const casesDebt: Debt = (subject) => {
  const { cases, problem } = subject;
  if (cases === undefined)
    return [error(subject, 'there is no cases.json', 'write answers with the verdicts they deserve')];
  const list = parsed(cases);
  if (typeof list === 'string') return [error(subject, list, 'see cases.json of another problem')];
  const failed = list.flatMap((one) => failuresOf(problem, one).map((says) => ({ id: one.id, says })));
  return [
    ...failed.map(({ id, says }) => error(subject, `the case "${id}" fails: ${says}`, 'mend the working or the case')),
    ...repeated(list).map((id) => error(subject, `two cases are called "${id}"`, 'rename one')),
    ...Object.keys(problem.asks).flatMap((field) => uncovered(subject, field, list)),
  ];
};

function parsed(text: string): Case[] | string {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return 'cases.json is not a list';
    const at = value.findIndex((one) => !isCase(one));
    return at < 0 ? value : `cases.json: /${at} is no case: it needs "id", "answers" and "expect"`;
  } catch (fault) {
    return `cases.json is not JSON: ${(fault as Error).message}`;
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function isCase(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, answers, expect } = value as Record<string, unknown>;
  return typeof id === 'string' && isRecord(answers) && isRecord(expect);
}

const repeated = (list: readonly Case[]): string[] => [
  ...new Set(list.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i)),
];

const right: ReadonlySet<string> = new Set(['correct', 'consistent', 'review']);
const wrong: ReadonlySet<string> = new Set(['slip', 'wrong', 'inconsistent', 'rounding', 'implausible', 'review']);

function uncovered(subject: Parameters<Debt>[0], field: string, list: readonly Case[]): Finding[] {
  const verdicts = list.map(({ expect }) => expect[field]).filter((verdict) => verdict !== undefined);
  const lacks = [
    ...(verdicts.some((verdict) => right.has(verdict)) ? [] : ['a right']),
    ...(verdicts.some((verdict) => wrong.has(verdict)) ? [] : ['a wrong']),
  ];
  return lacks.map((what) => error(subject, `cases.json has no case with ${what} "${field}"`, 'add one'));
}

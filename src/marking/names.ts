import type { AnswerValue } from '../reading/value.ts';
import { didYouMean } from '../records/nearest.ts';
import type { ProblemResult } from '../records/result.ts';
import type { Working } from '../working/problem.ts';

/** Other names of fields that an assignment accepts: by the name that was written the field that is meant. */
export type AcceptedNames = Readonly<Record<string, string>>;

type Answers = Readonly<Record<string, AnswerValue>>;

/** Throws a plain `Error` where a name stands for no field, or is a field's own. */
export function checkNames({ lines, fields = [] }: Working, names: AcceptedNames = {}): void {
  const known = [...lines, ...fields].map(({ name }) => name);
  for (const [name, field] of Object.entries(names)) {
    if (!known.includes(field)) throw new Error(`there is no field "${field}"; ${didYouMean(field, known)}`);
    if (known.includes(name)) throw new Error(`"${name}" is a field of its own, so it cannot stand for "${field}"`);
  }
}

/**
 * The answers under the fields' own names. A field that was answered under its own name keeps that answer; of two other
 * names for one field neither can be taken, and both are unknown.
 */
export function underOwnNames(answers: Answers, names: AcceptedNames = {}): Answers {
  const renamed = Object.keys(answers).filter((name) => field(name, answers, names) !== undefined);
  if (renamed.length === 0) return answers;
  const entries = Object.entries(answers).map(([name, value]) => [field(name, answers, names) ?? name, value] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

function field(name: string, answers: Answers, names: AcceptedNames): string | undefined {
  const own = Object.hasOwn(names, name) ? names[name] : undefined;
  if (own === undefined || Object.hasOwn(answers, own)) return undefined;
  return Object.keys(answers).some((other) => other !== name && Object.hasOwn(names, other) && names[other] === own)
    ? undefined
    : own;
}

/** Says at each mark under which other name its answer was handed in. */
export function noteNames(result: ProblemResult, answers: Answers, names: AcceptedNames = {}): ProblemResult {
  const written = new Map(Object.keys(answers).map((name) => [field(name, answers, names), name]));
  const marks = result.marks.map((mark) => {
    const name = written.get(mark.field);
    if (name === undefined) return mark;
    return { ...mark, notes: [...(mark.notes ?? []), `Handed in under the name “${name}”, which is accepted here.`] };
  });
  return { ...result, marks };
}

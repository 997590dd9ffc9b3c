import { fieldsOf, formulaBeside, kindOf } from '../kinds/index.ts';
import { type AnswerValue, isBlank } from '../reading/value.ts';
import type { Working } from '../working/working.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/**
 * The answers with every formula in its own field: where the formula of a line is asked for beside its number, both may
 * be handed in together.
 */
export function withFormulas(answers: Answers, working: Working): Answers {
  const fields = new Map(fieldsOf(working).map((field) => [field.name, field]));
  const moved: [string, AnswerValue][] = [];
  for (const field of fields.values()) {
    if (field.kind !== 'formula' || field.of === undefined) continue;
    const line = fields.get(field.of);
    const value = Object.hasOwn(answers, field.of) ? (answers[field.of] ?? null) : null;
    const own = Object.hasOwn(answers, field.name) ? (answers[field.name] ?? null) : null;
    if (!line || isBlank(value) || !isBlank(own)) continue;
    const place = { working, numberOf: () => undefined };
    const found = formulaBeside(value, field, working, (rest) => kindOf(line).read(rest, line, place).kind === 'read');
    if (found) moved.push([field.name, found.formula], [field.of, found.rest]);
  }
  return moved.length === 0 ? answers : Object.assign(Object.create(null), answers, Object.fromEntries(moved));
}

import type { Node } from 'jsonc-parser';
import { limits } from '../exact/limits.ts';
import { type AnswerValue, readAnswer } from './answer-value.ts';
import type { ComplaintList } from './complaint-list.ts';
import { type JsonDocument, sourceOf } from './json.ts';
import { agrees, type Member, membersOf, record } from './members.ts';
import { didYouMean } from './nearest.ts';

/** Answers by problem (the key in the assignment) and field. */
export type Answers = Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;

/**
 * Reads the `answers` object. What is no answer is complained of; it costs no other field. `set`: the problems that the
 * assignment sets; others are complained of and left out.
 */
export function readAnswers(
  document: JsonDocument,
  answers: Node,
  list: ComplaintList,
  set?: readonly string[],
): Answers {
  const budget = { fields: limits.fields };
  const problems = membersOf(answers);
  const isSet = ({ name }: Member): boolean => set?.includes(name) ?? true;
  // What is not set may be a misspelt name, so it is kept; it takes no room from what is.
  const ordered = [...problems.filter(isSet), ...problems.filter((one) => !isSet(one))];
  for (const { name, key } of problems)
    if (set && !set.includes(name)) list.add(key, `this assignment has no problem "${name}"`, didYouMean(name, set));
  return record(ordered.map((problem) => [problem.name, readFields(document, problem, list, budget)] as const));
}

function readFields(
  document: JsonDocument,
  problem: Member,
  list: ComplaintList,
  budget: { fields: number },
): Record<string, AnswerValue> {
  if (problem.values.length > 1) list.add(problem.key, `"${problem.name}" stands more than once`, 'put it into one');
  const fields = problem.values.flatMap((value) => {
    if (value.type === 'object') return membersOf(value);
    list.add(value, `the answers to "${problem.name}" are an object`, 'write { "field": "answer", … }');
    return [];
  });
  const read = fields.slice(0, budget.fields);
  budget.fields -= read.length;
  const [first] = fields.slice(read.length);
  if (first)
    list.add(first.key, `only ${limits.fields} fields are read, and more begin here`, 'remove what was not asked');
  return record(gathered(read).map((field) => [field.name, readField(document, field, list)] as const));
}

/** A problem that stands twice may hold the same field twice. */
function gathered(fields: readonly Member[]): Member[] {
  const byName = new Map<string, Member>();
  for (const field of fields) {
    const known = byName.get(field.name);
    byName.set(field.name, known ? { ...known, values: [...known.values, ...field.values] } : field);
  }
  return [...byName.values()];
}

/** Which of two different answers is meant, nobody can tell: the field gets both as text, which no reader takes. */
function readField(document: JsonDocument, field: Member, list: ComplaintList): AnswerValue {
  if (field.values.length === 1 || agrees(document, field)) return readAnswer(document, field.value, list);
  list.add(field.key, `"${field.name}" stands more than once, with different answers`, 'keep one');
  return field.values.map((value) => sourceOf(document, value).slice(0, 200)).join(' or ');
}

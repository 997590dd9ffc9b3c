import { Decimal } from '../exact/decimal.ts';
import type { LoadedAssignment, LoadedProblem } from '../marking/assignment.ts';
import { markProblem } from '../marking/problem.ts';
import type { AnswerKey, KeyField, KeyProblem } from '../records/key.ts';
import { didYouMean } from '../records/nearest.ts';
import type { Mark } from '../records/result.ts';
import type { Check, Place, Rule } from '../records/verification.ts';
import { type KeyValue, keyOf } from '../working/key.ts';

/**
 * Holds every value of an answer key against the solver: a check for each value, and for each that is missing. `names`:
 * the problems that the key may name.
 */
export function checksOfKey(key: AnswerKey, assignment: LoadedAssignment, names: readonly string[]): Check[] {
  const checks = key.problems.flatMap((problem) => {
    const loaded = assignment.problems.find(({ id }) => id === problem.name);
    return loaded
      ? checksOfProblem(key, problem, loaded, assignment)
      : [unknownProblem(key, problem, assignment.id, names)];
  });
  if (key.assignment === undefined) return checks;
  const named = new Set(key.problems.map(({ name }) => name));
  const absent = assignment.problems.filter(({ id }) => !named.has(id));
  return [...checks, ...absent.map(({ id }) => missing(key, id, key.keys.place, `the problem "${id}"`))];
}

const failed = (key: AnswerKey, name: string, rule: Rule, place: Place, says: string): Check => ({
  suite: key.file,
  name,
  rule,
  status: 'failed',
  seconds: 0,
  place,
  says,
});

const missing = (key: AnswerKey, name: string, place: Place, what: string): Check =>
  failed(key, name, 'key-value-missing', place, `${what} is missing; add it`);

function unknownProblem(key: AnswerKey, { name, place }: KeyProblem, id: string, names: readonly string[]): Check {
  const where = key.assignment === undefined ? 'there is no problem' : `the assignment "${id}" sets no problem`;
  return failed(key, name, 'key-name-unknown', place, `${where} "${name}"; ${didYouMean(name, names)}`);
}

function checksOfProblem(
  key: AnswerKey,
  problem: KeyProblem,
  loaded: LoadedProblem,
  assignment: LoadedAssignment,
): Check[] {
  const answers = Object.fromEntries(problem.fields.map(({ name, value }) => [name, value]));
  const { marks, unknown = [] } = markProblem(loaded, answers, { ...assignment, solutionShown: true });
  const strangers = new Set(unknown.map(({ field }) => field));
  const checks = problem.fields.map((field): Check => {
    const name = `${problem.name}.${field.name}`;
    const lines = marks.map((mark) => mark.field);
    const mark = marks.find((one) => one.field === field.name);
    if (strangers.has(field.name)) return unknownField(key, name, field, [...lines, ...linesOf(loaded)]);
    if (!mark)
      return failed(key, name, 'key-value-unreadable', field.place, 'there is no value; write one, or leave it out');
    return checkOf(key, name, field, mark, keyOf(loaded.working).get(field.name));
  });
  const blank = marks.filter((mark) => mark.verdict === 'blank' && !(mark.field in answers));
  const absent = blank.map((mark) =>
    missing(
      key,
      `${problem.name}.${mark.field}`,
      problem.place,
      `"${mark.field}", which is asked for${expected(mark)},`,
    ),
  );
  return [...checks, ...absent];
}

const linesOf = ({ working }: LoadedProblem): string[] => working.lines.map(({ name }) => name);
const expected = (mark: Mark): string => (mark.expected === undefined ? '' : ` (${mark.expected})`);

function unknownField(key: AnswerKey, name: string, field: KeyField, fields: readonly string[]): Check {
  const says = `there is no field "${field.name}" in this problem; ${didYouMean(field.name, [...new Set(fields)])}`;
  return failed(key, name, 'key-name-unknown', field.place, says);
}

function checkOf(key: AnswerKey, name: string, field: KeyField, mark: Mark, value: KeyValue | undefined): Check {
  if (mark.verdict === 'unreadable' || mark.verdict === 'blank')
    return failed(key, name, 'key-value-unreadable', field.place, mark.says ?? 'there is no value');
  const right = mark.verdict === 'correct' || mark.verdict === 'consistent';
  if (right && (value === undefined || isStated(mark, value)))
    return {
      suite: key.file,
      name,
      rule: 'key-value-wrong',
      status: 'passed',
      seconds: 0,
      place: field.place,
      says: '',
    };
  return failed(key, name, 'key-value-wrong', field.place, wrongText(field, mark, right, value));
}

/**
 * A key states one value: the one that the stated rounding gives, or the unrounded one at the places written. What only
 * another order of rounding gives is accepted from students, not from staff.
 */
function isStated({ value }: Mark, { exact, stated, places = 0 }: KeyValue): boolean {
  if (value === undefined) return true;
  const written = new Decimal(value);
  const digits = Math.max(places, written.decimalPlaces());
  const allowed = [stated, ...[digits, places].map((n) => exact.toDecimalPlaces(n, Decimal.ROUND_HALF_UP))];
  return allowed.some((one) => one.eq(written));
}

function wrongText({ name }: KeyField, mark: Mark, right: boolean, value: KeyValue | undefined): string {
  const full = value && !value.exact.eq(value.stated) ? ` (unrounded ${value.exact.toSignificantDigits(10)})` : '';
  const says = right ? 'Only another order of rounding gives this number.' : (mark.says ?? '');
  return `"${name}" is given as ${mark.given ?? ''}, and the solver finds ${mark.expected ?? 'another value'}${full}. ${says}`.trim();
}

import { fieldsOf } from '../kinds/index.ts';
import { type Saying, type Statement, withoutStatements } from '../reading/stated.ts';
import { type AnswerValue, isBlank } from '../reading/value.ts';
import type { Working } from '../working/problem.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** What a student says of rounding beside a number. It changes nothing: any order that the question allows is right. */
const ofRounding: Saying = {
  ways: [
    'rounded at the end only',
    'rounded only at the end',
    'only rounded at the end',
    'rounded at the end',
    'rounding at the end',
    'not rounded in between',
    'no rounding in between',
    'no intermediate rounding',
    'without intermediate rounding',
    'unrounded',
    'not rounded',
    'rounded at each step',
    'rounded after each step',
    'each step rounded',
    'rounded',
    'rounded to # places',
    'rounded to # decimal places',
    'rounded to # decimals',
    'rounded to # digits',
    'rounded to # significant digits',
    '# decimal places',
    '# significant digits',
    'to # d.p.',
    'to # dp',
  ],
};

const known = new WeakMap<Working, readonly Saying[]>();

function sayingsOf(working: Working): readonly Saying[] {
  const found = known.get(working) ?? [
    ...working.conventions.flatMap(({ id, says, said = [], denied = [] }) => [
      { id, ways: [says, ...said] },
      { ways: denied },
    ]),
    { ways: working.stated ?? [] },
    ofRounding,
  ];
  known.set(working, found);
  return found;
}

/** The answers without the conventions that they state in words, and these. */
export interface Stated {
  readonly answers: Answers;
  readonly statements: readonly Statement[];
}

/** Takes the conventions that a student states in words out of the answers that are numbers. */
export function withStatements(answers: Answers, working: Working): Stated {
  const sayings = sayingsOf(working);
  const kinds = new Map(fieldsOf(working).map(({ name, kind }) => [name, kind]));
  const statements: Statement[] = [];
  const entries = Object.entries(answers).map(([name, value]) => {
    const left = mapTexts(value, (text) => {
      const found = withoutStatements(text, sayings);
      statements.push(...found.statements);
      return found.text;
    });
    const isNumber = kinds.get(name) === 'number' || kinds.get(name) === 'shape';
    return [name, isNumber && !isBlank(left) ? left : value] as const;
  });
  if (statements.length === 0) return { answers, statements };
  return { answers: Object.assign(Object.create(null), Object.fromEntries(entries)), statements };
}

const mapTexts = (value: AnswerValue, change: (text: string) => string): AnswerValue => {
  if (typeof value === 'string') return change(value);
  return Array.isArray(value) ? (value.map((one) => mapTexts(one as AnswerValue, change)) as AnswerValue) : value;
};

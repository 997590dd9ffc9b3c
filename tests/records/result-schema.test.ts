import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import type { Mark, ProblemResult, Result, SlipKind, Status, Verdict } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { schemas } from '../../src/records/schemas.ts';
import { readResult, resultText } from '../../src/records/stored-result.ts';

/** Every member, so that a member that is added to the type and not here does not compile. */
type Complete<T> = T extends readonly (infer U)[]
  ? Complete<U>[]
  : T extends object
    ? { [K in keyof T]-?: Complete<NonNullable<T[K]>> }
    : T;

const hash = `sha256:${'0a'.repeat(32)}`;
const decision = { by: 'ana', at: '2026-10-02T10:00:00Z', why: 'w' };
const comment = { text: 't', by: 'ana', at: '2026-10-02T10:00:00Z' };
const mark: Complete<Mark> = {
  field: 'a1',
  given: '0.202943',
  where: { line: 15, column: 10, cell: 4, output: 0 },
  read: '0.202943',
  value: '0.202943',
  sides: ['sigmoid(-1.368)', '0.202943'],
  verdict: 'slip',
  expected: '0.7971',
  points: '0',
  outOf: '1',
  waiting: '0.5',
  machine: { points: '0', waiting: '1' },
  adjusted: decision,
  comments: [comment],
  asked: true,
  says: 'A sign was lost.',
  carriedFrom: ['z1'],
  slips: [
    {
      kind: 'sign',
      step: 'a1',
      evidence: '-1.5',
      says: 's',
      id: 'i',
      formula: 'f',
      value: '1',
      hint: 'h',
      check: 'c',
      told: true,
    },
  ],
  parts: [
    { given: '1 + 1', verdict: 'inconsistent', read: '1 + 1', sides: ['1 + 1', '3'], value: '3', own: '2', says: 's' },
  ],
  notes: ['n'],
  follows: { value: '1', from: ['z1'], worked: 'sigmoid(1)', agrees: false },
  name: 'n',
  formula: 'sigmoid(z1)',
  worked: 'sigmoid(1.368)',
  weak: true,
};
const problem: Complete<ProblemResult> = {
  id: 'q1',
  problem: 'backprop-by-hand',
  title: 'T',
  score: '0',
  outOf: '15',
  waiting: '0',
  machine: { score: '0', outOf: '15', waiting: '0' },
  adjusted: decision,
  excused: decision,
  comments: [comment],
  givens: { x1: '0.9', images: [['1', '2']], layers: [{ type: 'conv' }] },
  rounding: 'Every step.',
  marks: [mark],
  unknown: [{ field: 'b1', given: '1', likely: ['a1'], says: 's' }],
};
const result: Complete<Result> = {
  version: 1,
  assignment: 'a2',
  title: 'T',
  course: 'C',
  student: 's-1',
  score: '0',
  outOf: '15',
  waiting: '0',
  status: 'graded',
  machine: { score: '1', outOf: '15', waiting: '0', status: 'needs-review' },
  adjustments: {
    comments: [comment],
    excused: decision,
    reviewed: decision,
    extension: { ...decision, days: 2 },
    late: { handedIn: '2026-10-02T00:00:00Z', due: '2026-10-01T00:00:00Z', days: 1, free: 0, taken: '0' },
    group: ['s-1', 's-2'],
    stale: ['s'],
  },
  messages: ['m'],
  submission: hash,
  key: hash,
  gradcheck: '1.0.0',
  solutionShown: true,
  unknown: [{ problem: 'q2', likely: ['q1'], says: 's' }],
  problems: [problem],
};

type Schema = { properties?: Record<string, Schema>; items?: Schema; $ref?: string; required?: string[] };
const defs = schemas.result.$defs as Record<string, Schema>;
const resolve = (schema: Schema): Schema => (schema.$ref ? (defs[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema);

/** Paths of all members: `problems.marks.field`. `givens` are the problem's own and end the walk. */
function pathsOf(at: string, value: unknown): string[] {
  if (Array.isArray(value)) return pathsOf(at, value[0]);
  if (typeof value !== 'object' || value === null || at === '.problems.givens') return [at];
  return [at, ...Object.entries(value).flatMap(([name, member]) => pathsOf(`${at}.${name}`, member))];
}
function schemaPaths(at: string, schema: Schema): string[] {
  const { properties, items } = resolve(schema);
  if (items) return schemaPaths(at, items);
  return [at, ...Object.entries(properties ?? {}).flatMap(([name, member]) => schemaPaths(`${at}.${name}`, member))];
}

test.each(Object.entries(schemas))('the schema of the %s is valid, and strict', (_, schema) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

describe('the schema of a result', () => {
  it('has the members of the type and no others', () => {
    expect(new Set(schemaPaths('', schemas.result as Schema))).toEqual(new Set(pathsOf('', result)));
  });

  it('takes a complete record and one with only what must be there', () => {
    expect(schemaErrors('result', result)).toEqual([]);
    const { title, course, messages, ...least } = result;
    const bare: Mark = { field: 'a1', verdict: 'blank', points: '0', outOf: '1', asked: true };
    expect(schemaErrors('result', { ...least, problems: [{ ...problem, marks: [bare] }] })).toEqual([]);
  });

  const words: [name: string, listed: readonly string[], typed: Record<string, true>][] = [
    [
      'status',
      schemas.result.$defs.status.enum,
      {
        graded: true,
        'needs-review': true,
        'invalid-submission': true,
        'grader-error': true,
        timeout: true,
      } satisfies Record<Status, true>,
    ],
    [
      'verdict',
      schemas.result.$defs.verdict.enum,
      {
        correct: true,
        carried: true,
        rounding: true,
        slip: true,
        wrong: true,
        inconsistent: true,
        implausible: true,
        consistent: true,
        blank: true,
        unreadable: true,
        review: true,
      } satisfies Record<Verdict, true>,
    ],
    [
      'slip kind',
      schemas.result.$defs.slip.properties.kind.enum,
      {
        sign: true,
        'dropped-term': true,
        'dropped-factor': true,
        extra: true,
        swapped: true,
        'skipped-step': true,
        'wrong-function': true,
        inverted: true,
        power: true,
        'off-by-one': true,
        'floor-ceil': true,
        transposed: true,
        averaged: true,
        digit: true,
        magnitude: true,
        convention: true,
        misconception: true,
      } satisfies Record<SlipKind, true>,
    ],
  ];
  test.each(words)('lists every %s', (_, listed, typed) => {
    expect([...listed].sort()).toEqual(Object.keys(typed).sort());
  });
});

describe('a stored result', () => {
  it('reads back as it was', () => {
    expect(readResult(resultText(result))).toEqual(result);
  });

  const others: [id: string, text: string][] = [
    ['not JSON', '{'],
    ['another version', JSON.stringify({ ...result, version: 2 })],
    ['tampered', JSON.stringify({ ...result, score: 'NaN' })],
    ['given other points by hand', JSON.stringify({ ...result, score: '999' })],
    ['a submission', '{"assignment":"a","student":"s","answers":{}}'],
  ];
  test.each(others)('is none: %s', (_, text) => {
    expect(readResult(text)).toBeUndefined();
  });
});

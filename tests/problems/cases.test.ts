import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { type Case, failuresOf } from '../../src/verification/cases.ts';

const withCases = problems.filter(({ id }) => existsSync(`problems/${id}/cases.json`));

it('finds cases', () => expect(withCases.length).toBeGreaterThan(0));

describe.each(withCases.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
  const cases: Case[] = JSON.parse(readFileSync(`problems/${id}/cases.json`, 'utf8'));
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => expect(failuresOf(problem, one)).toEqual([]));
});

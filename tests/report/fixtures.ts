import { readFileSync } from 'node:fs';
import type { ClassRecord, Earlier } from '../../src/records/class.ts';
import type { Result } from '../../src/records/result.ts';

/**
 * Records as version 1 of the marker writes them. They stay as they are: a page must be readable from an old record.
 * `hostile` was written by hand.
 */
export const fixtureNames = ['write-up-001', 'perfect', 'empty', 'mixed', 'hostile', 'invalid', 'fault'] as const;
export type FixtureName = (typeof fixtureNames)[number];

/** A record by its name. */
export function fixture(name: FixtureName): Result {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));
}

/** The same paper by somebody else. */
export const by = (student: string, result: Result): Result => ({ ...result, student });

/** A paper as a run before left it. */
const earlier = (result: Result): Earlier => ({
  ...result,
  problems: Object.fromEntries(result.problems.map(({ id, score }) => [id, score])),
});

/** A small class: every fixture that is no attack, one paper twice, and a run before. */
export function smallClass(): ClassRecord {
  const mixed = fixture('mixed');
  const names = ['perfect', 'empty', 'mixed', 'invalid', 'fault'] as const;
  return {
    assignment: 'csc420-a2',
    title: 'Assignment 2',
    course: 'CSC420',
    results: [...names.map(fixture), by('s-007', mixed), by('s-008', fixture('perfect'))],
    broken: [{ file: 'submissions/notes.json', says: 'notes.json:1:1: there is no "student" in it; add one' }],
    previous: [
      fixture('perfect'),
      fixture('empty'),
      { ...mixed, score: '24', key: 'sha256:0' },
      by('s-009', mixed),
    ].map(earlier),
  };
}

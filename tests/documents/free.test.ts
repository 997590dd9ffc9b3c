import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { located, placementsOf, readExpected } from './placements.ts';

const folder = new URL('./free/', import.meta.url);

/** How many of the answers of each write-up are placed; the others are asked for. More is better, none may be wrong. */
const placed = {
  blog: [7, 8],
  cifar: [14, 18],
  de: [16, 19],
  hw: [18, 19],
  interleaved: [12, 14],
  keras: [10, 10],
  lab: [20, 26],
  list: [20, 24],
  mlp: [5, 6],
  notizen: [23, 24],
  page: [14, 17],
  report: [15, 15],
  terse: [28, 30],
  vgg: [13, 20],
  'student-000': [15, 17],
  'student-001': [22, 24],
  'student-002': [16, 17],
  'student-003': [16, 22],
  'student-004': [21, 21],
} as const;

describe.each(Object.entries(placed))('the write-up %s', (name, [right, all]) => {
  const expected = readExpected(new URL(`${name}.json`, folder));
  const bytes = readFileSync(new URL(expected.file, folder));
  const found = placementsOf(located(bytes, expected.file, expected.problems), expected.answers);

  it('has no answer in a wrong field', () => {
    expect(found.wrong).toEqual([]);
  });

  it(`has ${right} of its ${all} answers in their fields`, () => {
    expect([found.right.length, found.right.length + found.open.length]).toEqual([right, all]);
  });
});

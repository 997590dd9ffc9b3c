import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { located, placementsOf, readExpected } from './placements.ts';

const folder = new URL('./free/', import.meta.url);

/** How many of the answers of each write-up are placed; the others are asked for. More is better, none may be wrong. */
const placed = {
  align: [21, 22],
  blocks: [24, 31],
  blog: [8, 8],
  boxed: [30, 30],
  cells: [35, 36],
  cifar: [14, 18],
  claims: [13, 18],
  de: [17, 19],
  devoir: [7, 8],
  essay: [15, 24],
  hw: [18, 19],
  interleaved: [14, 14],
  keras: [10, 10],
  lab: [21, 26],
  list: [22, 24],
  mlp: [5, 6],
  notizen: [23, 24],
  numpy: [11, 14],
  page: [14, 17],
  paren: [29, 31],
  protokoll: [24, 26],
  report: [15, 15],
  runin: [19, 21],
  stages: [17, 17],
  'student-000': [16, 17],
  'student-001': [22, 24],
  'student-002': [16, 17],
  'student-003': [17, 22],
  'student-004': [21, 21],
  summary: [19, 19],
  terse: [28, 30],
  thesis: [15, 15],
  training: [11, 14],
  units: [18, 21],
  vgg: [17, 20],
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

import { expect, test } from 'vitest';
import { gradebookCsv } from '../../src/batch/gradebook.ts';
import type { Result } from '../../src/records/result.ts';

const result = (student: string, more: Partial<Result> = {}): Result => ({
  version: 1,
  assignment: 'a',
  student,
  score: '1154.5',
  outOf: '2000',
  waiting: '0',
  status: 'graded',
  submission: '',
  key: '',
  gradcheck: '1.0.0',
  solutionShown: true,
  problems: [],
  ...more,
});

const rows: [id: string, result: Result, row: string][] = [
  ['plain, without separators', result('s-1'), 's-1,graded,1154.5,2000,0,'],
  ['quotes and commas', result('O"Neil, Bo'), '"O""Neil, Bo",graded,1154.5,2000,0,'],
  ['a formula', result('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")",graded,1154.5,2000,0,'],
  ['a plus', result('+1'), "'+1,graded,1154.5,2000,0,"],
  ['a minus', result('-1'), "'-1,graded,1154.5,2000,0,"],
  ['an at', result('@SUM(A1)'), "'@SUM(A1),graded,1154.5,2000,0,"],
  [
    'no score for what was not graded',
    result('s', { status: 'grader-error', score: '0', waiting: '2000' }),
    's,grader-error,,2000,2000,',
  ],
  ['waiting', result('s', { status: 'needs-review', waiting: '3' }), 's,needs-review,1154.5,2000,3,'],
];
test.each(rows)('%s', (_, graded, row) => {
  expect(gradebookCsv(['q1'], [graded])).toBe(`student,status,score,outOf,waiting,q1\n${row}\n`);
});

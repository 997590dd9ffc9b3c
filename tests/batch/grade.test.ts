import { describe, expect, it, test } from 'vitest';
import { problems } from '../../problems/index.ts';
import { gradeBatch } from '../../src/batch/grade.ts';
import type { Paper } from '../../src/batch/paper.ts';
import { sortPapers } from '../../src/batch/sort.ts';
import { type LoadedAssignment, loadAssignment } from '../../src/marking/assignment.ts';
import type { Result } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { readSubmission } from '../../src/records/submission.ts';

const assignment = loadAssignment(
  { id: 'a2', title: 'A', problems: [{ problem: 'backprop-by-hand', points: 15 }] },
  problems,
);
const paper = (file: string, student: string, answer = '0.0006', of = 'a2'): Paper => {
  const text = JSON.stringify({ assignment: of, student, answers: { 'backprop-by-hand': { dL_dw3: answer } } });
  return { file, reading: readSubmission(text, file) };
};
const broken = (file: string, text: string): Paper => ({ file, reading: readSubmission(text, file) });
const gradeAll = (papers: Paper[], using: LoadedAssignment = assignment, previous?: Map<string, Result>) => [
  ...gradeBatch(using, sortPapers(papers).assignments.get('a2') ?? new Map(), previous),
];

describe('sorting papers', () => {
  const cases: [id: string, papers: Paper[], students: string[], broken: string[], copies: string[]][] = [
    ['by student', [paper('2', 't'), paper('1', 's')], ['s: 1', 't: 2'], [], []],
    ['two of one student', [paper('1', 's'), paper('2', 's', '0.1')], ['s: 1 2'], [], []],
    ['a copy', [paper('1', 's'), paper('2', 's')], ['s: 1'], [], ['2']],
    ['not JSON', [broken('1', '{'), paper('2', 's')], ['s: 2'], ['1'], []],
    ['unusable, of a known student', [broken('1', '{"assignment":"a2","student":"s"}')], ['s: 1'], [], []],
    [
      'unusable beside usable',
      [broken('1', '{"assignment":"a2","student":"s"}'), paper('2', 's')],
      ['s: 2'],
      ['1'],
      [],
    ],
    ['a student called __proto__', [paper('1', '__proto__')], ['__proto__: 1'], [], []],
  ];
  test.each(cases)('%s', (_, papers, students, brokenFiles, copies) => {
    const sorted = sortPapers(papers);
    const found = [...(sorted.assignments.get('a2') ?? [])].map(
      ([name, all]) => `${name}: ${all.map(({ file }) => file).join(' ')}`,
    );
    expect(found.sort()).toEqual(students);
    expect(sorted.broken.map(({ file }) => file)).toEqual(brokenFiles);
    expect(sorted.copies.map(({ file }) => file)).toEqual(copies);
  });

  it('keeps assignments apart', () => {
    const { assignments } = sortPapers([paper('1', 's'), paper('2', 's', '0.1', 'a3')]);
    expect([...assignments.keys()]).toEqual(['a2', 'a3']);
  });
});

describe('grading', () => {
  it('leaves what gradecheck itself got wrong to a person, and grades the rest', () => {
    const failing: LoadedAssignment = {
      ...assignment,
      problems: assignment.problems.map((problem) => ({
        ...problem,
        get working(): never {
          throw new RangeError('out of stack');
        },
      })),
    };
    const [graded] = gradeAll([paper('1', 's')], failing);
    expect(graded?.result).toMatchObject({
      status: 'grader-error',
      score: '0',
      waiting: '15',
      outOf: '15',
      problems: [],
    });
    expect(graded?.result.messages?.join()).toContain('out of stack');
    expect(schemaErrors('result', graded?.result)).toEqual([]);
  });

  it('says what was odd about a file in the record', () => {
    const text = '{"assignment":"a2","student":"s","nmae":"S","answers":{"backprop-by-hand":{"dL_dw3":"0.0006"}}}';
    const [graded] = gradeAll([broken('s.json', text)]);
    expect(graded?.result).toMatchObject({ status: 'needs-review', score: '15' });
    expect(graded?.result.messages).toEqual([
      expect.stringContaining(
        's.json:1:34 /nmae: "nmae" is not a field of a submission; there are $schema, assignment,',
      ),
    ]);
  });

  const [before] = gradeAll([paper('1', 's')]).map(({ result }) => result);
  if (!before) throw new Error('nothing was graded');
  const earlier: [id: string, result: Result, reused: boolean][] = [
    ['the same', before, true],
    ['of another paper', { ...before, submission: `sha256:${'0'.repeat(64)}` }, false],
    ['by another key', { ...before, key: `sha256:${'0'.repeat(64)}` }, false],
    ['by another version', { ...before, gradcheck: '0.9.0' }, false],
    ['under another title', { ...before, title: 'B' }, false],
    ['that was a fault of ours', { ...before, status: 'grader-error' }, false],
  ];
  test.each(earlier)('takes an earlier result only where nothing differs: %s', (_, result, reused) => {
    const [graded] = gradeAll([paper('1', 's')], assignment, new Map([['s', result]]));
    expect(graded?.reused).toBe(reused);
    expect(graded?.result).toEqual(before);
  });
});

import { describe, expect, it, test } from 'vitest';
import { problems } from '../../problems/index.ts';
import { type Entry, entryOf, isCurrent, madeOf } from '../../src/batch/entry.ts';
import { gradeNeither, gradeOne } from '../../src/batch/grade.ts';
import { type Paper, paperOf } from '../../src/batch/paper.ts';
import { sortPapers } from '../../src/batch/sort.ts';
import { type LoadedAssignment, loadAssignment } from '../../src/marking/assignment.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { readSubmission } from '../../src/records/submission.ts';

const assignment = loadAssignment(
  { id: 'a2', title: 'A', problems: [{ problem: 'backprop-by-hand', points: 15 }] },
  problems,
);
const textOf = (student: string, answer = '0.0006', of = 'a2'): string =>
  JSON.stringify({ assignment: of, student, answers: { 'backprop-by-hand': { dL_dw3: answer } } });
const broken = (file: string, text: string): Paper => paperOf(`in/${file}`, file, readSubmission(text, file));
const paper = (file: string, student: string, answer?: string, of?: string): Paper =>
  broken(file, textOf(student, answer, of));
const graded = (text: string, using: LoadedAssignment = assignment) =>
  gradeOne(using, { student: 's' }, readSubmission(text, 's.json'));

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
    const result = graded(textOf('s'), failing);
    expect(result).toMatchObject({
      status: 'grader-error',
      score: '0',
      waiting: '15',
      outOf: '15',
      problems: [],
    });
    expect(result.messages?.join()).toContain('out of stack');
    expect(schemaErrors('result', result)).toEqual([]);
  });

  it('says what was odd about a file in the record', () => {
    const text = '{"assignment":"a2","student":"s","nmae":"S","answers":{"backprop-by-hand":{"dL_dw3":"0.0006"}}}';
    const result = graded(text);
    expect(result).toMatchObject({ status: 'needs-review', score: '15' });
    expect(result.messages).toEqual([
      expect.stringContaining(
        's.json:1:34 /nmae: "nmae" is not a field of a submission; there are $schema, assignment,',
      ),
    ]);
  });

  it('grades neither of two papers by one student', () => {
    const result = gradeNeither(assignment, 's', [paper('1', 's'), paper('2', 's', '0.1')]);
    expect(result).toMatchObject({ status: 'invalid-submission', waiting: '15', problems: [] });
    expect(result.messages?.join()).toContain('1 and 2 are different papers by "s"');
    expect(schemaErrors('result', result)).toEqual([]);
  });

  const limits = { seconds: 30, memory: 512 };
  const made = madeOf(assignment, 'build');
  const before = entryOf(graded(textOf('s')), { made, decided: '', files: {} });
  const facts = { hash: before.submission, key: assignment.keyHash, made, limits };
  const zeros = `sha256:${'0'.repeat(64)}`;
  const timeout = { ...before, status: 'timeout' as const, limits };
  const earlier: [id: string, entry: Entry, facts: object, reused: boolean][] = [
    ['the same', before, {}, true],
    ['of another paper', before, { hash: zeros }, false],
    ['by another key', before, { key: zeros }, false],
    ['by another version', { ...before, gradcheck: '0.9.0' }, {}, false],
    ['by another build', before, { made: madeOf(assignment, 'other') }, false],
    ['under another title', before, { made: madeOf({ ...assignment, title: 'B' }, 'build') }, false],
    ['handed in by another of the group', before, { made: madeOf(assignment, 'build', 't') }, false],
    ['that was a fault of ours', { ...before, status: 'grader-error' }, {}, false],
    ['that took too long, under the same limits', timeout, {}, true],
    ['that took too long, with less time now', timeout, { limits: { ...limits, seconds: 9 } }, true],
    ['that took too long, with more time now', timeout, { limits: { ...limits, seconds: 31 } }, false],
    ['that took too long, with more memory now', timeout, { limits: { ...limits, memory: 513 } }, false],
  ];
  test.each(earlier)('takes an earlier result only where nothing differs: %s', (_, entry, other, reused) => {
    expect(isCurrent(entry, { ...facts, ...other })).toBe(reused);
  });
});

import { expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';

/** Two questions about one run: 484 of 500 are on the diagonal. */
const labels = ['a', 'b'];
const matrix = '242 8\n8 242';
const log = 'test accuracy: 0.944000\ntest accuracy: 0.968000\ntest accuracy: 0.970000\ntest accuracy: 0.970000';

function graded(
  training: Record<string, string>,
  confusion: Record<string, string>,
  run: { run?: string } = { run: 'r' },
) {
  const set = [
    { problem: 'lenet-training', title: 'Training', ...run },
    { problem: 'confusion-matrix', title: 'The matrix', givens: { labels }, ...run },
  ];
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: set }, problems);
  const answers = { 'lenet-training': training, 'confusion-matrix': confusion };
  const result = gradePaper(assignment, { assignment: 'a', student: 's', hash: 'sha256:0', answers });
  return Object.fromEntries(result.problems.flatMap(({ marks }) => marks.map((mark) => [mark.field, mark])));
}

it('finds the log of one question and the matrix of another at odds, and says which line the matrix is of', () => {
  const marks = graded({ testAccuracy: '97%', log }, { matrix });
  expect(marks.testAccuracy?.verdict).toBe('consistent');
  expect(marks.log?.verdict).toBe('consistent');
  expect(marks.matrix).toMatchObject({
    verdict: 'inconsistent',
    says: expect.stringMatching(/0\.968;.*“Training”.*0\.970000.*the second of the 4/),
  });
});

it.each([
  ['few digits contradict nothing', { testAccuracy: '97%' }, {}, ['consistent', 'consistent']],
  ['the one that is asked for has it', { testAccuracy: '97.0%' }, {}, ['inconsistent', 'consistent']],
  ['the error in its place', { testAccuracy: '3.2%' }, {}, ['consistent', 'consistent']],
  ['two runs may differ', { testAccuracy: '97.0%' }, { run: undefined }, ['consistent', 'consistent']],
])('%s', (_, training, run, verdicts) => {
  const marks = graded(training, { matrix }, { ...('run' in run ? {} : { run: 'r' }) });
  expect([marks.testAccuracy?.verdict, marks.matrix?.verdict]).toEqual(verdicts);
});

it('an answer that contradicts another question waits for a person', () => {
  expect(graded({ testAccuracy: '97.0%' }, { matrix }).testAccuracy).toMatchObject({ points: '0', waiting: '5' });
});

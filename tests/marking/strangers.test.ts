import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';

/** Answers on which a careful person and the marker once disagreed; values reckoned with Python's decimal. */
const cases = [
  {
    id: 'between-own-and-true',
    problem: 'sigmoid-chain',
    answers: { df_dw2: '0.13', w2_new: '0.5777' },
    field: 'w2_new',
    verdicts: ['wrong'],
    says: /./,
  },
  {
    id: 'own-early-rounding',
    problem: 'sigmoid-chain',
    answers: { df_dw2: '0.13', w2_new: '0.585' },
    field: 'w2_new',
    verdicts: ['correct'],
    says: /^/,
  },
  {
    id: 'padding-forgotten',
    problem: 'conv-flops',
    answers: { withoutBias: '800940' },
    field: 'withoutBias',
    verdicts: ['slip'],
    says: /`2\*padding` is missing.*cannot tell which/s,
  },
  {
    id: 'count-in-millions',
    problem: 'conv-flops',
    answers: { withoutBias: '1.15M' },
    field: 'withoutBias',
    verdicts: ['rounding'],
    says: /exact value was asked for; yours has 3 significant digits/,
  },
];

describe('papers on which a stranger disagreed', () => {
  it.each(cases)('$id', ({ id, problem, answers, field, verdicts, says }) => {
    const assignment = loadAssignment({ id: 'hw', title: 'Homework', problems: [{ problem }] }, problems);
    const paper = { assignment: 'hw', student: id, answers: { [problem]: answers }, hash: 'sha256:0' };
    const mark = gradePaper(assignment, paper).problems[0]?.marks.find((each) => each.field === field);
    expect(verdicts).toContain(mark?.verdict);
    expect(mark?.says ?? '').toMatch(says);
  });
});

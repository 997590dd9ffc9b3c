import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import type { AcceptedNames } from '../../src/marking/names.ts';
import { gradePaper } from '../../src/marking/paper.ts';

function graded(answers: Record<string, Record<string, string>>, names: AcceptedNames = {}) {
  const problem = { problem: 'backprop-by-hand', points: 15, ...(Object.keys(names).length > 0 && { names }) };
  const assignment = loadAssignment({ id: 'x', title: 'X', problems: [problem] }, problems);
  const paper = gradePaper(assignment, { assignment: 'x', student: 's', answers, hash: 'sha256:0' } as never);
  const mark = paper.problems[0]?.marks.find(({ field }) => field === 'dL_dw3');
  return { ...paper, mark };
}

describe('an answer under a misspelt name', () => {
  it.each(['dLdw3', 'dl_dw3', 'dL_dw_3', 'dL/dw3', 'gradient'])('waits, and the field is named: %s', (name) => {
    const { mark, score, waiting, status } = graded({ 'backprop-by-hand': { [name]: '0.0006' } });
    expect({ verdict: mark?.verdict, score, waiting, status }).toEqual({
      verdict: 'review',
      score: '0',
      waiting: '15',
      status: 'needs-review',
    });
    expect(mark?.says).toContain(`“${name}”`);
  });

  it('is taken as meant once a person says so', () => {
    const { mark, waiting } = graded({ 'backprop-by-hand': { dLdw3: '0.0006' } }, { dLdw3: 'dL_dw3' });
    expect([mark?.verdict, waiting]).toEqual(['correct', '0']);
  });

  it('does not hold up what was answered', () => {
    const { mark, waiting } = graded({ 'backprop-by-hand': { dL_dw3: '0.0006', dLdw4: '3' } });
    expect([mark?.verdict, waiting]).toEqual(['correct', '0']);
  });

  it('that holds nothing is nothing', () => {
    expect(graded({ 'backprop-by-hand': { dLdw3: '' } }).mark?.verdict).toBe('blank');
  });
});

describe('answers under a misspelt problem', () => {
  it.each(['backprop', 'backprop_by_hand', 'q1'])('wait, and the problem is named: %s', (name) => {
    const { mark, waiting } = graded({ [name]: { dL_dw3: '0.0006' } });
    expect([mark?.verdict, waiting]).toEqual(['review', '15']);
    expect(mark?.says).toContain(`“${name}”`);
  });

  it('do not wait where the problem was answered', () => {
    const { waiting } = graded({ 'backprop-by-hand': { dL_dw3: '0.0006' }, q2: { dL_dw3: '1' } });
    expect(waiting).toBe('0');
  });
});

import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import type { AcceptedNames } from '../../src/marking/names.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { waitingOf } from '../../src/report/class/waiting.ts';

function graded(
  answers: Record<string, Record<string, string>>,
  names: AcceptedNames = {},
  alsoCalled: readonly string[] = [],
) {
  const accepted = { ...(Object.keys(names).length > 0 && { names }), ...(alsoCalled.length > 0 && { alsoCalled }) };
  const problem = { problem: 'backprop-by-hand', points: 15, ...accepted };
  const assignment = loadAssignment({ id: 'x', title: 'X', problems: [problem] }, problems);
  const paper = gradePaper(assignment, { assignment: 'x', student: 's', answers, hash: 'sha256:0' } as never);
  const mark = paper.problems[0]?.marks.find(({ field }) => field === 'dL_dw3');
  return { ...paper, mark };
}

describe('an answer under a misspelt name', () => {
  it('of a problem stands in the queue with the problem and the command', () => {
    const paper = graded({ backprop: { dL_dw3: '0.0006' } });
    const [waiting] = waitingOf({ results: [paper], broken: [] } as never);
    expect([waiting?.title, waiting?.says]).toEqual([
      'One paper answers `backprop`, which this assignment does not set',
      'Nothing was marked or deducted. It is likely `backprop-by-hand`: gradcheck adjust … --problem backprop-by-hand --accept-name backprop',
    ]);
  });

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

  it.each([
    ['the nearest line', { z_1: '1.368' }, ['z1'], '15'],
    ['what the answer can be read for', { mine: '0.5' }, ['df_dw2', 'w2_new'], '10'],
    ['nothing, where it is a remark', { remarks: 'I liked this one' }, undefined, '0'],
  ])('is likely %s', (_, fields, likely, waiting) => {
    const problem = 'z_1' in fields ? 'backprop-by-hand' : 'sigmoid-chain';
    const assignment = loadAssignment({ id: 'x', title: 'X', problems: [{ problem }] }, problems);
    const answers = { [problem]: fields };
    const paper = gradePaper(assignment, { assignment: 'x', student: 's', answers, hash: 'sha256:0' } as never);
    expect([paper.problems[0]?.unknown?.[0]?.likely, paper.waiting]).toEqual([likely, waiting]);
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

  it('are taken as meant once a person says so', () => {
    const own = graded({ 'backprop-by-hnd': { dL_dw3: '0.0006' } }, {}, ['backprop-by-hnd']);
    expect([own.mark?.verdict, own.waiting, own.status]).toEqual(['correct', '0', 'graded']);
  });

  it('do not replace what stands under its own name', () => {
    const own = graded({ q1: { dL_dw3: '7' }, 'backprop-by-hand': { dL_dw3: '0.0006' } }, {}, ['q1']);
    expect([own.mark?.verdict, own.unknown]).toMatchObject(['correct', [{ problem: 'q1' }]]);
  });

  it('are never one of two', () => {
    const own = graded({ q1: { dL_dw3: '7' }, q2: { dL_dw3: '0.0006' } }, {}, ['q1', 'q2']);
    expect([own.mark?.verdict, own.waiting]).toEqual(['review', '15']);
  });

  it.each([
    ['by the name', 'lenet', { x: '1' }, ['lenet-parameters']],
    ['by the fields', 'question 2', { C1: '156', total: '61706' }, ['lenet-parameters']],
    ['any of those without answers', 'solution', { answer: '1' }, ['conv-layer', 'lenet-parameters']],
    ['none, by the fields of what was answered', 'again', { z1: '1' }, []],
  ])('are likely those of a problem: %s', (_, name, fields, likely) => {
    const set = ['backprop-by-hand', 'conv-layer', 'lenet-parameters'].map((problem) => ({ problem, points: 5 }));
    const assignment = loadAssignment({ id: 'x', title: 'X', problems: set }, problems);
    const answers = { 'backprop-by-hand': { dL_dw3: '0.0006' }, [name]: fields };
    const paper = gradePaper(assignment, { assignment: 'x', student: 's', answers, hash: 'sha256:0' } as never);
    expect(paper.unknown).toMatchObject([{ problem: name, likely }]);
    expect([paper.score, paper.waiting]).toEqual(['5', String(5 * likely.length)]);
  });

  it('do not wait where the problem was answered', () => {
    const { waiting } = graded({ 'backprop-by-hand': { dL_dw3: '0.0006' }, q2: { dL_dw3: '1' } });
    expect(waiting).toBe('0');
  });
});

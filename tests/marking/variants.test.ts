import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { forStudent, givensOf, loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import type { Submission } from '../../src/records/submission.ts';
import { keyOf, keyText } from '../../src/working/key.ts';

const seed = 'a long secret of the course';
const assignment = loadAssignment(
  {
    id: 'hw',
    title: 'Homework',
    variants: { seed },
    problems: [
      { problem: 'backprop-by-hand', as: 'q1', givens: { y: '0.5' } },
      { problem: 'sigmoid-chain', as: 'q2' },
    ],
  },
  problems,
);

/** A paper of one student, with the right answers to the numbers of another. */
function paper(student: string, numbersOf: string, named = false): Submission {
  const own = forStudent(assignment, numbersOf).problems;
  const answers = own.map(({ id, working }) => {
    return [id, Object.fromEntries([...keyOf(working)].map(([name, value]) => [name, keyText(value)]))] as const;
  });
  const givens = Object.fromEntries(own.map((loaded) => [loaded.id, givensOf(loaded)]));
  return {
    assignment: 'hw',
    student,
    answers: Object.fromEntries(answers),
    ...(named && { givens }),
    hash: 'sha256:0',
  };
}

describe('an assignment with variants', () => {
  it('is marked by the student’s own numbers', () => {
    const result = gradePaper(assignment, paper('s-1', 's-1', true));
    expect(result).toMatchObject({ status: 'graded', score: '25', outOf: '25' });
  });

  it('gives no two of thirty students the same numbers, and keeps those that it sets', () => {
    const sets = Array.from({ length: 30 }, (_, i) => forStudent(assignment, `s-${i}`).problems.map(givensOf));
    expect(new Set(sets.map((set) => JSON.stringify(set))).size).toBe(30);
    expect(new Set(sets.map(([first]) => first?.y))).toEqual(new Set(['0.5']));
  });

  it("takes the points of another student's lines that start from other numbers; what follows from them is carried", () => {
    const [q1] = gradePaper(assignment, paper('s-1', 's-2')).problems;
    const verdict = (field: string) => q1?.marks.find((mark) => mark.field === field)?.verdict;
    expect(['slip', 'wrong']).toContain(verdict('z1'));
    expect(['slip', 'wrong']).toContain(verdict('z2'));
    expect(verdict('z3')).not.toBe('correct');
  });

  it("sends a paper that names another's numbers to a person", () => {
    const { status, messages } = gradePaper(assignment, paper('s-1', 's-2', true));
    expect(status).toBe('needs-review');
    expect(messages?.[0]).toMatch(
      /^\/givens\/q1\/\w+: the paper says \S+, and s-1 was set \S+; it may be another student's paper$/,
    );
  });

  it('has one hash of its keys for all, and another with another seed', () => {
    const results = ['s-1', 's-2'].map((student) => gradePaper(assignment, paper(student, student)).key);
    expect(new Set(results)).toEqual(new Set([assignment.keyHash]));
    const other = loadAssignment(
      { id: 'hw', title: 'H', variants: { seed: `${seed}!` }, problems: [{ problem: 'sigmoid-chain' }] },
      problems,
    );
    expect(other.keyHash).not.toBe(
      loadAssignment({ id: 'hw', title: 'H', variants: { seed }, problems: [{ problem: 'sigmoid-chain' }] }, problems)
        .keyHash,
    );
  });

  it('is refused with a seed that can be guessed', () => {
    const guessable = { id: 'hw', title: 'H', variants: { seed: '2026' }, problems: [{ problem: 'sigmoid-chain' }] };
    expect(() => loadAssignment(guessable, problems)).toThrow('at least 16 characters');
  });
});

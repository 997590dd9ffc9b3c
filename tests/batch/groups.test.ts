import { expect, test } from 'vitest';
import { bookOf } from '../../src/adjustments/book.ts';
import { withGroups } from '../../src/batch/groups.ts';

const book = (more: object) =>
  bookOf({ entries: [{ kind: 'group', students: ['a', 'b'], by: 'x', at: '2026-10-02T10:00:00Z', ...more }] });
const cases: [id: string, group: object, handedIn: string[], shared: string[]][] = [
  ['one hands in for all', {}, ['a'], ['a: a', 'b: a']],
  ['nobody hands in', {}, ['z'], ['z: z']],
  ['both hand in: two papers each', {}, ['a', 'b'], ['a: a b', 'b: a b']],
  ['both hand in, and one counts', { paper: 'b' }, ['a', 'b'], ['a: b', 'b: b']],
  ['under the name of the group', { id: 'team' }, ['team', 'z'], ['a: team', 'b: team', 'z: z']],
];
test.each(cases)('%s', (_, group, handedIn, shared) => {
  const papers = new Map(handedIn.map((student) => [student, [{ file: student }]]));
  const found = [...withGroups<{ file: string; author?: string }>(papers, book(group))];
  expect(found.map(([student, all]) => `${student}: ${all.map((p) => p.author ?? p.file).join(' ')}`).sort()).toEqual(
    shared,
  );
});

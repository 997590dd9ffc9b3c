import { expect, test } from 'vitest';
import { adjustmentsText, readAdjustments } from '../../src/records/adjustments.ts';

const signed = { by: 'ana', at: '2026-10-02T10:00:00Z', why: 'w' };
const file = (...entries: object[]): string => JSON.stringify({ version: 1, assignment: 'a2', entries });
const points = { kind: 'points', student: 's', problem: 'q1', points: '1', ...signed };

const sound: [id: string, entry: object][] = [
  ['points of a line', { ...points, field: 'a1', machine: { points: '0', verdict: 'slip', given: '' } }],
  ['points of a problem', points],
  ['a comment', { kind: 'comment', student: 's', text: 't', by: 'a', at: signed.at }],
  ['an excuse', { kind: 'excused', student: 's', ...signed }],
  ['a group', { kind: 'group', students: ['s', 't'], paper: 's', by: 'a', at: signed.at }],
  ['a policy', { kind: 'late-policy', due: '2026-10-01T23:59:00-04:00', perDay: '0.1', by: 'a', at: signed.at }],
  ['a name', { kind: 'name', problem: 'q1', name: 'dLdw3', field: 'dL_dw3', by: 'a', at: signed.at }],
];
test.each(sound)('reads %s and writes it again', (_, entry) => {
  const reading = readAdjustments(file(entry), 'f.json');
  if (!reading.ok) throw new Error(JSON.stringify(reading.complaints));
  expect(reading.adjustments.entries).toEqual([entry]);
  expect(readAdjustments(adjustmentsText(reading.adjustments, './x.json'), 'f.json')).toEqual(reading);
});

const refused: [id: string, text: string, pointer: string, says: RegExp][] = [
  ['an unknown kind', file({ ...points, kind: 'point' }), '/entries/0', /"point" is no kind that there is/],
  ['no kind', file({ ...points, kind: undefined }), '/entries/0', /is no kind/],
  ['no reason', file({ ...points, why: undefined }), '/entries/0', /"why" is missing/],
  ['a negative number', file({ ...points, points: '-1' }), '/entries/0/points', /cannot stand here/],
  ['a misspelt member', file({ ...points, feild: 'a' }), '/entries/0', /"feild" is not a name/],
  ['a time without zone', file({ ...points, at: '2026-10-02T10:00:00' }), '/entries/0/at', /cannot stand here/],
  ['a time that does not exist', file({ ...points, at: '2026-13-02T10:00:00Z' }), '/entries/0/at', /there is no time/],
  ['a name twice', `{"version":1,"version":1,"assignment":"a2","entries":[]}`, '/version', /more than once/],
  ['not JSON', '{', '', /./],
];
test.each(refused)('refuses %s and says where', (_, text, pointer, says) => {
  const reading = readAdjustments(text, 'f.json');
  if (reading.ok) throw new Error('it was taken');
  expect(reading.complaints[0]?.pointer).toBe(pointer);
  expect(reading.complaints[0]?.says).toMatch(says);
});

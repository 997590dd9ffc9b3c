import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentFileName } from '../../src/report/index.ts';

describe('the name of a student’s files', () => {
  it.each(['s-014', 'student_7', '0'])('%s is plain and stays', (id) => expect(studentFileName(id)).toBe(id));

  it.each(['', '..', 'a/b', 'CON', 'con', 'lpt1', 'a.', 'a b', 'é', 'x'.repeat(300), '-rf', 'nul', '~', '\ud800'])(
    '%j is safe',
    (id) => expect(studentFileName(id)).toMatch(/^[a-z0-9_-]{0,40}~[0-9a-f]{16}$/),
  );

  it('tells students apart where case does not count', () => {
    const ids = ['s-1', 'S-1', 's_1', 's 1', 'ß', 'ss', 'SS', '\ud800', '\ud801'];
    const names = ids.map((id) => studentFileName(id).toLowerCase());
    expect(new Set(names).size).toBe(ids.length);
  });

  it('is safe for any id and different for different ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(studentFileName(a)).toMatch(/^[a-z0-9_~-]{1,64}$/);
        if (a !== b) expect(studentFileName(a)).not.toBe(studentFileName(b));
      }),
    );
  });
});

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { studentTerminal } from '../../src/report/index.ts';
import { fixture, fixtureNames } from './fixtures.ts';

const tooWide = (text: string, width: number): string[] => text.split('\n').filter((line) => stringWidth(line) > width);

describe.each(fixtureNames)('%s', (name) => {
  const result = fixture(name);

  it.each([60, 80, 100])('fits %i columns', (width) => {
    for (const ascii of [false, true])
      expect(tooWide(studentTerminal(result, { color: true, ascii, width }), width)).toEqual([]);
  });

  it('is ASCII where that is asked for', () => {
    expect(studentTerminal(result, { color: false, ascii: true, width: 80 })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('has no escape sequences without colour', () => {
    expect(studentTerminal(result, { color: false, ascii: false, width: 80 })).not.toContain('\u001b');
  });
});

it('fits whatever a student wrote', () => {
  const result = fixture('mixed');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
      const problems = result.problems.map((problem) => ({
        ...problem,
        title: given,
        marks: problem.marks.map((mark) => ({ ...mark, given, read: given, says: given, field: given })),
      }));
      const text = studentTerminal({ ...result, student: given, problems }, { color: false, ascii: false, width: 80 });
      expect(tooWide(text, 80)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

it('colour repeats what signs and words say', () => {
  const options = { ascii: false, width: 80 };
  const coloured = studentTerminal(fixture('mixed'), { ...options, color: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
  expect(coloured).toMatch(/\u001b\[/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
  const bare = coloured.replace(/\u001b\[\d+m/g, '');
  expect(bare).toBe(studentTerminal(fixture('mixed'), { ...options, color: false }));
});

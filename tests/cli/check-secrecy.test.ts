import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { selfCheckText } from '../../src/cli/check/text.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import type { HintLevel } from '../../src/marking/self-check/level.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { keyOf } from '../../src/working/key.ts';

/** The significant digits of a number as one run: 0.00143 and 1.43 are both 143. */
const digitsOf = (token: string): string => token.replace(/[^\d]/g, '').replace(/^0+/, '');
const tokensOf = (text: string): string[] => (text.match(/\d[\d.,]*/g) ?? []).map(digitsOf);

/** Runs of three digits and more in the output that begin a value of the key and that the student did not write. */
function leaks(output: string, written: string, secrets: readonly string[]): string[] {
  const own = tokensOf(written);
  return tokensOf(output).filter(
    (token) =>
      token.length >= 3 &&
      !own.some((mine) => mine.includes(token)) &&
      secrets.some((secret) => secret.startsWith(token) || token.startsWith(secret)),
  );
}

const numbered = problems.filter((problem) => problem.work(problem.givens).lines.length > 0);
const levels: readonly HintLevel[] = [0, 1, 2, 3];

describe.each(numbered.map((problem) => [problem.id, problem] as const))('check of %s', (id, problem) => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: id }] }, [problem]);
  const working = problem.work(problem.givens);
  const key = keyOf(working);
  const fields = working.lines.map(({ name }) => name);
  const exact = fields.map((name) => key.get(name)?.exact.toFixed() ?? '');
  const secrets = exact.map(digitsOf).filter((digits) => digits.length >= 3);

  const outputs = (answers: Record<string, unknown>): string => {
    const text = JSON.stringify({ assignment: 'a', student: 's', answers: { [id]: answers } });
    const reading = readSubmission(text, 's.json');
    if (!reading.ok) throw new Error('the paper cannot be read');
    const result = gradePaper(assignment, reading.submission);
    const checked = levels.map((level) => selfCheck(result, reading.submission, level));
    return checked.flatMap((one) => [selfCheckText(one), JSON.stringify(one)]).join('\n');
  };

  /** What a student may have made of a right value. */
  const spoiled = (text: string) =>
    fc.constantFrom(
      text,
      `-${text}`,
      `1${text}`,
      text.slice(0, -1),
      `${text.slice(0, 5)}`,
      '0.5',
      '?',
      'about 0.7',
      '1 + 1 = 3',
      `2*3 = ${text}`,
      '1/0',
    );

  it('shows no number of the key that the student has not written, at any level', () => {
    const papers = fc.record(
      Object.fromEntries(
        fields.map((name, at) => [name, fc.option(spoiled((exact[at] ?? '0').slice(0, 9)), { nil: undefined })]),
      ),
    );
    fc.assert(
      fc.property(papers, (answers) => {
        const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
        const written = [...Object.values(given), JSON.stringify(problem.givens)].join(' ');
        expect(leaks(outputs(given), written, secrets)).toEqual([]);
      }),
      // Explaining every line of a large network takes long.
      { numRuns: fields.length > 12 ? 2 : 30 },
    );
  });

  const long = exact.filter((value) => digitsOf(value).length >= 3);
  it.skipIf(long.length === 0)('would notice a number of the key', () => {
    const [secret = ''] = long;
    expect(leaks(`comes to ${secret.slice(0, 8)}`, '1 0.5', secrets).length).toBeGreaterThan(0);
  });
});

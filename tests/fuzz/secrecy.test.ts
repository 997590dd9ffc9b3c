import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { selfCheckText } from '../../src/cli/check/text.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';
import type { Result } from '../../src/records/result.ts';
import { resultText } from '../../src/records/stored-result.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { studentHtml, studentMarkdown, studentTerminal } from '../../src/report/index.ts';
import { runsFor, spoiledPapers, subjects, textsOfGivens } from './spoiled.ts';

/** The significant digits of a number as one run: 0.00143 and 1.43 are both 143. */
const digitsOf = (token: string): string => token.replace(/\D/g, '').replace(/^0+/, '');
const tokensOf = (text: string): string[] =>
  (text.replace(/sha256(?::[0-9a-f]+)?/g, '').match(/\d[\d.,\u202f]*/g) ?? []).map(digitsOf);

/** Runs of three digits and more that begin a value of the key, or that one begins, and that the student did not write. */
function leaks(output: string, written: readonly string[], secrets: readonly string[]): string[] {
  return tokensOf(output).filter(
    (token) =>
      token.length >= 3 &&
      // A zero more at the end is the student's own number at the places asked for.
      !written.some((mine) => mine.includes(token.replace(/0+$/, ''))) &&
      secrets.some((secret) => secret.startsWith(token) || token.startsWith(secret)),
  );
}

/** What stands in a page to be read: no styles, scripts, symbols and attributes. */
const words = (html: string): string => html.replace(/<(style|script|svg)\b.*?<\/\1>/gs, ' ').replace(/<[^<>]*>/g, ' ');

/** A record without the numbers that say nothing of a value: hashes, versions, points, bits. */
const values = (result: Result): string =>
  JSON.stringify(result, (name, value) =>
    ['submission', 'key', 'gradcheck', 'graded', 'evidence', 'points', 'outOf', 'score'].includes(name) ? '' : value,
  );

/** Points earned, lost and waiting are numbers of no key, such as the 1.25 that a rounding costs. */
const pointsIn = (stored: Result): string[] =>
  stored.problems.flatMap((problem) =>
    [problem, ...problem.marks].flatMap((one) => {
      const { outOf, waiting = '0' } = one;
      const earned = 'points' in one ? one.points : one.score;
      return [outOf, waiting, earned, String(Number((Number(outOf) - Number(earned) - Number(waiting)).toFixed(4)))];
    }),
  );

describe.each(subjects.map((subject) => [subject.id, subject] as const))(
  'where the solution of %s is not shown',
  (id, subject) => {
    const assignment = loadAssignment(
      { id: 'a', title: 'A', problems: [{ problem: id }], solutionShown: false },
      problems,
    );
    const open = { ...assignment, solutionShown: true };
    const secrets = subject.values.map(({ exact }) => digitsOf(exact)).filter((digits) => digits.length >= 3);

    const outputs = (answers: Record<string, string>): { texts: Record<string, string>; points: string[] } => {
      const text = JSON.stringify({ assignment: 'a', student: 's', answers: { [id]: answers } });
      const reading = readSubmission(text, 's.json');
      if (!reading.ok) throw new Error('the paper cannot be read');
      const { submission } = reading;
      const result = gradePaper(assignment, submission);
      const shown = gradePaper(open, submission);
      const checks = ([0, 1, 2, 3] as const).map((level) => selfCheck(shown, submission, level));
      const stored = JSON.parse(resultText(result)) as Result;
      const texts = {
        record: values(stored),
        page: words(studentHtml(stored)),
        markdown: studentMarkdown(stored),
        terminal: studentTerminal(stored, { width: 80, color: false, ascii: false }),
        check: checks.flatMap((one) => [selfCheckText(one), JSON.stringify(one)]).join('\n'),
      };
      return { texts, points: pointsIn(stored) };
    };

    it('no output holds a value of the key that the student did not write', () => {
      fc.assert(
        fc.property(spoiledPapers(subject), (answers) => {
          const { texts, points } = outputs(answers);
          const written = tokensOf([...Object.values(answers), ...points, textsOfGivens(subject.problem)].join(' '));
          const found = Object.entries(texts).flatMap(([name, text]) => {
            const leaked = leaks(text, written, secrets);
            return leaked.length > 0 ? [`${name}: ${leaked.join(' ')}`] : [];
          });
          expect(found).toEqual([]);
        }),
        { numRuns: runsFor(subject, 20) },
      );
    });
  },
);

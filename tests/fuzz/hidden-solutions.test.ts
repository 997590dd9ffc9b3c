import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { formats } from '../../src/exports/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';
import type { Result } from '../../src/records/result.ts';
import { resultText } from '../../src/records/stored-result.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { studentHtml, studentMarkdown, studentTerminal } from '../../src/report/index.ts';

/** Solutions shorter than this (a choice, a digit) stand in many a sentence by chance. */
const telling = 6;
const plain = (text: string): string => text.replace(/[\s`]/g, '');
/** A number without its sign and the zeros at its end: `112K` is 112,000. */
const bare = (secret: string): string =>
  /^-?[\d.]+$/.test(secret) ? secret.replace(/^-/, '').replace(/0+$/, '') : secret;
const words = (html: string): string => html.replace(/<(style|script|svg)\b.*?<\/\1>/gs, ' ').replace(/<[^<>]*>/g, '');

async function exported(result: Result): Promise<string> {
  const about = { assignment: 'a', title: 'A', outOf: '1', problems: [], gradcheck: '', at: '' };
  const texts: string[] = [];
  for (const id of ['gradescope', 'github', 'junit', 'jsonl']) {
    const writer = (await formats[id]?.())?.start(about, (_, piece) => texts.push(String(piece)));
    writer?.add(result);
    writer?.end();
  }
  return texts.join('\n');
}

const casesOf = (id: string): { id: string; answers: Record<string, unknown> }[] => {
  const file = `problems/${id}/cases.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};

describe.each(problems.map(({ id }) => [id]))(
  'where the solution of %s is not shown, whatever the kind of answer',
  (id) => {
    const hidden = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: id }], solutionShown: false }, problems);
    const open = { ...hidden, solutionShown: true };

    it('no output of any of its cases holds a solution that the student did not write', async () => {
      for (const one of casesOf(id)) {
        const text = JSON.stringify({ assignment: 'a', student: 's', answers: { [id]: one.answers } });
        const reading = readSubmission(text, 's.json');
        if (!reading.ok) continue;
        const graded = gradePaper(open, reading.submission);
        const shown = graded.problems.flatMap(({ marks }) => marks);
        const written = plain(JSON.stringify(one.answers) + shown.map(({ read }) => read ?? '').join(' '));
        const secrets = shown
          .flatMap(({ expected }) => (expected === undefined ? [] : [plain(expected)]))
          .filter((secret) => secret.length >= telling && !written.includes(bare(secret)));
        const result = JSON.parse(resultText(gradePaper(hidden, reading.submission))) as Result;
        const checks = ([0, 1, 2, 3] as const).map((level) => selfCheck(graded, reading.submission, level));
        const outputs = [
          JSON.stringify(result),
          words(studentHtml(result)),
          studentMarkdown(result),
          studentTerminal(result, { width: 80, color: false, ascii: false }),
          await exported(result),
          JSON.stringify(checks),
        ].map(plain);
        const leaked = secrets.filter((secret) => outputs.some((output) => output.includes(secret)));
        expect([one.id, leaked]).toEqual([one.id, []]);
      }
    });
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { formats } from '../../src/exports/index.ts';
import { fieldsOf } from '../../src/kinds/index.ts';
import { type LoadedAssignment, loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';
import type { Result } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { resultText } from '../../src/records/stored-result.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { classHtml, studentHtml, studentMarkdown, studentTerminal } from '../../src/report/index.ts';
import { visibleRecord } from '../../src/report/text/visible.ts';
import { answer, charm, damaged } from './hostile.ts';
import { times } from './spoiled.ts';

const read = (text: string, assignment: LoadedAssignment) =>
  readSubmission(text, 's.json', { assignment: assignment.id });

/** The paper of one problem in which every field, and some that are none, say anything. */
const papersOf = (id: string, fields: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fields) }, charm, fc.string({ maxLength: 12 }));
  const answers = fc.array(fc.tuple(name, answer), { maxLength: 10 }).map((list) => Object.fromEntries(list));
  const student = fc.oneof({ weight: 5, arbitrary: fc.constant('s') }, charm);
  return fc
    .tuple(answers, student)
    .map(([given, who]) => JSON.stringify({ assignment: 'a', student: `s${who}`, answers: { [id]: given } }));
};

const finite = (_: string, value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} in a record`);
  return value;
};

/** What a page may hold: our own elements and attributes, and nothing that acts. */
const acts = /<(?:script(?! type="")|base|iframe|object|embed|form|img|link(?! rel=""))\b|<[^>]* (?:on\w+|style)=/gi;
const ours = (html: string): string => html.replace(/<(style|script)>.*?<\/\1>/gs, '').replace(/="[^"]*"/g, '=""');
/** Controls and directions, which every output shows by their code. */
const unseen = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

async function exported(result: Result): Promise<string> {
  const about = {
    assignment: 'a',
    title: 'A',
    outOf: result.outOf,
    problems: [],
    gradcheck: '1',
    at: '2026-01-01T00:00:00Z',
  };
  const texts: string[] = [];
  for (const id of ['gradescope', 'github', 'junit', 'jsonl']) {
    const format = await formats[id]?.();
    const writer = format?.start(about, (_, piece) => texts.push(String(piece)));
    writer?.add(result);
    writer?.end();
  }
  return texts.join('\n');
}

describe.each(problems.map((problem) => [problem.id, problem] as const))('no paper to %s', (id, { givens }) => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: id }] }, problems);
  const [loaded] = assignment.problems;
  const fields = loaded ? fieldsOf(loaded.working).map(({ name }) => name) : [];
  const large = fields.length > 40;

  it('brings anything down, is lost, or acts in what is made of it', async () => {
    expect(Object.keys(givens).length).toBeGreaterThanOrEqual(0);
    await fc.assert(
      fc.asyncProperty(papersOf(id, fields), async (text) => {
        const reading = read(text, assignment);
        if (!reading.ok) {
          expect(reading.complaints.length).toBeGreaterThan(0);
          return;
        }
        const result = gradePaper(assignment, reading.submission);
        expect(Number(result.score)).toBeGreaterThanOrEqual(0);
        expect(Number(result.score) + Number(result.waiting)).toBeLessThanOrEqual(Number(result.outOf) + 1e-9);
        expect(schemaErrors('result', JSON.parse(JSON.stringify(result, finite)))).toEqual([]);
        const stored = JSON.parse(resultText(result)) as Result;
        // Without the stylesheet that all pages share: it is nothing that a paper could write.
        const page = studentHtml(stored, '../assets');
        expect(ours(page).match(acts) ?? []).toEqual([]);
        const plain = { width: 80, color: false, ascii: false };
        const texts = [
          page,
          studentMarkdown(stored),
          studentTerminal(stored, plain),
          await exported(visibleRecord(stored)),
        ];
        for (const made of texts) expect(unseen.exec(made)?.[0]).toBe(undefined);
        selfCheck(result, reading.submission, 3);
      }),
      { numRuns: (large ? 4 : 20) * times },
    );
  });
});

it('no class of such papers acts in its page', () => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'sigmoid-chain' }] }, problems);
  const papers = fc.array(papersOf('sigmoid-chain', ['h', 'f', 'L']), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(papers, (texts) => {
      const results = texts.flatMap((text) => {
        const reading = read(text, assignment);
        return reading.ok ? [JSON.parse(resultText(gradePaper(assignment, reading.submission))) as Result] : [];
      });
      const html = classHtml({
        assignment: 'a',
        title: 'A',
        results,
        broken: [{ file: '<script>', says: '\u202e<b>' }],
      });
      expect(
        ours(html)
          .match(acts)
          ?.filter((tag) => !/^<iframe/.test(tag)) ?? [],
      ).toEqual([]);
      expect(unseen.exec(html)?.[0]).toBe(undefined);
    }),
    { numRuns: 30 * times },
  );
});

it('no file of JSON brings the reader down: what it holds is read, or complained of', () => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'backprop-by-hand' }] }, problems);
  const whole = papersOf('backprop-by-hand', ['z1', 'a1', 'dL_dw3']);
  const anything = fc.oneof(
    { weight: 6, arbitrary: whole.chain(damaged) },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value)) },
    fc.string(),
    fc.nat(5000).map((n) => '['.repeat(n)),
    fc.nat(5000).map((n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const reading = read(text, assignment);
      if (reading.ok) gradePaper(assignment, reading.submission);
      else expect(reading.complaints.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 * times },
  );
});

import { readFileSync } from 'node:fs';
import { error, notice, warning } from '@actions/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readParquet } from 'parquet-wasm';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { adjusted } from '../../src/adjustments/adjusted.ts';
import { bookOf } from '../../src/adjustments/book.ts';
import type { About, Format } from '../../src/exports/format.ts';
import { annotationsOf, classroomOf, github } from '../../src/exports/github.ts';
import { gradescope, resultsOf } from '../../src/exports/gradescope.ts';
import { jsonl } from '../../src/exports/jsonl.ts';
import { junit } from '../../src/exports/junit.ts';
import { parquet } from '../../src/exports/parquet.ts';
import type { Result } from '../../src/records/result.ts';
import { by, fixture, fixtureNames } from '../report/fixtures.ts';

const about: About = {
  assignment: 'csc420-a2',
  title: 'Assignment 2',
  outOf: '45',
  problems: [],
  gradcheck: '1.0.0',
  at: '2026-11-21T03:04:05.678Z',
  roster: new Map([['s-1', { id: 's-1', section: 'B' }]]),
};
const signed = { by: 'ana', at: '2026-10-02T10:00:00Z', why: 'w' };
const late = adjusted(
  by('s-late', fixture('mixed')),
  bookOf({
    entries: [
      { kind: 'late-policy', due: '2026-10-01T00:00:00Z', perDay: '0.1', ...signed },
      { kind: 'handed-in', student: 's-late', time: '2026-10-01T12:00:00Z', ...signed },
    ],
  }),
);
const papers: Result[] = [...fixtureNames.map(fixture), by('s-1', fixture('mixed')), late];

/** The files that a format makes of these papers. */
function written(format: Format, results: readonly Result[] = papers): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  const writer = format.start(about, (file, piece) => {
    files.set(file, typeof piece === 'string' ? `${files.get(file) ?? ''}${piece}` : piece);
  });
  for (const result of results) writer.add(result);
  writer.end();
  return files;
}

describe('Gradescope', () => {
  // The rules of its page "Autograder specifications", put into a schema.
  const visibility = { enum: ['visible', 'hidden', 'after_due_date', 'after_published'] };
  const format = { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] };
  const validate = new Ajv2020({ allErrors: true }).compile({
    type: 'object',
    required: ['score', 'tests'],
    additionalProperties: false,
    properties: {
      score: { type: 'number' },
      execution_time: { type: 'number' },
      output: { type: 'string' },
      output_format: format,
      test_output_format: format,
      test_name_format: format,
      visibility,
      stdout_visibility: visibility,
      extra_data: { type: 'object' },
      tests: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            score: { type: 'number' },
            max_score: { type: 'number' },
            status: { enum: ['passed', 'failed'] },
            name: { type: 'string' },
            name_format: format,
            number: { type: 'string' },
            output: { type: 'string' },
            output_format: format,
            tags: { type: 'array', items: { type: 'string' } },
            visibility,
            extra_data: { type: 'object' },
          },
        },
      },
    },
  });

  test.each(papers.map((paper) => [paper.student, paper] as const))('is as its page says: %s', (_, paper) => {
    const file = resultsOf(paper, about);
    if (paper.status === 'grader-error') expect(file).toBeUndefined();
    else expect([validate(JSON.parse(JSON.stringify(file))), validate.errors]).toEqual([true, null]);
  });

  it('has a file for each student, and none for one whom a fault of ours stopped', () => {
    const files = [...written(gradescope).keys()];
    expect(files).toHaveLength(papers.filter(({ status }) => status !== 'grader-error').length);
    expect(written(gradescope, [{ ...fixture('fault'), status: 'timeout' }]).size).toBe(0);
  });

  it('gives the score that counts, with what was taken off', () => {
    expect(resultsOf(late, about)).toMatchObject({ score: Number(late.score) });
    expect(Number(late.score)).toBeLessThan(Number(late.machine?.score));
  });
});

describe('GitHub Classroom', () => {
  test.each(papers.map((paper) => [paper.student, paper] as const))(
    'its reporter adds up to the score: %s',
    (_, paper) => {
      const { status, max_score, tests } = classroomOf(paper) as {
        status: string;
        max_score: number;
        tests: { score: number; status: string }[];
      };
      expect(['pass', 'fail', 'error']).toContain(status);
      expect(max_score).toBe(Number(paper.outOf));
      const isMarked = paper.status === 'graded' || paper.status === 'needs-review';
      const total = tests.reduce((sum, { score }) => sum + score, 0);
      expect(total).toBeCloseTo(isMarked ? Number(paper.score) : 0, 6);
      expect(status === 'error').toBe(!isMarked);
    },
  );

  const commands = { error, notice, warning };
  describe('annotations', () => {
    afterEach(() => vi.restoreAllMocks());
    it.each(papers.map((paper) => [paper.student, paper] as const))(
      'are commands as GitHub’s own library writes them: %s',
      (_, paper) => {
        const lines = annotationsOf(paper).split('\n').filter(Boolean);
        const out: string[] = [];
        vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
        for (const line of lines) {
          const [, command, title = '', says = ''] = /^::(warning|notice|error) title=([^:]*)::(.*)$/.exec(line) ?? [];
          const unescaped = (text: string) =>
            text
              .replaceAll('%3A', ':')
              .replaceAll('%2C', ',')
              .replaceAll('%0A', '\n')
              .replaceAll('%0D', '\r')
              .replaceAll('%25', '%');
          commands[command as 'warning'](unescaped(says), { title: unescaped(title) });
        }
        expect(out.join('').split('\n').filter(Boolean)).toEqual(lines);
      },
    );
  });

  it('has the three files of each student', () => {
    expect([...written(github, [by('s-1', fixture('mixed'))]).keys()]).toEqual([
      'github/s-1.json',
      'github/s-1.annotations.txt',
      'github/s-1.summary.md',
    ]);
  });
});

describe('JUnit', () => {
  const schema = readFileSync('tests/report/ant-junit.xsd', 'utf8');
  const valid = async (contents: string) =>
    (await validateXML({ xml: [{ fileName: 'r.xml', contents }], schema: [schema] })).errors.map(
      ({ message }) => message,
    );

  it('is valid, whatever students wrote', async () => {
    expect(await valid(String(written(junit).get('junit.xml')))).toEqual([]);
    expect(await valid(String(written(junit, []).get('junit.xml')))).toEqual([]);
  });

  it('calls a fault of ours an error, and what waits skipped', () => {
    const xml = String(written(junit, [fixture('fault'), fixture('mixed')]).get('junit.xml'));
    expect(xml.match(/<error /g)).toHaveLength(1);
    const waiting = fixture('mixed')
      .problems.flatMap(({ marks }) => marks)
      .filter((mark) => Number(mark.waiting ?? 0) > 0);
    expect(xml.match(/<skipped\/>/g)).toHaveLength(waiting.length);
  });
});

describe('the lines of a class as data', () => {
  const rows = String(written(jsonl).get('marks.jsonl'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

  it('holds every line of every paper', () => {
    expect(rows).toHaveLength(papers.flatMap(({ problems }) => problems.flatMap(({ marks }) => marks)).length);
    expect(rows.find(({ student }) => student === 's-1')).toMatchObject({ section: 'B', assignment: 'csc420-a2' });
  });

  it('is the same in Parquet, read by another library', () => {
    const table = readParquet(written(parquet).get('marks.parquet') as Uint8Array);
    const batches = table.recordBatches();
    expect(batches.reduce((sum, batch) => sum + batch.numRows, 0)).toBe(rows.length);
    expect(batches[0]?.numColumns).toBe(Object.keys(rows[0]).length);
  });

  it('of nobody is no file in Parquet, whose readers want a row', () => {
    expect([...written(parquet, []).keys()]).toEqual([]);
  });
});

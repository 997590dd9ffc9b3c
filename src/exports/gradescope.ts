import { zipSync } from 'fflate';
import type { Result } from '../records/result.ts';
import { studentFileName } from '../report/file-name.ts';
import { headlineOf } from '../report/student/headline.ts';
import { withDecisions } from '../report/text/adjusted.ts';
import { plainText } from '../report/text/sentence.ts';
import { visible } from '../report/text/visible.ts';
import type { About, Format } from './format.ts';
import { type Test, testsOf } from './words.ts';

/**
 * Gradescope's `results.json` for each student. A paper that a fault of ours or the clock stopped has none: Gradescope
 * then says that the grader failed, and nobody gets a zero.
 */
export const gradescope: Format = {
  id: 'gradescope',
  start: (about, sink) => ({
    add: (result) => {
      const file = resultsOf(result, about);
      if (file) sink(`gradescope/${studentFileName(result.student)}.json`, `${JSON.stringify(file, null, 2)}\n`);
    },
    end: () => [],
  }),
};

/** The content of `results.json`; undefined where there is nothing that may be called a result. */
export function resultsOf(result: Result, { gradcheck }: Pick<About, 'gradcheck'>): object | undefined {
  if (result.status === 'grader-error' || result.status === 'timeout') return undefined;
  const { score, submission, key, waiting } = result;
  const messages = (withDecisions(result).messages ?? []).map((says) => `- ${visible(says)}`);
  const wait = waiting === '0' ? [] : [`${waiting} of the points wait for a person and are not counted yet.`];
  return {
    score: Number(score),
    output: [...headlineOf(result).map(plainText), ...wait, ...messages].join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { gradcheck, submission, key, status: result.status, waiting },
    tests: testsOf(result).map(testOf),
  };
}

function testOf({ mark, number, name, outcome, says }: Test): object {
  return {
    number,
    name,
    ...(Number(mark.outOf) > 0 && { score: Number(mark.points), max_score: Number(mark.outOf) }),
    ...(outcome !== 'waiting' && { status: outcome }),
    output: says,
    tags: [mark.verdict],
    visibility: 'visible',
  };
}

/** The zip that Gradescope runs: its two programs, the assignment and what else it needs, by path. */
export function autograderZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const programs = ['setup.sh', 'run_autograder'];
  // A fixed time, so that the same files give the same zip.
  const mtime = new Date('2000-01-01T00:00:00Z');
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        const mode = programs.includes(path) ? 0o100755 : 0o100644;
        return [path, [bytes, { mtime, os: 3, attrs: mode << 16 }]];
      }),
    ),
  );
}

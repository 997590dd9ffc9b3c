import type { Result } from '../records/result.ts';
import { studentFileName } from '../report/file-name.ts';
import { annotationOf, cell, mostBytes, mostOfLevel } from '../report/github.ts';
import { headlineOf } from '../report/student/headline.ts';
import { plainText } from '../report/text/sentence.ts';
import { counts, type Format } from './format.ts';
import { type Test, testsOf } from './words.ts';

/**
 * What GitHub Classroom's reporter reads, for each student; beside it the paper's annotations and its summary in
 * Markdown. A fault of ours is an `error`, never a test that failed.
 */
export const github: Format = {
  id: 'github',
  start: (_, sink) => ({
    add: (result) => {
      const name = `github/${studentFileName(result.student)}`;
      sink(`${name}.json`, `${JSON.stringify(classroomOf(result), null, 2)}\n`);
      sink(`${name}.annotations.txt`, annotationsOf(result));
      sink(`${name}.summary.md`, summaryOf(result));
    },
    end: () => [],
  }),
};

/** The result of a runner of GitHub Classroom. */
export function classroomOf(result: Result): object {
  const tests = testsOf(result);
  const isMarked = result.status === 'graded' || result.status === 'needs-review';
  const right = tests.every(({ outcome }) => outcome !== 'failed');
  return {
    version: 1,
    status: isMarked ? (right ? 'pass' : 'fail') : 'error',
    max_score: Number(result.outOf),
    tests: isMarked ? withTotal(result, tests) : [testOf('the paper', 'error', 0, (result.messages ?? []).join('\n'))],
  };
}

/** The reporter adds the tests up, so what was taken off or set for the whole is a test of its own. */
function withTotal(result: Result, tests: readonly Test[]): object[] {
  const all = tests.map(({ name, mark, outcome, says }) =>
    testOf(name, outcome === 'failed' ? 'fail' : 'pass', Number(mark.points), outcome === 'passed' ? '' : says),
  );
  const sum = tests.reduce((total, { mark }) => total + Number(mark.points), 0);
  const rest = Math.round((Number(result.score) - sum) * 100) / 100;
  return rest === 0 ? all : [...all, testOf('decided for the whole paper', 'pass', rest, 'See the page.')];
}

const testOf = (name: string, status: 'pass' | 'fail' | 'error', score: number, message: string): object => {
  return { name, status, score, message, test_code: '', filename: '', line_no: 0, duration: 0 };
};

/** Workflow commands: a warning for each line that lost points, a notice for each that waits; as many as GitHub shows. */
export function annotationsOf(result: Result): string {
  const tests = testsOf(result);
  const lines = (command: 'warning' | 'notice', of: Test['outcome']): string[] => {
    const found = tests.filter(({ outcome }) => outcome === of);
    const shown = found.length > mostOfLevel ? found.slice(0, mostOfLevel - 1) : found;
    const more = found.length - shown.length;
    const rest = more > 0 ? [annotationOf(command, 'gradcheck', `${more} more; the job summary lists them all.`)] : [];
    return [...shown.map(({ name, says }) => annotationOf(command, name, says)), ...rest];
  };
  const messages = counts(result) ? [] : (result.messages ?? []).slice(0, mostOfLevel);
  const errors = messages.map((says) => annotationOf('error', `gradcheck ${result.status}`, says));
  return [...errors, ...lines('warning', 'failed'), ...lines('notice', 'waiting')].map((line) => `${line}\n`).join('');
}

/** Markdown for `$GITHUB_STEP_SUMMARY`. */
export function summaryOf(result: Result): string {
  const { student, title = result.assignment, score, outOf, waiting } = result;
  const wait = waiting === '0' ? '' : `, ${waiting} wait for a person`;
  const points = counts(result) ? `**${score} of ${outOf} points**${wait}. ` : '';
  const head = [
    `## ${cell(title)}: ${cell(student)}`,
    '',
    `${points}${cell(headlineOf(result).map(plainText).join(' '))}`,
  ];
  const messages = (result.messages ?? []).map((says) => `- ${cell(says)}`);
  const rows = testsOf(result).map(
    ({ name, mark, says }) => `| ${cell(name)} | ${mark.verdict} | ${mark.points} / ${mark.outOf} | ${cell(says)} |`,
  );
  const table = rows.length > 0 ? ['', '| line | verdict | points | |', '| --- | --- | ---: | --- |', ...rows] : [];
  const text = `${[...head, ...(messages.length > 0 ? ['', ...messages] : []), ...table].join('\n')}\n`;
  return Buffer.byteLength(text) <= mostBytes
    ? text
    : `${[...head, '', 'Too long for this page; see the report.'].join('\n')}\n`;
}

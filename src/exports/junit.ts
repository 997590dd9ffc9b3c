import type { Result } from '../records/result.ts';
import { type JUnitCase, junitHead, junitTail, suiteXml } from '../report/junit.ts';
import { visible } from '../report/text/visible.ts';
import type { About, Format } from './format.ts';
import { testsOf } from './words.ts';

/**
 * JUnit XML: a suite for each student, a case for each line. A line that lost points is a failure, one that waits for a
 * person is skipped, and a paper that a fault of ours stopped is an error.
 */
export const junit: Format = {
  id: 'junit',
  start: (about, sink) => {
    sink('junit.xml', junitHead);
    let id = 0;
    return {
      add: (result) => {
        const { student, score, outOf, waiting, status } = result;
        const properties = { gradcheck: about.gradcheck, score, outOf, waiting, status };
        const name = visible(student);
        sink(
          'junit.xml',
          suiteXml({ name, package: 'gradcheck.grade', id, at: about.at, properties, cases: casesOf(result, about) }),
        );
        id += 1;
      },
      end: () => {
        sink('junit.xml', junitTail);
        return [];
      },
    };
  },
};

function casesOf(result: Result, { assignment }: About): JUnitCase[] {
  const { status, messages = [] } = result;
  if (status !== 'graded' && status !== 'needs-review') {
    const text = messages.join('\n');
    const kind = status === 'invalid-submission' ? 'failed' : 'error';
    return [{ classname: assignment, name: 'the paper', status: kind, seconds: 0, type: status, message: text, text }];
  }
  return testsOf(result).map(({ problem, mark, name, outcome, says }) => ({
    classname: `${assignment}.${problem.id}`,
    name,
    status: outcome === 'waiting' ? 'skipped' : outcome,
    seconds: 0,
    type: mark.verdict,
    message: `${mark.points} of ${mark.outOf} points`,
    text: says,
  }));
}

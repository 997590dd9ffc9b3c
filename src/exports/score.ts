import type { Result } from '../records/result.ts';
import { headlineOf } from '../report/student/headline.ts';
import { plainText } from '../report/text/sentence.ts';
import { counts } from './format.ts';

/** As much of a result as a gradebook takes: thousands of them are held at a time. */
export interface Score {
  readonly student: string;
  readonly score: string;
  readonly outOf: string;
  readonly counts: boolean;
  readonly excused: boolean;
  /** In a few sentences, for a cell of feedback. */
  readonly says: string;
}

export function scoreOf(result: Result): Score {
  const { student, score, outOf, adjustments, waiting } = result;
  const wait = waiting === '0' ? [] : [`${waiting} of the points wait for a person.`];
  const comments = (adjustments?.comments ?? []).map(({ text }) => text);
  return {
    student,
    score,
    outOf,
    counts: counts(result),
    excused: adjustments?.excused !== undefined,
    says: [...comments, ...headlineOf(result).map(plainText), ...wait].join(' '),
  };
}

/** The score of all points of the assignment: where problems were excused, in proportion. */
export function scaled({ score, outOf }: Score, full: string): string {
  const [got, of, all] = [Number(score), Number(outOf), Number(full)];
  return of === 0 || of === all ? score : String(Math.round((100 * got * all) / of) / 100);
}

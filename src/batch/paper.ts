import type { SubmissionReading } from '../records/submission.ts';

/** A file that was handed in: its name for messages, and what reading it gave. */
export interface Paper {
  readonly file: string;
  readonly reading: SubmissionReading;
  /** Who handed it in, where that is another member of the student's group. */
  readonly author?: string;
}

/** A file that no student's result can be made from. */
export interface BrokenPaper {
  readonly file: string;
  readonly says: string;
}

import { complaintText } from '../records/complaint.ts';
import type { SubmissionReading } from '../records/submission.ts';

/** A file that was handed in, and as much of it as sorting needs: thousands of them are held at a time. */
export interface Paper {
  /** Where it lies. */
  readonly path: string;
  /** Its name for messages. */
  readonly file: string;
  /** Can its answers be used? */
  readonly ok: boolean;
  readonly assignment?: string;
  readonly student?: string;
  /** Who handed it in, where that is another member of the student's group. */
  readonly author?: string;
  /** sha256 of the file as handed in. */
  readonly hash: string;
  /** What is wrong with a file that cannot be used. */
  readonly says: string;
}

/** Whose paper a file is by its name, which is all that is known of one that cannot be read. */
export const namedBy = ({ file }: { readonly file: string }): string =>
  (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');

/** A file that no student's result can be made from. */
export interface BrokenPaper {
  readonly file: string;
  readonly says: string;
}

/** What sorting needs to know of a file, from its reading. */
export function paperOf(path: string, file: string, reading: SubmissionReading): Paper {
  const { assignment, student, hash } = reading.ok ? reading.submission : reading.unusable;
  return {
    path,
    file,
    ok: reading.ok,
    ...(assignment !== undefined && { assignment }),
    ...(student !== undefined && { student }),
    hash,
    says: reading.ok ? '' : reading.complaints.map(complaintText).join('\n'),
  };
}

import { complaintText } from '../records/complaint.ts';
import type { BrokenPaper, Paper } from './paper.ts';

/** The papers that were handed in for one assignment, by student; more than one file may carry the same student. */
export type PapersOfStudents = ReadonlyMap<string, readonly Paper[]>;

export interface SortedPapers {
  readonly assignments: ReadonlyMap<string, PapersOfStudents>;
  readonly broken: readonly BrokenPaper[];
  /** Files that are, byte for byte, a copy of another. */
  readonly copies: readonly Paper[];
}

/** Sorts papers by assignment and student. What has neither is broken. */
export function sortPapers(papers: readonly Paper[]): SortedPapers {
  const assignments = new Map<string, Map<string, Paper[]>>();
  const broken: BrokenPaper[] = [];
  const copies: Paper[] = [];
  for (const paper of [...papers].sort(usableFirst)) {
    const { assignment, student, hash } = identityOf(paper);
    if (assignment === undefined || student === undefined) {
      broken.push({ file: paper.file, says: complaintsOf(paper) });
      continue;
    }
    const students = assignments.get(assignment) ?? new Map<string, Paper[]>();
    assignments.set(assignment, students);
    const same = students.get(student) ?? [];
    students.set(student, same);
    if (same.some((other) => identityOf(other).hash === hash)) copies.push(paper);
    else if (!paper.reading.ok && same.length > 0) broken.push({ file: paper.file, says: complaintsOf(paper) });
    else same.push(paper);
  }
  return { assignments, broken, copies };
}

/** What is wrong with a file, in one text. */
const complaintsOf = ({ reading }: Paper): string => reading.complaints.map(complaintText).join('\n');

const identityOf = ({ reading }: Paper) => (reading.ok ? reading.submission : reading.unusable);

/** An unusable file does not stand beside a usable one of the same student. */
const usableFirst = (a: Paper, b: Paper): number =>
  Number(b.reading.ok) - Number(a.reading.ok) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

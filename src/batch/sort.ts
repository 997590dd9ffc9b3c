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
    const { file, assignment, student, hash, ok, says } = paper;
    if (assignment === undefined || student === undefined) {
      broken.push({ file, says });
      continue;
    }
    const students = assignments.get(assignment) ?? new Map<string, Paper[]>();
    assignments.set(assignment, students);
    const same = students.get(student) ?? [];
    students.set(student, same);
    if (same.some((other) => other.hash === hash)) copies.push(paper);
    else if (!ok && same.length > 0) broken.push({ file, says });
    else same.push(paper);
  }
  return { assignments, broken, copies };
}

/** An unusable file does not stand beside a usable one of the same student. */
const usableFirst = (a: Paper, b: Paper): number =>
  Number(b.ok) - Number(a.ok) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

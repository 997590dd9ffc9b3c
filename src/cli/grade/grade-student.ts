import { adjusted } from '../../adjustments/adjusted.ts';
import { decidedOf, isCurrent, madeOf } from '../../batch/entry.ts';
import { gradedWrongly, gradeNeither, gradeOne } from '../../batch/grade.ts';
import type { DocumentOptions } from '../../documents/submission.ts';
import { ungraded } from '../../marking/ungraded.ts';
import type { Result } from '../../records/result.ts';
import { Stop } from '../exit.ts';
import { readSubmissionAt } from '../read.ts';
import type { Death } from './deaths.ts';
import type { Opened } from './opened.ts';
import { isIntact, recordAsWritten, type Written, writeStudent } from './student-files.ts';
import type { GradedStudent, GradeStudent } from './tasks.ts';

/** Grades a student's paper and writes its files, or finds that an earlier run has done so. */
export async function gradeStudent(
  task: GradeStudent,
  about: Opened,
  options: DocumentOptions,
): Promise<GradedStudent> {
  const { student, papers } = task;
  const earlier = takenAgain(task, about);
  if (earlier) return earlier;
  const several = papers.length > 1;
  const result = several ? gradeNeither(about.assignment, student, papers) : await resultOf(task, about, options);
  return { entry: write(task, about, result), reused: false, written: true };
}

/** What an earlier run has made of the paper, with what people decided since. */
function takenAgain(task: GradeStudent, about: Opened): GradedStudent | undefined {
  const { earlier, folder, papers, pages, student } = task;
  if (!earlier || papers.length > 1 || !(papers.length === 0 || isCurrent(earlier, factsOf(task, about))))
    return undefined;
  const record = recordAsWritten(folder, earlier);
  if (!record) return undefined;
  const decided = decidedOf(about.book, student);
  if (earlier.decided === decided && isIntact(folder, earlier, pages))
    return { entry: earlier, reused: true, written: false };
  const { made, limits } = earlier;
  const { selfContained } = about;
  const written = { report: folder, pages: allPages(task), selfContained, made, decided, ...(limits && { limits }) };
  return { entry: writeStudent(adjusted(record, about.book), written), reused: true, written: true };
}

function factsOf({ papers, limits }: GradeStudent, about: Opened) {
  const { assignment } = about;
  const { hash = '', author } = papers[0] ?? {};
  return { hash, key: assignment.keyHash, made: madeOf(assignment, buildOf(about), author), limits };
}

async function resultOf(
  { student, papers }: GradeStudent,
  { assignment }: Opened,
  options: DocumentOptions,
): Promise<Result> {
  const [paper] = papers;
  if (!paper) throw new Error(`no paper of ${student}`);
  const reading = await readSubmissionAt(paper.path, options);
  const read = reading.ok ? reading.submission : reading.unusable;
  if (read.hash === paper.hash) return gradeOne(assignment, { student, author: paper.author }, reading);
  const messages = [`${paper.file} was changed while papers were being graded; grade again`];
  return ungraded(assignment, { student, hash: paper.hash, status: 'invalid-submission', messages });
}

/** Writes the files. A fault of ours in making a page costs no other paper. */
function write(task: GradeStudent, about: Opened, result: Result) {
  const { assignment, book } = about;
  const written = writtenBy(task, about);
  try {
    return writeStudent(adjusted(result, book), written);
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    return writeStudent(gradedWrongly(assignment, task.student, result.submission, fault), written);
  }
}

/** Pages with and without their stylesheet are made differently. */
const buildOf = ({ build, selfContained }: Opened): string => `${build}${selfContained ? ' self-contained' : ''}`;

function writtenBy(task: GradeStudent, about: Opened): Written {
  const { assignment, book, selfContained } = about;
  const made = madeOf(assignment, buildOf(about), task.papers[0]?.author);
  return { report: task.folder, pages: allPages(task), selfContained, made, decided: decidedOf(book, task.student) };
}

/** A page that only an earlier run was asked for would else stay behind with the marks of then. */
const allPages = ({ pages, earlier }: GradeStudent): string[] => [
  ...new Set([...pages, ...Object.keys(earlier?.files ?? {}).filter((ending) => ending !== 'json')]),
];

/** The files of a paper that no worker survived. */
export function writeDeath(task: GradeStudent, about: Opened, death: Death): GradedStudent {
  const { student, papers, limits } = task;
  const { hash = '', file = '' } = papers[0] ?? {};
  const status = death.by === 'crash' ? 'grader-error' : 'timeout';
  const messages = [`${file}: ${deathText(death, limits)}`];
  const result = ungraded(about.assignment, { student, hash, status, messages });
  const met = status === 'timeout' ? { limits } : {};
  const entry = writeStudent(adjusted(result, about.book), { ...writtenBy(task, about), ...met });
  return { entry, reused: false, written: true };
}

/** What became of a paper, in words. */
export function deathText({ by, says }: Death, { seconds, memory }: GradeStudent['limits']): string {
  const person = 'a person has to look at this paper';
  if (by === 'time') return `this took longer than ${seconds} s; ${person}, or grade it with more --seconds`;
  if (by === 'memory') return `this took more than ${memory} MB of memory; ${person}, or grade it with more --memory`;
  return `Gradcheck itself failed on this paper (${says}); please report it`;
}

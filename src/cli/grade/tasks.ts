import type { Entry, PaperLimits } from '../../batch/entry.ts';
import type { BrokenPaper, Paper } from '../../batch/paper.ts';
import type { Adjustments } from '../../records/adjustments.ts';
import type { Assignment } from '../../records/assignment.ts';
import type { Enrolled } from '../../records/roster.ts';
import type { ExitCode } from '../exit.ts';
import type { WebAnswers, WebTask } from '../web/tasks.ts';

/** What every worker is told before its first task. */
export interface Setup {
  readonly assignments: readonly Assignment[];
  /** What people decided, by assignment. */
  readonly adjustments: readonly Adjustments[];
  /** The assignment of a file that names none. */
  readonly fallback?: string;
  /** Does every page hold its own stylesheet? */
  readonly selfContained: boolean;
  /** The configuration of the course, where there is one. */
  readonly config?: string;
}

/** Reads a file as far as sorting needs it. */
export interface Identify {
  readonly type: 'identify';
  readonly path: string;
}

/** Grades a student's paper and writes its files. */
export interface GradeStudent {
  readonly type: 'grade';
  readonly assignment: string;
  readonly student: string;
  /** None where the paper was not handed in again; more than one where different papers carry the same student. */
  readonly papers: readonly Paper[];
  /** The report. */
  readonly folder: string;
  /** The endings of the files to write, beside the record. */
  readonly pages: readonly string[];
  /** What an earlier run has written. */
  readonly earlier?: Entry;
  readonly limits: PaperLimits;
}

/** Writes the files of a class from the records of its students. */
export interface WriteClass {
  readonly type: 'class';
  readonly assignment: string;
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly before?: readonly Entry[];
  readonly broken: readonly BrokenPaper[];
  /** Who takes the course, where that is known. */
  readonly roster?: readonly Enrolled[];
}

export type Task = Identify | GradeStudent | WriteClass | WebTask;

export interface GradedStudent {
  readonly entry: Entry;
  /** Was it taken from an earlier run? */
  readonly reused: boolean;
  /** Were files written? */
  readonly written: boolean;
}

/** What a worker answers to each task. */
export interface Answers extends WebAnswers {
  readonly identify: Paper;
  readonly grade: GradedStudent;
  readonly class: true;
}

/** From the parent to a worker. */
export type ToWorker = { readonly setup: Setup } | { readonly task: Task };

/** From a worker to its parent: that it has started; the answer; or why the whole run must end. */
export type FromWorker =
  | { readonly ready: true }
  | { readonly answer: Answers[Task['type']] }
  | { readonly stop: { readonly code: ExitCode; readonly message: string } };

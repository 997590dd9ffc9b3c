import type { Course, CourseRules } from '../../../records/course.ts';
import type { Result } from '../../../records/result.ts';
import type { Roster } from '../../../records/roster.ts';
import type { Job } from '../../course/results.ts';
import type { Engine } from '../../engine.ts';
import type { Beside } from '../../review/detail.ts';
import type { Store } from '../../store/store.ts';
import type { Platform } from '../lti/platform.ts';
import type { Provider } from '../sign-in/provider.ts';

/** An assignment that a server sets. */
export interface SetAssignment extends Beside {
  readonly id: string;
  readonly title: string;
  readonly course?: string;
  /** sha256 of what its keys are made of; another one once something else is in force. */
  key: string;
  readonly outOf: string;
  readonly problems: readonly { readonly id: string; readonly title: string }[];
}

/** The assignment as it would be set with the names and conventions that were accepted since, and what marks by it. */
export interface Regraded {
  readonly set: SetAssignment;
  readonly engine: Engine;
}

/** What a regrade changes for a student, in words. */
export interface Touched {
  readonly student: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly why: readonly string[];
}

/** What `grade` makes of the results of a class. */
export interface OfClass {
  readonly changeOf: (before: Result | undefined, after: Result | undefined) => Touched | undefined;
  readonly gradebook: (problems: readonly string[], results: readonly Result[], roster?: Roster) => string;
}

export interface CourseOptions {
  readonly course: Course;
  readonly assignments: readonly SetAssignment[];
  readonly roster: Roster;
  readonly store: Store;
  readonly engine: Engine;
  readonly ofClass: OfClass;
  /** Takes papers to be marked. */
  readonly enqueue: (job: Job) => Promise<void>;
  /** Opens an assignment anew, with what was accepted since. */
  readonly regraded: (id: string) => Promise<Regraded>;
  /** Puts that in force: from now on it is marked so, and the results under its key count. */
  readonly force: (regraded: Regraded) => void;
  readonly secret: string;
  /** How the server is called from outside, as `https://grade.example.edu`. */
  readonly origin: string;
  readonly behindProxy: boolean;
  readonly perMinute: number;
  readonly report: (fault: unknown) => void;
  /** Tells whoever runs the server of what went wrong elsewhere. */
  readonly tell: (says: string) => void;
  /** Who signs people in beside our own links, where there is one. */
  readonly provider?: Provider;
  /** The course system that launches assignments, where there is one. */
  readonly platform?: Platform;
}

export const rulesOf = ({ course }: CourseOptions, id: string): CourseRules => course.assignments?.[id] ?? {};

/** A student's result as it counts. */
export type ResultFor = (student: string) => Promise<Result | undefined>;

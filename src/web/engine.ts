import type { FieldReading } from '../marking/readings.ts';
import type { HintLevel } from '../marking/self-check/level.ts';
import type { SelfCheck } from '../marking/self-check/self-check.ts';
import type { AnswerValue } from '../records/answer-value.ts';
import type { Asked } from '../records/located.ts';
import type { Result } from '../records/result.ts';
import type { AuthorView } from './author/author.ts';

/** A place for an answer. */
export interface Blank {
  readonly name: string;
  /** What it is, in words. */
  readonly words: string;
  readonly asked: boolean;
  /** Is it text of several lines that belongs together: a table, a log, an answer in words? */
  readonly isText: boolean;
  /** Is it a formula, which a maths editor helps to write? */
  readonly isFormula: boolean;
  /** The blanks of the problem that it is worked from, where it is a line. */
  readonly uses: readonly string[];
}

export interface Question {
  readonly id: string;
  readonly title: string;
  /** In Markdown, with the student's own numbers in place. */
  readonly statement: string;
  readonly points: string;
  readonly blanks: readonly Blank[];
}

/** An assignment as it is set for one student. It holds nothing of the key. */
export interface Sheet {
  readonly assignment: string;
  readonly title: string;
  readonly course?: string;
  readonly student: string;
  readonly questions: readonly Question[];
}

/** What a document that was handed over holds. */
export interface Located {
  readonly student?: string;
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;
  readonly asked: readonly Asked[];
  readonly complaints: readonly string[];
}

/** Whose paper, as it lies in a file. */
export interface PaperText {
  readonly assignment: string;
  readonly student: string;
  /** A submission, as `gradcheck check` takes it. */
  readonly text: string;
}

/** The answer, or why there is none, in words for whoever asked. */
export type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string };

/**
 * What reads and marks. It works in processes of its own, each paper with its own limits of time and memory, so that no
 * answer can stop a server; and the key stays there.
 */
export interface Engine {
  sheet(of: { readonly assignment: string; readonly student: string }): Promise<Told<Sheet>>;
  read(of: {
    readonly assignment: string;
    readonly student: string;
    readonly problem: string;
    readonly answers: Readonly<Record<string, AnswerValue>>;
  }): Promise<Told<readonly FieldReading[]>>;
  check(paper: PaperText, hints: HintLevel): Promise<Told<SelfCheck>>;
  mark(paper: PaperText): Promise<Told<Result>>;
  /** Everything that follows from a problem; it holds the key, and is for staff. */
  author(of: { readonly assignment: string; readonly problem: string }): Promise<Told<AuthorView>>;
  locate(of: {
    readonly assignment: string;
    readonly student: string;
    readonly name: string;
    /** Base64. */
    readonly bytes: string;
  }): Promise<Told<Located>>;
  end(): Promise<void>;
}

import { blanksOf } from '../../kinds/index.ts';
import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';

/** A place for an answer. */
export interface Blank {
  readonly name: string;
  /** What it is, in words. */
  readonly words: string;
  readonly asked: boolean;
  /** A person reads it: text, a table, a log. */
  readonly isText: boolean;
}

/** One question: its statement in Markdown with the numbers in place, and its blanks. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly blanks: readonly Blank[];
}

/** What a template of any format is made from. */
export interface Sheet {
  readonly assignment: string;
  readonly title: string;
  readonly student: string;
  readonly questions: readonly Question[];
}

/** The sheet of an assignment; `statementOf` gives a problem's statement with its numbers. */
export function sheetOf(
  assignment: LoadedAssignment,
  student: string,
  statementOf: (problem: LoadedProblem) => string,
): Sheet {
  const questions = assignment.problems.map((problem) => ({
    id: problem.id,
    title: problem.title,
    statement: statementOf(problem)
      .replace(/^# .*\n+/, '')
      .trim(),
    blanks: placesOf(problem),
  }));
  return { assignment: assignment.id, title: assignment.title, student, questions };
}

const exact = new Set(['number', 'accuracy', 'shape', 'choice', 'formula']);

function placesOf({ working, problem }: LoadedProblem): Blank[] {
  const asks = working.asks ?? problem.asks;
  return blanksOf(working).map(({ name, kind }) => ({
    name,
    words: working.names[name] ?? '',
    asked: Object.hasOwn(asks, name),
    isText: !exact.has(kind),
  }));
}

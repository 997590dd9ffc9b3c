import type { Mark, ProblemResult } from '../../records/result.ts';
import { pointsOf } from '../points.ts';
import { counted } from '../text/counted.ts';
import { isFault, isRight } from '../verdicts.ts';
import { givensOf } from './givens.ts';
import { revisions } from './kinds.ts';
import { lineView } from './line.ts';
import { placesOf } from './places.ts';
import { stripOf, stripText, summaryOf } from './summary.ts';
import { threadOf } from './thread.ts';
import type { ProblemView } from './view.ts';

/** One problem of the page. `index`: its place in the result, from 0. */
export function problemView(problem: ProblemResult, index: number, solutionShown: boolean): ProblemView {
  const marks = solutionShown ? problem.marks : problem.marks.map(withoutSolution);
  const places = placesOf(problem, index);
  const rails = threadOf(marks);
  const remarks = sharedRemarks(marks);
  const shared = new Set(remarks.map(({ says }) => says));
  const firstFault = marks.find(isFault)?.field;
  const line = (mark: Mark) => lineView(mark, { marks, places, rail: rails.get(mark.field), shared, firstFault });
  const spoken = marks.some(({ adjusted, comments }) => adjusted || comments);
  const folded = marks.length > 0 && marks.every(isRight) && !problem.unknown && !spoken;
  return {
    id: problem.id,
    anchor: places.anchor,
    title: problem.title,
    points: pointsOf(problem),
    strip: stripOf(marks),
    stripText: stripText(marks),
    summary: summaryOf({ ...problem, marks }),
    givens: givensOf(problem.givens),
    rounding: problem.rounding,
    ...(folded && { folded: `${counted(marks.length, 'line')}, all right` }),
    solutionShown,
    lines: marks.map(line),
    remarks,
    unknown: problem.unknown ?? [],
    revise: revise(marks),
  };
}

/** Marking decides what a record without the solution holds; one from elsewhere may hold more. What follows from own numbers is kept only where the student has it. */
function withoutSolution(mark: Mark): Mark {
  const { expected, worked, follows, ...rest } = mark;
  return follows?.agrees ? { ...rest, follows } : rest;
}

/** Remarks that stand at two lines or more, to be said once. */
function sharedRemarks(marks: readonly Mark[]): ProblemView['remarks'] {
  const fields = new Map<string, string[]>();
  for (const { field, notes = [] } of marks)
    for (const note of notes) fields.set(note, [...(fields.get(note) ?? []), field]);
  return [...fields].flatMap(([says, at]) => (at.length > 1 ? [{ fields: at, says }] : []));
}

function revise(marks: readonly Mark[]): string[] {
  const kinds = marks.flatMap(({ verdict, slips = [] }) => (verdict === 'slip' ? slips.slice(0, 1) : []));
  return [...new Set(kinds.flatMap(({ kind }) => revisions[kind] ?? []))].slice(0, 2);
}

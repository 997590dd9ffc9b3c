import type { AnswerValue } from '../answers/value.ts';
import type { Field } from '../working/problem.ts';
import type { LoadedAssignment, LoadedProblem } from './assignment.ts';

/** An answer to a field that is no line of the working, and all that its mark is made from. */
export interface AnsweredField {
  readonly field: Field;
  readonly value: AnswerValue;
  readonly loaded: LoadedProblem;
  readonly options: LoadedAssignment;
  readonly outOf: number;
  readonly asked: boolean;
}

/** Gradcheck as a library: read, mark and report as pure functions. The command line is a thin user of these. */
export { problems } from '../problems/index.ts';
export { readNumberAnswer } from './answers/number.ts';
export { keyOf, keyText } from './derived/key.ts';
export { type SolvedLine, solutionOf } from './derived/solution.ts';
export { defineFunction, type OwnFunction } from './expressions/define-function.ts';
export type { Fn } from './expressions/functions/fn.ts';
export { type LoadedAssignment, type LoadedProblem, loadAssignment } from './marking/assignment.ts';
export { gradePaper } from './marking/paper.ts';
export { type Assignment, readAssignment } from './records/assignment.ts';
export { type Complaint, complaintText } from './records/complaint.ts';
export type * from './records/result.ts';
export { readSubmission, type Submission } from './records/submission.ts';
export { classHtml, studentFileName, studentHtml, studentMarkdown, studentTerminal } from './report/index.ts';
export { version } from './version.ts';
export { type Declaration, defineProblem, type Problem, type Working } from './working/problem.ts';

import type { Problem } from './working/problem.ts';

export { type SolvedLine, solutionOf } from './derived/solution.ts';
export { centralDifference, differenceError } from './exact/central-difference.ts';
export { type CountedLayer, countLayers } from './exact/counting.ts';
export { Decimal } from './exact/decimal.ts';
export { cellsOf, type Matrix, matrix, matrixProduct, slopes } from './exact/matrices.ts';
export { derivative, leaf, logistic, minus, plus, type Traced, texts, times, wide } from './exact/reverse-mode.ts';
export { defineFunction, type OwnFunction } from './expressions/define-function.ts';
export type { Fn } from './expressions/functions/fn.ts';
export { print } from './expressions/print.ts';
export type { Site } from './expressions/sites.ts';
export { call, type Expression, number, power, product, sum, symbol } from './expressions/tree.ts';
export { type LoadedAssignment, type LoadedProblem, loadAssignment } from './marking/assignment.ts';
export { gradePaper } from './marking/paper.ts';
/** Gradcheck as a library: read, mark and report as pure functions. The command line is a thin user of these. */
export { readNumberAnswer } from './reading/number.ts';
export { type Assignment, readAssignment } from './records/assignment.ts';
export { type Complaint, complaintText } from './records/complaint.ts';
export type * from './records/result.ts';
export { readSubmission, type Submission } from './records/submission.ts';
export { classHtml, studentFileName, studentHtml, studentMarkdown, studentTerminal } from './report/index.ts';
export { version } from './version.ts';
export type { Given, Givens } from './working/given.ts';
export { keyOf, keyText } from './working/key.ts';
export { called, type Message, ref, say } from './working/message.ts';
export { defineNetwork, type NetworkDeclaration } from './working/network/network.ts';
export { prices } from './working/prices.ts';
export { type Declaration, defineProblem, type Problem, type Working } from './working/problem.ts';
export { defineProof, type Proof, type Proofs } from './working/proof.ts';
export type { Edit, Line, Operator, Slip as OperatorSlip, Wording } from './working/working.ts';

/** The problems that come with Gradcheck. They are loaded when they are asked for. */
export const shippedProblems = async (): Promise<readonly Problem[]> => (await import('../problems/index.ts')).problems;

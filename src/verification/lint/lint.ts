import { loadAssignment } from '../../marking/assignment.ts';
import type { Problem } from '../../working/problem.ts';
import { casesDebt } from './cases.ts';
import { type Debt, error, type Finding, type Subject } from './finding.ts';
import { pointsDebt, probesDebt, slipsDebt } from './marks.ts';
import { statementDebt } from './statement.ts';
import { answersDebt, coincidenceDebt, proofDebt, variantDebt } from './working.ts';

export type { Debt, Finding, Subject } from './finding.ts';

/** What every problem owes, in the order of the report. */
const allDebts: readonly Debt[] = [
  statementDebt,
  answersDebt,
  proofDebt,
  variantDebt,
  casesDebt,
  pointsDebt,
  slipsDebt,
  probesDebt,
  coincidenceDebt,
];

/** Everything that a problem still owes; each finding names the problem and the mend. Never throws. */
export function lint(subject: Subject, debts = allDebts): Finding[] {
  try {
    const assignment = loadAssignment(published(subject.problem), [subject.problem]);
    const [loaded] = assignment.problems;
    if (!loaded) return [];
    const placed = { ...subject, assignment, loaded, working: loaded.working };
    return debts.flatMap((debt) => debt(placed));
  } catch (fault) {
    return [error(subject, (fault as Error).message, 'mend problem.ts')];
  }
}

const published = ({ id, title }: Problem) => ({ id: 'lint', title, problems: [{ problem: id }] });

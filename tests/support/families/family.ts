import { type Declaration, defineProblem, type Problem } from '../../../src/working/problem.ts';

/** A wrong paper: what was done, and the formulas of the lines in which it was done. */
export type Slipped = readonly [says: string, over: Readonly<Record<string, string>>];

/** A problem that nobody had in view when the operators were made, with slips that people make in it. */
export interface Family {
  readonly problem: Problem;
  readonly answer: string;
  readonly slips: readonly Slipped[];
}

export const family = (
  id: string,
  declared: Pick<Declaration, 'givens' | 'working'> & Partial<Declaration>,
  slips: readonly Slipped[],
): Family => {
  const lines = Object.keys(declared.working);
  const answer = lines.at(-1) ?? '';
  const rounding = declared.counts ? ({ exact: true } as const) : ({ places: 6, when: 'every-step' } as const);
  const problem = defineProblem({ id, title: id, rounding, asks: { [answer]: { points: 1 } }, ...declared });
  return { problem, answer, slips };
};

import { parseFormula } from '../../src/expressions/plain.ts';
import { symbolsOf } from '../../src/expressions/tree.ts';
import type { Problem } from '../../src/working/problem.ts';

/** The problem with an error planted in the formula of one line. */
export function planted(problem: Problem, line: string, formula: string): Problem {
  const tree = parseFormula(formula);
  const change = { formula: tree, inputs: symbolsOf(tree) };
  return {
    ...problem,
    work(givens) {
      const working = problem.work(givens);
      if (!working.lines.some(({ name }) => name === line)) throw new Error(`there is no line ${line}`);
      return { ...working, lines: working.lines.map((one) => (one.name === line ? { ...one, ...change } : one)) };
    },
  };
}

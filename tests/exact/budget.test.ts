import { describe, expect, it } from 'vitest';
import { Overspent, perCharacter, spend, withBudget } from '../../src/exact/budget.ts';

describe('a budget of steps', () => {
  it('may be used up to the last step, and not beyond', () => {
    expect(withBudget(10, () => [4, 6].map(spend).length)).toBe(2);
    expect(() => withBudget(10, () => spend(11))).toThrow(Overspent);
    expect(() => withBudget(10, () => [6, 5].map(spend))).toThrow(Overspent);
  });

  it('is that of the innermost work, and the outer one goes on where it was', () => {
    withBudget(10, () => {
      spend(4);
      withBudget(100, () => spend(100));
      expect(() => withBudget(1, () => spend(2))).toThrow(Overspent);
      spend(6);
      expect(() => spend(1)).toThrow(Overspent);
    });
  });

  it('is not in force outside of it', () => expect(() => spend(1e9)).not.toThrow());

  it('takes more for a character of a formula than for reading one', () => expect(perCharacter).toBeGreaterThan(1));
});

import { describe, expect, it } from 'vitest';
import type { Mark, Slip } from '../../src/records/result.ts';
import { whyOf } from '../../src/report/student/why.ts';

const slip = (says: string, evidence: string): Slip =>
  ({ kind: 'sign', step: 'a1', says, evidence }) as unknown as Slip;
const facts = (...others: Slip[]): (string | undefined)[] => {
  const slips = [slip('First.', '20.0'), ...others];
  const mark = { field: 'a1', verdict: 'slip', points: '0', outOf: '1', asked: true, slips } as unknown as Mark;
  const { facts } = whyOf(mark, [mark], false);
  return facts.flatMap(({ term, text }) => (term.includes('it') && term !== 'What it costs' ? [term, text] : []));
};

describe('other slips that give the same number', () => {
  // A slip counts as proved from 7.6 bits on.
  it.each([
    ['proved', '7.6', 'Also fits'],
    ['not proved', '7.5', 'Fits, though not proved'],
  ])('%s', (_, evidence, term) => expect(facts(slip('Second.', evidence))).toEqual([term, 'Second.']));

  it('are called proved only if all of them are', () =>
    expect(facts(slip('Second.', '9'), slip('Third.', '1'))).toEqual(['Fits, though not proved', 'Second. Third.']));
});

import { describe, expect, it } from 'vitest';
import { number } from '../../src/expressions/tree.ts';
import { Charges } from '../../src/judging/charges.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import { proved } from '../../src/records/result.ts';
import type { Explained, Explanation } from '../../src/slips/explain.ts';
import type { Mutant } from '../../src/slips/mutants.ts';
import type { Line } from '../../src/working/problem.ts';

const lineOf = (name: string): Line => ({ name, formula: number('1'), inputs: [] }) as unknown as Line;
const slipIn = (...lines: string[]): Mutant =>
  ({
    trees: new Map(lines.map((name) => [name, number('2')])),
    kind: 'sign',
    wording: { says: lines.join() },
  }) as unknown as Mutant;
const explanation = (mutant: Mutant, { bits = 5, share = 0.5, miswritten = false }): Explanation =>
  ({
    kind: 'digit',
    step: 'a',
    wording: { says: 'before' },
    bits,
    share,
    value: 1,
    mutants: [mutant],
    miswritten,
  }) as unknown as Explanation;
const explainedBy = (...explanations: Explanation[]): Explained => ({ explanations, bits: 5, proved: false, gain: 3 });
const judgedWrong = (explained: Explained): Map<string, Judgement> =>
  new Map([['a', { line: lineOf('a'), verdict: 'wrong', roots: [], remarks: [], weak: false, explained }]]);

describe('a slip that was charged is looked for in later lines', () => {
  it.each<[string, string[], number, string[]]>([
    ['where it changes one of them', ['a', 'c'], 0.5, ['c']],
    ['where it is in a line above that is not shown', ['hidden'], 0.5, ['hidden']],
    ['not where it changes its own line alone', ['a'], 0.5, []],
    ['not where it is unlikely', ['a', 'c'], 0.02, []],
    ['where it is just likely enough', ['a', 'c'], 0.021, ['c']],
  ])('%s', (_, lines, share, reached) => {
    const charges = new Charges(new Map());
    charges.putInForce('a', explainedBy(explanation(slipIn(...lines), { share })));
    expect(charges.any).toBe(reached.length > 0);
    const names = ['b', 'c', 'hidden'].filter((name) => charges.reaching([lineOf(name)]).length > 0);
    expect(names).toEqual(reached);
  });

  it('if it is among the twelve likeliest', () => {
    const charges = new Charges(new Map());
    const many = Array.from({ length: 14 }, (_, i) => explanation(slipIn('a', `line${i}`), { share: 0.07 }));
    charges.putInForce('a', explainedBy(...many));
    const reached = many.filter((_, i) => charges.reaching([lineOf(`line${i}`)]).length > 0);
    expect(reached).toEqual(many.slice(0, 12));
  });
});

describe('a later line that only some of the slips reach', () => {
  const [one, two, three] = [slipIn('a', 'b'), slipIn('a', 'c'), slipIn('a', 'd')] as [Mutant, Mutant, Mutant];
  const confirmed = (surprise: number, slips: Mutant[]): Judgement | undefined => {
    const judgements = judgedWrong(
      explainedBy(
        explanation(one, { bits: 5, share: 0.2 }),
        explanation(two, { bits: 4, share: 0.6 }),
        explanation(three, { bits: 1, share: 0.2 }),
      ),
    );
    new Charges(judgements).confirmed('a', new Set(slips), surprise);
    return judgements.get('a');
  };
  // One of twelve slips would fit by chance as well: that many bits are no evidence.
  const twelve = Math.log2(12);

  it('leaves those, which share out what is likely, and adds its digits to the evidence', () => {
    const { verdict, explained } = confirmed(twelve + 3, [one, two]) ?? {};
    expect(verdict).toBe('slip');
    expect(explained?.proved).toBe(true);
    expect(explained?.bits).toBeCloseTo(8, 12);
    expect(explained?.explanations.map(({ bits, share }) => [bits, share])).toEqual([
      [expect.closeTo(8, 12), expect.closeTo(0.25, 12)],
      [expect.closeTo(7, 12), expect.closeTo(0.75, 12)],
    ]);
    // The slip may be named in more lines than the one where it was charged.
    expect(explained?.explanations.map(({ kind, wording }) => [kind, wording.says])).toEqual([
      ['sign', 'a,b'],
      ['sign', 'a,c'],
    ]);
  });

  it('proves nothing where the bits do not suffice', () => {
    const { verdict, explained } = confirmed(twelve + proved - 5 - 0.01, [one, two]) ?? {};
    expect([verdict, explained?.proved]).toEqual(['wrong', false]);
    expect(confirmed(twelve + proved - 5 + 0.01, [one, two])?.verdict).toBe('slip');
  });

  it('takes no evidence away', () => expect(confirmed(1, [two])?.explained?.bits).toBe(4));
});

describe('a wrong number whose right one was used below', () => {
  const repairedFrom = (...explanations: Explanation[]): Judgement | undefined => {
    const judgements = judgedWrong(explainedBy(...explanations));
    const charges = new Charges(judgements);
    // Two lines below may have used it; that counts once.
    for (let times = 0; times < 2; times++) charges.miswritten('a');
    return judgements.get('a');
  };
  const worked = explanation(slipIn('a'), { bits: 9, share: 0.8 });

  it('was only written down wrongly: other slips are ruled out, and that is surer', () => {
    const judged = repairedFrom(worked, explanation(slipIn('a'), { bits: 5, share: 0.2, miswritten: true }));
    expect(judged).toMatchObject({ verdict: 'slip', remarks: ['repaired'] });
    expect(judged?.explained).toMatchObject({ bits: 8, proved: true, explanations: [{ bits: 8, share: 1 }] });
  });

  it('is not proved to be that by few digits', () => {
    const judged = repairedFrom(worked, explanation(slipIn('a'), { bits: 4, share: 0.2, miswritten: true }));
    expect(judged).toMatchObject({ verdict: 'wrong', remarks: ['repaired'] });
  });

  it('stays as it is where no miswriting gives it', () =>
    expect(repairedFrom(worked)).toMatchObject({ verdict: 'wrong', remarks: [] }));
});

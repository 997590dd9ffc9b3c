import { describe, expect, it } from 'vitest';
import problem from '../../problems/backprop-by-hand/problem.ts';
import lenet from '../../problems/lenet-parameters/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { backprop, type LineName, lineNames } from '../support/backprop.ts';
import { judged } from '../support/shown.ts';

type Answers = Partial<Record<LineName, string>>;

/** Full points for correct and carried lines, three quarters for rounding, none for a line that came out for free. */
function points(judgements: Map<string, Judgement>): number {
  const of = ({ verdict, remarks }: Judgement): number => {
    if (verdict === 'rounding') return 0.75;
    return (verdict === 'correct' || verdict === 'carried') && !remarks.includes('degenerate') ? 1 : 0;
  };
  return [...judgements.values()].reduce((total, j) => total + of(j), 0);
}

const only = (answers: Answers, names: readonly LineName[]): Answers =>
  Object.fromEntries(names.map((name) => [name, answers[name]]));
const without = (answers: Answers, ...names: LineName[]): Answers =>
  only(
    answers,
    lineNames.filter((name) => !names.includes(name)),
  );
const right = backprop();
/** The slip of a lost sign in the exponent, and what follows from it. */
const lostSign = backprop({ a1: '0.2029' });

it('a zero is not proved, but what leaves nothing over is named', () => {
  const { verdict, explained } = judged(chain, { w2_new: '0.0000' }).get('w2_new') ?? {};
  expect([verdict, explained?.proved]).toEqual(['wrong', false]);
  expect(explained?.explanations.length).toBeGreaterThan(0);
});

describe('what a paper deserves, fixed before it was first marked', () => {
  const papers: [id: string, answers: Answers, deserved: number][] = [
    ['all right', right, 12],
    ['only the final line, right', only(right, ['dL_dw3']), 1],
    ['only the final line, wrong', { dL_dw3: '0.0047' }, 0],
    ['a1 lost its sign, all follows', lostSign, 11],
    ['… z3 and yhat not shown', without(lostSign, 'z3', 'yhat'), 9],
    ['… only a1 and the final line shown', only(lostSign, ['a1', 'dL_dw3']), 1],
    ['… followed with six places', { ...backprop({ a1: '0.2029' }, 6), a1: '0.2029' }, 11],
    ['a1 wrong, all later lines copied right', { ...right, a1: '0.2029' }, 11],
    ['a1 wrong, z3 follows, yhat repaired', { ...right, a1: '0.2029', z3: lostSign.z3 }, 11],
    ['a1 miscopied, all later lines right', { ...right, a1: '0.7917' }, 11],
    ['two slips, the rest follows', backprop({ a1: '0.2029', da2_dz2: '0.1928' }), 10],
    ['a slip on a slip', backprop({ a1: '0.2029', z3: '0.3216' }), 10],
    ['a slip in a hidden line', without(lostSign, 'z1', 'a1', 'z3'), 8],
    ['a2 has the value of a1', backprop({ a2: '0.7971' }), 11],
    ['a wrong yhat used once, the right one once', { ...backprop({ yhat: '0.6554' }), dyhat_dz3: '0.2288' }, 11],
    ['a slip that the rounding of the final line hides', backprop({ da2_dz2: '0.1586' }), 11],
    ['dL_dyhat lost its sign, the rest follows', backprop({ dL_dyhat: '-0.2910' }), 11],
    ['dL_dyhat lost its sign, the final line right', { ...right, dL_dyhat: '-0.2910' }, 11],
    ['z3 is eight units off, the rest follows', backprop({ z3: '0.5999' }), 11],
    [
      'a right final line below ten lines of noise',
      {
        z1: '2.2222',
        a1: '0.3141',
        z2: '0.7777',
        a2: '0.9182',
        z3: '-1.1213',
        yhat: '0.1131',
        L: '0.7431',
        dL_dyhat: '0.4567',
        dyhat_dz3: '0.9191',
        da2_dz2: '0.8182',
        dL_dw3: '0.0006',
      },
      1,
    ],
  ];
  it.each(papers)('%s', (_, answers, deserved) => {
    expect(points(judged(problem, answers as Record<string, string>))).toBe(deserved);
  });
});

describe('where an error is charged, and where it is carried', () => {
  const verdicts = (answers: Answers): Record<string, string> =>
    Object.fromEntries([...judged(problem, answers as Record<string, string>)].map(([name, j]) => [name, j.verdict]));

  it('a slip is charged once, and the lines beside it stay correct', () => {
    const found = verdicts(lostSign);
    expect(found).toMatchObject({ z1: 'correct', a1: 'slip', z2: 'correct', a2: 'correct', da2_dz2: 'correct' });
    for (const name of ['z3', 'yhat', 'L', 'dL_dyhat', 'dyhat_dz3']) expect(found[name]).toBe('carried');
  });

  it('a missing line is worked from the nearest shown one above, not from the key', () => {
    const found = judged(problem, only(lostSign, ['a1', 'yhat']) as Record<string, string>);
    expect(found.get('yhat')).toMatchObject({ verdict: 'carried', roots: ['a1'] });
  });

  it('a slip in a hidden line is charged at the first line that shows it', () => {
    const found = judged(problem, without(lostSign, 'z1', 'a1', 'z3') as Record<string, string>);
    expect(found.get('yhat')?.verdict).toMatch(/slip|wrong/);
    expect(found.get('dL_dyhat')).toMatchObject({ verdict: 'carried', roots: ['yhat'] });
  });

  it('a line that was only miswritten is bypassed', () => {
    const found = judged(problem, { ...lostSign, z3: '0.1327' });
    expect(found.get('yhat')).toMatchObject({ verdict: 'carried', remarks: ['recomputed'] });
    expect(points(found)).toBe(10);
  });
});

describe('a right value', () => {
  it('that does not follow from a wrong line is right, and said not to follow', () => {
    const found = judged(problem, { ...right, a1: '0.2029' });
    expect(found.get('z3')).toMatchObject({ verdict: 'correct', remarks: ['not-from-own'], roots: ['a1'] });
    expect(found.get('yhat')).toMatchObject({ verdict: 'correct', remarks: [] });
  });

  it('that follows from a wrong line as well is right, and stays affected', () => {
    const found = judged(problem, backprop({ da2_dz2: '0.1586' }));
    expect(found.get('dL_dw3')).toMatchObject({ verdict: 'correct', remarks: ['hidden'] });
  });
});

describe('a value that makes later lines come out by themselves', () => {
  it('yhat = y makes the gradient nought, which earns nothing', () => {
    const found = judged(problem, backprop({ yhat: '0.5000' }));
    expect(found.get('dL_dw3')).toMatchObject({ verdict: 'carried', remarks: expect.arrayContaining(['degenerate']) });
    // The loss and its derivative are worked, though they are 0.
    expect(found.get('dL_dyhat')).toMatchObject({ verdict: 'carried', remarks: [] });
    expect(points(found)).toBe(10);
  });

  it('yhat = 1 makes its derivative and both products nought', () => {
    const found = judged(problem, backprop({ yhat: '1.0000' }));
    for (const name of ['dyhat_dz3', 'dyhat_dw3', 'dL_dw3']) expect(found.get(name)?.remarks).toContain('degenerate');
    // Twice 1 - 0.5 is 1 as well: a number that was only repeated looks the same.
    expect(found.get('dL_dyhat')?.remarks).toContain('degenerate');
    expect(points(found)).toBe(7);
  });
});

describe('a number that is written down again', () => {
  const layer = defineProblem({
    id: 'layer',
    title: 'Two units',
    rounding: { places: 2, when: 'every-step' },
    givens: { x: '0.30', u: '2.00', v: '-1.50', b: '0.25' },
    working: { z1: 'x*u', z2: 'x*v', a1: 'relu(z1)', a2: 'relu(z2)', y: 'a1 - a2 + b' },
    asks: { y: { points: 1 } },
  });
  const degenerate = (answers: Record<string, string>, line: string): boolean | undefined =>
    judged(layer, answers).get(line)?.remarks.includes('degenerate');
  it.each<[string, Record<string, string>, string, boolean]>([
    ['follows where the right working passes a number on', { z1: '1.37', a1: '1.37' }, 'a1', false],
    ['stands for nothing in a paper that is filled with it', { z1: '1.37', z2: '1.37', a1: '1.37' }, 'a1', true],
    ['stands for nothing where the right working changes it', { z2: '1.37', a2: '1.37' }, 'a2', true],
  ])('%s', (_, answers, line, is) => {
    expect(judged(layer, answers).get(line)?.verdict).toBe('carried');
    expect(degenerate(answers, line)).toBe(is);
  });

  it('so large that nothing moves the next line any more tells nothing', () => {
    const found = judged(problem, { z1: '100000', a1: '1.0000' });
    expect(found.get('a1')).toMatchObject({ verdict: 'carried', remarks: expect.arrayContaining(['degenerate']) });
  });
});

describe('a number whose right one was used below', () => {
  it('was only miswritten, and says so', () => {
    const found = judged(problem, { ...right, a1: '0.7917' });
    expect(found.get('a1')?.remarks).toEqual(['repaired']);
    expect(found.get('a1')?.explained?.explanations[0]).toMatchObject({ kind: 'digit', miswritten: true });
  });
});

describe('the biases forgotten in every layer', () => {
  it('are charged where they are forgotten first', () => {
    // 5*5*6, 5*5*6*16 and 16*5*5*120, without 6, 16 and 120.
    const found = judged(lenet, { C1: '150', C3: '2400', C5: '48000' });
    expect([...found.values()].map(({ verdict }) => verdict).filter((v) => v === 'slip' || v === 'wrong')).toHaveLength(
      1,
    );
    expect([...found.values()].filter(({ remarks }) => remarks.includes('same-slip'))).toHaveLength(2);
  });
});

describe('weak values', () => {
  it('one significant digit is said to say little', () => {
    const found = judged(problem, right);
    expect([...found.values()].filter((j) => j.weak).map((j) => j.line.name)).toEqual(['dL_dw3']);
  });

  it('more digits decide where there are any', () => {
    expect(judged(problem, { dL_dw3: '0.00062158' }).get('dL_dw3')?.verdict).toBe('correct');
    expect(judged(problem, { dL_dw3: '0.0006460900' }).get('dL_dw3')?.verdict).toBe('slip');
  });

  it('a final line alone is not excused by rounding somewhere inside', () => {
    expect(judged(problem, { dL_dw3: '0.0000' }).get('dL_dw3')?.verdict).toBe('wrong');
  });
});

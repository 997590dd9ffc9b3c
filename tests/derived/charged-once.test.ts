import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import lenet from '../../problems/lenet-parameters/problem.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import { english } from '../../src/working/message.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { backprop as right } from '../support/backprop.ts';
import { judged } from '../support/shown.ts';

const charged = (found: Map<string, Judgement>): string[] =>
  [...found].filter(([, { verdict }]) => verdict === 'slip' || verdict === 'wrong').map(([name]) => name);

const said = (found: Map<string, Judgement>, line: string): string =>
  english(found.get(line)?.explained?.explanations[0]?.wording.says ?? '');

describe('two answers in each other’s place', () => {
  it('are one slip, charged at the first and named, and what follows is right', () => {
    const all = right();
    const found = judged(backprop, { ...all, a1: all.a2, a2: all.a1 });
    expect(charged(found)).toEqual(['a1']);
    expect(said(found, 'a1')).toBe('`a1` and `a2` are exchanged: each has the value of the other.');
    expect(found.get('a2')).toMatchObject({ verdict: 'carried', roots: ['a1'] });
    expect(found.get('z3')?.verdict).toBe('correct');
  });

  it('so are two counts', () => {
    const found = judged(lenet, { C1: '2416', C3: '156', C5: '48120' });
    expect(charged(found)).toEqual(['C1']);
    expect(said(found, 'C1')).toMatch(/exchanged/);
  });

  it('two wrong numbers that are not each other’s are two', () => {
    const all = right();
    expect(charged(judged(backprop, { ...all, a1: all.a2, a2: '0.4242' }))).toHaveLength(2);
  });
});

describe('the same slip in lines of unlike form', () => {
  const steps = defineProblem({
    id: 'unlike',
    title: 'Unlike lines',
    rounding: { places: 4, when: 'every-step' },
    givens: { w: '0.7351', v: '-1.2384', g: '0.4917', x: '1.8273', eta: '0.3146' },
    working: { wn: 'w - eta*g*x', vn: 'v - eta*g', out: 'wn*vn' },
    asks: { out: { points: 1 } },
  });
  /** Without the rate: 0.7351 - 0.4917*1.8273 = -0.1634; -1.2384 - 0.4917 = -1.7301; their product 0.2827. */
  it('is charged once', () => {
    const found = judged(steps, { wn: '-0.1634', vn: '-1.7301', out: '0.2827' });
    expect(charged(found)).toEqual(['wn']);
    expect(found.get('vn')).toMatchObject({ verdict: 'carried', roots: ['wn'], remarks: ['same-slip'] });
  });

  it('another slip in the second line is another charge', () => {
    expect(charged(judged(steps, { wn: '-0.1634', vn: '-1.0837' }))).toEqual(['wn', 'vn']);
  });
});

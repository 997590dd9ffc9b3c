import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import flops from '../../problems/conv-flops/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import { parseFormula } from '../../src/expressions/plain.ts';
import { print } from '../../src/expressions/print.ts';
import { symbolsOf } from '../../src/expressions/tree.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { pricingOf } from '../../src/slips/pricing.ts';
import { segmentOf, slotsOf } from '../../src/slips/segment.ts';
import { tryAll } from '../../src/slips/trials.ts';
import { english } from '../../src/working/message.ts';
import type { Working } from '../../src/working/problem.ts';

const working = backprop.work({});
const mutants = mutantsOf(working);
const printed = mutants.map(
  ({ kind, trees }) => `${kind} ${[...trees].map(([n, t]) => `${n} = ${print(t)}`).join('; ')}`,
);

describe('slips that people make are among the mutants', () => {
  it.each([
    ['a lost sign in the exponent', 'sign a1 = sigmoid(-z1)'],
    ['a forgotten factor', 'dropped-factor dL_dyhat = yhat - y'],
    ['a forgotten derivative', 'dropped-factor dL_dw3 = dL_dyhat*w6*da2_dz2*x3'],
    ['a difference the wrong way round', 'sign dL_dyhat = 2*(y - yhat)'],
    ['a neighbouring weight', 'swapped dL_dw3 = dL_dyhat*dyhat_dz3*w5*da2_dz2*x3'],
    ['the weight for the input', 'swapped dL_dw3 = dL_dyhat*dyhat_dz3*w6*da2_dz2*w3'],
    ['the other neuron', 'swapped da2_dz2 = a1*(1 - a1)'],
    ['a linear neuron', 'skipped-step yhat = z3; dyhat_dz3 = 1'],
    ['a function left out', 'skipped-step a1 = z1'],
    ['another function', 'wrong-function a1 = tanh(z1)'],
    ['a lost square', 'power L = y - yhat'],
    ['twice instead of squared', 'power L = 2*(y - yhat)'],
    ['a dropped term', 'dropped-term z3 = a1*w5'],
    ['a misread given in one line', 'digit z1 = x1*0.15 + x2*w2'],
    ['a misread minus', 'sign z1 = x1*w1 + x2*0.63'],
    ['a misread given throughout', 'digit z3 = a1*w5 + a2*(-0.7)'],
    ['two givens exchanged', 'swapped z1 = x1*w2 + x2*w1'],
    ['the same slip in all lines alike', 'dropped-factor z1 = x1 + x2*w2; z2 = x3 + x4*w4; z3 = a1 + a2*w6'],
  ])('%s: %s', (_, mutant) => expect(printed).toContain(mutant));
});

it('nobody divides by 1 where 1 is to be subtracted', () => {
  const counts = mutantsOf(flops.work({})).flatMap(({ trees }) => [...trees.values()].map(print));
  expect(counts).toContain('kernel*kernel*channels');
  expect(counts.filter((text) => text.endsWith('/1'))).toEqual([]);
});

describe.each([
  ['backprop by hand', working],
  ['two sigmoids', chain.work({})],
] as [string, Working][])('every mutant of %s', (_, w) => {
  const all = mutantsOf(w);
  const order = [...w.givens.keys(), ...w.lines.map((line) => line.name)];

  it('changes something', () => {
    for (const { trees } of all) {
      expect(trees.size).toBeGreaterThan(0);
      for (const [name, tree] of trees) {
        const line = w.lines.find((l) => l.name === name);
        expect(line && print(line.formula)).not.toBe(print(tree));
      }
    }
  });

  it('uses only what stands before it', () => {
    for (const { trees } of all)
      for (const [name, tree] of trees)
        for (const s of symbolsOf(tree)) {
          expect(order).toContain(s);
          expect(order.indexOf(s)).toBeLessThan(order.indexOf(name));
        }
  });

  it('is written so that it can be read again', () => {
    for (const { trees } of all) for (const tree of trees.values()) expect(parseFormula(print(tree))).toBeDefined();
  });

  it('has words for the student, its hint without a number', () => {
    for (const { wording } of all) {
      expect(english(wording.says)).toMatch(/^[A-Z`].*\.$/);
      expect(wording.hint).toMatch(/^[A-Z].*[.?]$/);
      expect(wording.hint).not.toMatch(/\d/);
      expect(wording.check).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});

describe('a segment', () => {
  const byName = new Map(working.lines.map((line) => [line.name, line]));
  const lines = (...names: string[]) => names.map((name) => byName.get(name)).filter((line) => line !== undefined);

  it('holds the slips of its own lines only', () => {
    const [z3] = lines('z3');
    expect(z3).toBeDefined();
    if (!z3) return;
    for (const { mutant } of segmentOf(working, z3, []).candidates) expect([...mutant.trees.keys()]).toContain('z3');
  });

  it('has weights that add up', () => {
    const [dL] = lines('dL_dw3');
    if (!dL) throw new Error('no such line');
    const segment = segmentOf(working, dL, lines('da2_dz2', 'dyhat_dz3'));
    const pricing = pricingOf(segment, working);
    let total = 0;
    const values = new Float64Array(slotsOf(working).size);
    tryAll(segment, working, values, (_, { mutant, others }, reading) => {
      total += pricing.of([mutant, ...others], reading);
    });
    expect(total / pricing.weight).toBeCloseTo(1, 12);
  });
});

import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import { variantsOf } from '../../src/derived/variants.ts';
import { judge } from '../../src/judging/carried.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { english } from '../../src/working/message.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { written } from '../measure/worked.ts';
import { judged, shownOf } from '../support/shown.ts';

/** z = 0.6789*1.0001 = 0.67896789, s = 0.66351…, g = z*s*(1 - s)*40 = 6.06…; each order is worked by hand beside its case. */
const neuron = defineProblem({
  id: 'neuron',
  title: 'Neuron',
  rounding: { places: 4, when: 'every-step' },
  givens: { x: '0.6789', w: '1.0001' },
  working: { z: 'x*w', s: 'sigmoid(z)', g: 'z*s*(1 - s)*40' },
  asks: { g: { points: 1 } },
});

describe('an order of rounding that the question does not allow', () => {
  it.each([
    // sigmoid(0.68) = 0.66373869
    ['the line above to two places', { z: '0.6790', s: '0.6637' }, 's', '`sigmoid(0.68)`'],
    // sigmoid(0.67) = 0.66150315
    ['the line above cut off', { z: '0.6790', s: '0.6615' }, 's', '`sigmoid(0.67)`'],
    // 0.679*0.6635*(0.34)*40 = 6.12702…: 1 - 0.6635 = 0.3365 to two places
    ['a result within the line', { z: '0.6790', s: '0.6635', g: '6.1270' }, 'g', '0.34'],
    // e^-0.679 = 0.5071, 1.5071 to four digits is 1.507, and 1/1.507 = 0.66357
    [
      'the exponential of a sigmoid',
      { z: '0.6790', s: '0.6636' },
      's',
      'every result on the way rounded to 4 significant digits',
    ],
    // 0.6635*0.3365 = 0.22327, and 0.679*0.223*40 = 6.05668
    ['two factors taken first', { z: '0.6790', s: '0.6635', g: '6.0567' }, 'g', '0.223'],
  ])('%s is shown with its number', (_, answers, line, says) => {
    const found = judged(neuron, answers as Record<string, string>).get(line);
    expect(found?.verdict).toBe('rounding');
    expect(english(found?.habit ?? '')).toContain(says);
  });

  it.each([
    ['no such order', { z: '0.6790', s: '0.6651' }, 's'],
    ['a factor lost, all lines shown: 0.679*0.6635*40', { z: '0.6790', s: '0.6635', g: '18.0207' }, 'g'],
    ['a number that says nothing', { z: '0.6790', s: '0.7000' }, 's'],
  ])('%s is no excuse', (_, answers, line) =>
    expect(judged(neuron, answers as Record<string, string>).get(line)?.verdict).toMatch(/slip|wrong/),
  );
});

describe('more places than asked', () => {
  const working = backprop.work(variantsOf(backprop, 'excused', 1)[0] ?? {});
  const last = 'dL_dw3';
  const verdict = (text: string) => judge(working, new Map([[last, shownOf(text)]]), new Set([last])).get(last);
  const right = written(working, new Map(), 6, false)[last] ?? '';

  it('are right as they are worked without rounding, and with every step rounded', () => {
    expect(verdict(right)?.verdict).toBe('correct');
    expect(verdict(written(working, new Map(), 4, true)[last]?.concat('00') ?? '')?.verdict).toBe('correct');
  });

  it('do not excuse a slip because all orders together reach its value', () => {
    const wrong = mutantsOf(working)
      .map((slip) => written(working, slip.trees, 6, false)[last] ?? '')
      .filter((text) => Math.abs(Number(text) - Number(right)) > 1.5e-4);
    expect(wrong.length).toBeGreaterThan(500);
    const excused = [...new Set(wrong)].filter((text) => {
      const { verdict: found, remarks = [] } = verdict(text) ?? {};
      return found === 'correct' && !remarks.includes('no-order');
    });
    expect(excused).toEqual([]);
  });
});

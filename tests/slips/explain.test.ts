import { describe, expect, it } from 'vitest';
import problem from '../../problems/backprop-by-hand/problem.ts';
import { proved } from '../../src/records/result.ts';
import { english } from '../../src/working/message.ts';
import { backprop } from '../support/backprop.ts';
import { cpuTime } from '../support/cpu.ts';
import { judged } from '../support/shown.ts';

const explained = (answers: Record<string, string>, line: string) => {
  const judgement = judged(problem, answers).get(line);
  if (!judgement?.explained) throw new Error(`${line} is ${judgement?.verdict}`);
  return { verdict: judgement.verdict, ...judgement.explained };
};

describe('the slip that was made comes first', () => {
  // Values reckoned with Python from the formulas with the slip in them.
  it.each([
    ['a lost sign in the exponent', { z1: '1.3680', a1: '0.202943' }, 'a1', 'sign', 'a1'],
    ['tanh for the sigmoid', { z1: '1.3680', a1: '0.878236' }, 'a1', 'wrong-function', 'a1'],
    ['a term lost', { a1: '0.7971', a2: '0.1928', z3: '0.637680' }, 'z3', 'dropped-term', 'z3'],
    ['a factor lost', { yhat: '0.645448', dyhat_dz3: '0.354552' }, 'dyhat_dz3', 'dropped-factor', 'dyhat_dz3'],
    ['the square lost', { yhat: '0.645448', L: '-0.145448' }, 'L', 'power', 'L'],
    ['the final line alone, the weight for the input', { dL_dw3: '-0.000497262' }, 'dL_dw3', 'swapped', 'dL_dw3'],
    ['a digit misread', { z1: '0.828000' }, 'z1', 'digit', 'z1'],
  ])('%s', (_, answers, line, kind, step) => {
    const { verdict, explanations, bits } = explained(answers as Record<string, string>, line);
    expect(verdict).toBe('slip');
    expect(bits).toBeGreaterThanOrEqual(proved);
    expect(explanations[0]).toMatchObject({ kind, step });
  });

  it('its bits and shares are in order', () => {
    const { explanations, bits } = explained({ dL_dw3: '-0.0006215780' }, 'dL_dw3');
    expect(explanations.length).toBeGreaterThan(3);
    expect(explanations.reduce((total, e) => total + e.share, 0)).toBeCloseTo(1, 9);
    for (const e of explanations) expect(e.bits).toBeLessThanOrEqual(bits + 1e-9);
  });
});

describe('what the digits do not prove is not called a slip', () => {
  it.each([
    ['one digit', { dL_dw3: '0.0027' }, 'dL_dw3'],
    ['any number of six places', { z1: '1.3680', a1: '0.611377' }, 'a1'],
    ['a number far away', { z1: '93.7' }, 'z1'],
  ])('%s', (_, answers, line) => {
    const { verdict, bits } = explained(answers as Record<string, string>, line);
    expect(verdict).toBe('wrong');
    expect(bits).toBeLessThan(proved);
  });
});

describe('a slip that reaches several lines', () => {
  it('a given misread throughout is charged once', () => {
    // x3 = 0.3 for -0.3: z2 = -1.288, and dyhat_dw3 and dL_dw3 change their sign once more.
    const z2 = backprop({ z2: '-1.2880' });
    const negated = (text: string): string => text.replace(/^(-?)/, (sign) => (sign ? '' : '-'));
    const misread = { ...z2, dyhat_dw3: negated(z2.dyhat_dw3), dL_dw3: negated(z2.dL_dw3) };
    const found = judged(problem, misread);
    expect(found.get('z2')?.verdict).toBe('slip');
    expect(found.get('dyhat_dw3')).toMatchObject({ verdict: 'carried', remarks: ['same-slip'], roots: ['z2'] });
    expect(found.get('dL_dw3')).toMatchObject({ verdict: 'carried', remarks: ['same-slip'] });
  });

  it('one slip in w6 explains two lines', () => {
    // w6 = 0.2 for -0.2, so z3 = 0.6762; the products have their signs turned.
    const z3 = backprop({ z3: '0.6762' });
    const found = judged(problem, { ...z3, dyhat_dw3: `-${z3.dyhat_dw3}`, dL_dw3: `-${z3.dL_dw3}` });
    expect(found.get('z3')?.verdict).toBe('slip');
    expect(found.get('dyhat_dw3')).toMatchObject({ verdict: 'carried', remarks: ['same-slip'], roots: ['z3'] });
  });
});

describe('a slip in a line that is not shown', () => {
  it('is charged once, though four lines show it', () => {
    // w4 = 1.7 for -1.7: z2 = 1.288, a2 = 0.7838.
    const wrong = backprop({ z2: '1.2880' });
    const papers = judged(problem, {
      L: wrong.L,
      dL_dyhat: wrong.dL_dyhat,
      dyhat_dz3: wrong.dyhat_dz3,
      da2_dz2: wrong.da2_dz2,
    });
    const verdicts = [...papers.values()].map(({ verdict }) => verdict);
    expect(verdicts.filter((v) => v === 'slip' || v === 'wrong')).toHaveLength(1);
    expect(verdicts.filter((v) => v === 'carried').length).toBeGreaterThanOrEqual(2);
  });
});

describe('a number only written down wrongly', () => {
  it('two digits exchanged', () => {
    const { explanations } = explained({ z1: '1.3680', a1: '0.797507' }, 'a1');
    expect(explanations[0]).toMatchObject({ kind: 'digit', step: 'a1' });
    expect(english(explanations[0]?.wording.says ?? '')).toContain('0.797057 was written down as 0.797507');
  });

  it('the decimal point', () => {
    const { explanations } = explained({ ...backprop({}, 6), dL_dw3: '0.00621578' }, 'dL_dw3');
    expect(explanations[0]).toMatchObject({ kind: 'magnitude', step: 'dL_dw3' });
  });
});

describe('numbers that no formula was made for', () => {
  it.each(['0', '-0.0000', '99999999999999999999', '1000000000000000000000000000000', '0.00000000000000000000000001'])(
    '%s is judged in good time, on every line',
    (text) => {
      const from = cpuTime();
      const answers = Object.fromEntries(problem.work({}).lines.map(({ name }) => [name, text]));
      expect(judged(problem, answers).size).toBe(12);
      expect(cpuTime() - from).toBeLessThan(2000);
    },
  );
});

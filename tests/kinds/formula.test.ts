import { describe, expect, it } from 'vitest';
import sigmoidChain from '../../problems/sigmoid-chain/problem.ts';
import { readFormulaAnswer } from '../../src/kinds/formula/read.ts';

const working = sigmoidChain.work({});
const line = working.lines.find(({ name }) => name === 'df_dw2');
if (!line) throw new Error('the problem has no line df_dw2');
const read = (text: string) => readFormulaAnswer(text, 'df_dw2_formula', line, working);

describe('readFormulaAnswer', () => {
  it.each(['f*(1 - f)*h', 'h f (1 - f)', 'df/dw2 = f(1-f)h', '\\frac1{1}f(1-f)h'])(
    'finds %s equal to the line',
    (text) => expect(read(text).kind).toMatch(/^equal$/),
  );

  it('finds another formula different', () => expect(read('f*h').kind).toBe('different'));

  it.each(['f → f*(1 - f)*h', 'f*h => f*(1 - f)*h', 'f*(1 - f)*h \\to 0.125'])(
    'takes no arrow for an equals sign: %s',
    (text) => expect(read(text)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/arrow/) }),
  );
});

import { describe, expect, it } from 'vitest';
import sigmoidChain from '../../problems/sigmoid-chain/problem.ts';
import { askedOf } from '../../src/derived/asked-formula.ts';
import { readFormula } from '../../src/kinds/formula/read.ts';

const working = sigmoidChain.work({});
const asked = askedOf({ name: 'df_dw2_formula', of: 'df_dw2' }, working);
const read = (text: string) => readFormula(text, asked);

describe('readFormula', () => {
  it.each([
    'f*(1 - f)*h',
    'h f (1 - f)',
    'df/dw2 = f(1-f)h',
    '\\frac1{1}f(1-f)h',
    '\\frac{\\partial f}{\\partial w_2} = \\sigma(\\sigma(x_1 w_1) w_2 + x_2) (1 - \\sigma(\\sigma(x_1 w_1) w_2 + x_2)) \\cdot \\sigma(x_1 w_1)',
  ])('finds %s equal to the line', (text) => expect(read(text)).toMatchObject({ comparison: { kind: 'equal' } }));

  it('finds another formula different', () => expect(read('f*h')).toMatchObject({ comparison: { kind: 'different' } }));

  it.each(['f → f*(1 - f)*h', 'f*h => f*(1 - f)*h', 'f*h -> f*(1 - f)*h', 'f*(1 - f)*h \\to 0.125'])(
    'takes no arrow for an equals sign: %s',
    (text) => expect(read(text)).toMatchObject({ reason: expect.stringMatching(/arrow/) }),
  );

  it('takes the last of a chain for the answer, and says which side is another', () => {
    expect(read('f*h = f*(1 - f)*h = 0.125')).toMatchObject({ comparison: { kind: 'equal' }, unequal: ['f*h'] });
  });

  it('does not take the formula of another value', () =>
    expect(read('w2_new = f*(1 - f)*h')).toMatchObject({ reason: expect.stringMatching(/not asked|no name/) }));
});

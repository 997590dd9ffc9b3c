import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/expressions/plain.ts';
import { number } from '../../src/expressions/tree.ts';
import { runs, typeset } from '../../src/expressions/typeset.ts';
import { inlineName, typesetName } from '../../src/expressions/typeset-name.ts';
import { tree } from '../support/trees.ts';

/** What is to be seen of MathML: fractions as (a|b), scripts as _a and ^a, hats and roots by their signs. */
function seen(mathml: string): string {
  return mathml
    .replaceAll('\u2062', '')
    .replaceAll('\u2061', '')
    .replace(/<mover accent="true">(<mi>.*?<\/mi>)<mo>\^<\/mo><\/mover>/g, '$1\u0302')
    .replace(/<msub>/g, '{sub ')
    .replace(/<msup>/g, '{sup ')
    .replace(/<msubsup>/g, '{subsup ')
    .replace(/<mfrac>/g, '{over ')
    .replace(/<msqrt>/g, '{root ')
    .replace(/<\/(?:msub|msup|msubsup|mfrac|msqrt)>/g, '}')
    .replace(/<\/m[ino]>(?=<m|\{)/g, ' ')
    .replace(/<[^>]*>/g, '');
}

const squeeze = (text: string): string => text.replace(/\s+/g, '').normalize('NFD');

describe('names', () => {
  const cases: [string, string][] = [
    ['x', '<mi>x</mi>'],
    ['a1', '<msub><mi>a</mi><mn>1</mn></msub>'],
    ['x12', '<msub><mi>x</mi><mn>12</mn></msub>'],
    ['W[1,2]', '<msub><mi>W</mi><mn>1,2</mn></msub>'],
    ['dA[2]', '<msub><mrow><mi>dA</mi></mrow><mn>2</mn></msub>'],
    ['eta', '<mi>η</mi>'],
    ['beta_1', '<msub><mi>β</mi><mn>1</mn></msub>'],
    ['yhat', '<mover accent="true"><mi>y</mi><mo>^</mo></mover>'],
    ['m_hat', '<mover accent="true"><mi>m</mi><mo>^</mo></mover>'],
    ['w2_new', '<msubsup><mi>w</mi><mn>2</mn><mi>new</mi></msubsup>'],
    ['m_new', '<msup><mi>m</mi><mi>new</mi></msup>'],
    ['W_batch', '<msub><mi>W</mi><mi>batch</mi></msub>'],
    ['channels', '<mi>channels</mi>'],
    ['conv1', '<mi>conv1</mi>'],
    ['C1.filters', '<mrow><msub><mi>C</mi><mn>1</mn></msub><mi>.filters</mi></mrow>'],
    ['df_dw2_formula', '<mi>df_dw2_formula</mi>'],
    ['dropout_depth', '<mi>dropout_depth</mi>'],
    ['delta', '<mi>δ</mi>'],
  ];
  it.each(cases)('%s', (name, mathml) => expect(typesetName(name)).toBe(mathml));

  it('a derivative is a fraction, and fits a line where it must', () => {
    expect(squeeze(seen(typesetName('dL_dyhat')))).toBe(squeeze('{over ∂L ∂ŷ}'));
    expect(squeeze(seen(typesetName('dyhat_dz3')))).toBe(squeeze('{over ∂ŷ ∂{sub z 3}}'));
    expect(squeeze(seen(inlineName('dL_dw3')))).toBe(squeeze('∂L/∂{sub w 3}'));
    expect(inlineName('a1')).toBe(typesetName('a1'));
  });

  it('no name is markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (name) => {
        const text = typesetName(name).replace(/<\/?m[a-z]+(?: [a-z]+="[^"<>]*")*>/g, '');
        expect(text).not.toContain('<');
      }),
    );
  });
});

describe('formulas', () => {
  const cases: [string, string, string][] = [
    ['letters stand side by side', 'x1*w1', '{sub x 1}{sub w 1}'],
    ['two numbers need a dot', '0.9*0.75', '0.9 · 0.75'],
    ['a number before a letter does not', '2*x', '2 x'],
    ['nor one before a bracket', '2*(x - 1)', '2 (x − 1)'],
    ['a number after a letter does', 'x*2', 'x · 2'],
    ['words need a dot', 'kernel*channels', 'kernel · channels'],
    ['so do derivatives', 'dL_dy*w6', '{over ∂L∂y} · {sub w 6}'],
    ['a negative factor stands in brackets', '0.8*(-1.7)', '0.8 · (−1.7)'],
    ['even as the first', '(-1.1)*(-0.63)', '(−1.1) · (−0.63)'],
    ['a leading minus is no operation', '-x + 1', '−x + 1'],
    ['a division is a fraction', '(a + b)/c', '{over a + b c}'],
    ['what follows it is none', '1/2*x', '{over 1 2} · x'],
    ['several divisors stand below', 'a/b/c', '{over a b c}'],
    ['a power keeps its base together', '(y - x)^2', '{sup (y − x)2}'],
    ['a letter needs no brackets', 'x^2', '{sup x 2}'],
    ['a derivative does', 'dL_dy^2', '{sup ({over ∂L∂y})2}'],
    ['sigmoid is a Greek letter', 'sigmoid(z1)', 'σ({sub z 1})'],
    ['its derivative has a prime', 'dsigmoid(z)', '{sup σ ′}(z)'],
    ['exp is a power of e', 'exp(-2*x)', '{sup e −2 x}'],
    ['and a base in brackets', 'exp(x)^2', '{sup ({sup e x})2}'],
    ['relu keeps its capitals', 'relu(x)', 'ReLU(x)'],
    ['a root', 'sqrt(x)', '{root x}'],
    ['floor has its own brackets', 'floor(x/2)', '⌊{over x 2}⌋'],
    ['arguments are listed', 'max(a, b)', 'max(a , b)'],
    ['thousands are set apart', '60000 + 1154560', '60,000 + 1,154,560'],
    ['four digits are not', '2416', '2416'],
    ['decimals never', '0.00014375', '0.00014375'],
    ['powers of ten', '1.2e-3', '1.2 · {sup 10−3}'],
  ];
  it.each(cases)('%s', (_, formula, text) => {
    expect(squeeze(seen(typeset(parseFormula(formula))))).toBe(squeeze(text));
  });

  it('a minus that opens a group is a prefix', () => {
    expect(typeset(parseFormula('2*(-x)'))).toContain('<mo form="prefix" lspace="0" rspace="0">−</mo>');
    expect(typeset(parseFormula('2 - x'))).toContain('<mn>2</mn><mo>−</mo>');
  });

  it('brackets grow around fractions only', () => {
    expect(typeset(parseFormula('2*(x + 1)'))).toContain('<mo stretchy="false">(</mo>');
    expect(typeset(parseFormula('2*(x/3 + 1)'))).toContain('<mo>(</mo>');
  });

  it('a line may be broken before a sign, not between a number and its letter', () => {
    const breaks = (formula: string): boolean[] => runs(parseFormula(formula)).map((run) => run.breaks);
    expect(breaks('2*x + 3*4 - y')).toEqual([false, false, true, true, true]);
    expect(runs(number('1'))).toEqual([{ mathml: '<mn>1</mn>', breaks: false }]);
  });
});

it('any tree gives balanced markup', () => {
  fc.assert(
    fc.property(tree, (t) => {
      const open: string[] = [];
      for (const [, slash, name = ''] of typeset(t).matchAll(/<(\/?)(m[a-z]+)[^>]*>/g))
        if (slash === '') open.push(name);
        else expect(open.pop()).toBe(name);
      expect(open).toEqual([]);
    }),
  );
});

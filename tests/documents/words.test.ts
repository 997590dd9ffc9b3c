import { describe, expect, it } from 'vitest';
import { besideIn } from '../../src/documents/locate/beside.ts';
import { saidIn } from '../../src/documents/locate/said.ts';
import { symbolKey, withoutArguments } from '../../src/documents/locate/symbols.ts';
import { contradicts, covers, wordsOf } from '../../src/documents/locate/words.ts';
import { sourcePassage } from '../../src/documents/passage.ts';

const passage = (text: string) => sourcePassage(text, 0, text.length);

describe('a symbol has one spelling', () => {
  it.each([
    ['\\frac{\\partial L}{\\partial \\hat{y}}', 'dL_dyhat'],
    ['dL/dŷ', 'dL_dyhat'],
    ['∂L/∂w_3', 'dL_dw3'],
    ['\\nabla_W L', 'dL_dW'],
    ['\\mathbf{z}_{1}', 'z1'],
    ['\\texttt{a1}', 'a1'],
    ['z₁', 'z1'],
    ["\\tanh'(x)", "tanh'(x)"],
    ['w_1^{new}', 'w1new'],
    ['conv12', 'conv12'],
    ['conv1_2', 'conv1_2'],
    ['\\text{conv}1\\_2', 'conv1_2'],
    ['x + y', ''],
    ['the loss', ''],
    ['z1) = (', ''],
  ])('%s is %s', (text, key) => {
    expect(symbolKey(text)).toBe(key);
  });

  it('without its arguments', () => {
    expect(['L(y,yhat)', 'L', 'sigma(z1)'].map(withoutArguments)).toEqual(['L', '', 'sigma']);
  });
});

describe('what a sentence says of numbers', () => {
  it.each([
    [
      'We have 208 for conv(24x24x8), 3216 for the second.',
      [
        ['conv(24x24x8)', '208'],
        ['second', '3216'],
      ],
    ],
    ['For fc7 we have 5010 parameters', [['fc7', '5010']]],
    ['This improved the validation accuracy to 0.94.', [['improved the validation accuracy', '0.94']]],
    ['Nothing of a number.', []],
  ])('%s', (text, expected) => {
    expect(saidIn(passage(text)).map(({ label, side }) => [label, side.text])).toEqual(expected);
  });
});

describe('a number beside its label', () => {
  it.each([
    ['conv1 34,944', ['conv1', '34,944']],
    ['test accuracy 91.4 %', ['test accuracy', '91.4 %']],
    ['34,944', undefined],
    ['a sentence that goes on for so long that nobody would take 7 for its value', undefined],
  ])('%s', (text, expected) => {
    const found = besideIn(passage(text));
    expect(found && [found.label.text, found.value.text]).toEqual(expected);
  });
});

describe('words', () => {
  it.each([
    ['100 hidden units', 'hidden units: 100', true],
    ['100 hidden units', '100 hidden layers of two units', false],
    ['layer 1 output', 'layer 1 (conv) output', true],
    ['layer 1 output', 'layer 2 output of 1', false],
    ['number of parameters', 'the total number of trainable params', true],
  ])('of "%s" stand in "%s": %s', (phrase, text, is) => {
    expect(covers(wordsOf(phrase), wordsOf(text))).toBe(is);
  });

  it('say the contrary', () => {
    const says = (text: string, phrase: string) => contradicts(wordsOf(text), wordsOf(phrase));
    expect([says('train accuracy', 'test accuracy'), says('accuracy', 'test accuracy')]).toEqual([true, false]);
    expect(says('without bias', 'FLOPs with bias')).toBe(true);
  });
});

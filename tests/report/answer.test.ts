import { describe, expect, it } from 'vitest';
import { answer, given, sentence } from '../../src/report/html/filters.ts';

describe('an answer', () => {
  it.each(['608', '-1.5', '1/2', 'f*(1 - f)*h', '5*5 + 1 = 26', 'sigmoid(2*x)'])('%s is typeset', (text) => {
    expect(String(answer(text))).toMatch(/^<math>/);
  });
  it.each(['VGG-16', 'GoogLeNet', '28×28×8', '(0, 1)', 'a pooling (2×2'])('%s is words', (text) => {
    expect(String(answer(text))).toBe(`<bdi>${text}</bdi>`);
  });
  it('each line for itself', () =>
    expect(String(answer('6\nVGG-16'))).toBe('<math><mn>6</mn></math><br><bdi>VGG-16</bdi>'));
});

describe('what a student wrote', () => {
  it('is isolated and escaped', () => expect(String(given('<b>&"\''))).toBe('<bdi>&#60;b&#62;&#38;&#34;&#39;</bdi>'));
  it('is cut, and whole in its title', () => {
    const text = String(given(`${'1'.repeat(400)}=2`));
    expect(text).toMatch(/^<bdi title="1{400}=2">1{159}…1{78}=2<\/bdi>$/);
  });
});

describe('a formula in a sentence', () => {
  const z1 = '<math><msub><mi>z</mi><mn>1</mn></msub></math>';
  it.each([
    ['is typeset', 'is `z1` now', `is ${z1} now`],
    ['keeps the full stop on its line', 'is `z1`.', `is <span class="nb">${z1}.</span>`],
    ['and a quotation’s end', '“`z1`”, so', `“<span class="nb">${z1}”,</span> so`],
    ['and leaves the next formula alone', '`z1``.5`', `${z1}<math><mn>.5</mn></math>`],
  ])('%s', (_, text, shown) => expect(String(sentence(text))).toBe(shown));
  it('is shown as it stands where it cannot be read', () => {
    expect(String(sentence('`w(1-y)` & co'))).toBe('<code>w(1-y)</code> &#38; co');
  });
  it('may be an equation', () =>
    expect(String(sentence('`a = 2`'))).toBe('<math><mi>a</mi><mo>=</mo><mn>2</mn></math>'));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula, parsePlain } from '../../src/expressions/plain.ts';
import { print } from '../../src/expressions/print.ts';
import { call, number, power, symbol } from '../../src/expressions/tree.ts';
import { cpuTime } from '../support/cpu.ts';

describe('what is read', () => {
  it.each([
    ['a sum', 'a - b + 2', 'a - b + 2'],
    ['times before plus', 'a + b*c', 'a + b*c'],
    ['brackets', '(a + b)*c', '(a + b)*c'],
    ['brackets that say nothing', '((a)*(b))', 'a*b'],
    ['a power binds tighter than a minus', '-a^2', '-a^2'],
    ['powers from the right', 'a^b^c', 'a^(b^c)'],
    ['a signed exponent', 'e^-x', 'e^(-x)'],
    ['division from the left', 'a/b/c', 'a/b/c'],
    ['a signed factor', 'a*-b', 'a*(-b)'],
    ['two signs', 'a--b', 'a + b'],
    ['signs without end', `a*${'-'.repeat(3001)}b`, 'a*(-b)'],
    ['side by side after a number', '2x', '2*x'],
    ['side by side after a bracket', '(a)(b)', 'a*b'],
    ['a number and a bracket', '2(yhat - y)', '2*(yhat - y)'],
    ['a function', 'sigmoid(x1*w1)', 'sigmoid(x1*w1)'],
    ['a function of two', 'max(a, 0)', 'max(a, 0)'],
    ['an exponent in a number', '1.5e-3*a', '1.5e-3*a'],
    ['dotted names', 'C1.kernel^2', 'C1.kernel^2'],
    ['spaces and a line feed', ' a\n* b ', 'a*b'],
  ])('%s: %s', (_, text, printed) => expect(print(parseFormula(text))).toBe(printed));

  it('into flat lists', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(symbol);
    expect(parseFormula('a*b/c')).toEqual({
      kind: 'product',
      factors: [
        { inverse: false, of: a },
        { inverse: false, of: b },
        { inverse: true, of: c },
      ],
    });
    expect(parseFormula('a - b + c')).toEqual({
      kind: 'sum',
      terms: [
        { negative: false, of: a },
        { negative: true, of: b },
        { negative: false, of: c },
      ],
    });
    expect(parseFormula('exp(a)^2')).toEqual(power(call('exp', symbol('a')), number('2')));
  });
});

describe('what is refused, and where', () => {
  it.each([
    ['nothing', '', 0, /missing/],
    ['only spaces', '   ', 3, /missing/],
    ['a name before a bracket that may be a product', 'w(1 - y)', 0, /write w\*/],
    ['names side by side', 'a b', 2, /not expected/],
    ['a missing bracket', '(a + b', 6, /closing/],
    ['a bracket too many', 'a + b)', 5, /not expected/],
    ['an operator at the end', 'a +', 3, /missing after "\+"/],
    ['two operators', 'a */ b', 3, /missing/],
    ['a sign of no meaning', 'a ? b', 1, /"\?" has no meaning/],
    ['a name that is a method of objects', 'toString(x)', 0, /not a function/],
    ['an equals sign', 'a = b', 1, /no meaning/],
    ['a number after a name', 'a 2', 2, /not expected/],
    ['a comma outside a function', '(a, b)', 2, /closing/],
    ['no argument', 'exp()', 4, /missing/],
  ])('%s: %s', (_, text, at, reason) => {
    const reading = parsePlain(text);
    expect(reading).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    if (!reading.ok) expect(reading.at).toBe(at);
  });

  it.each([
    ['deep brackets', `${'('.repeat(500)}a${')'.repeat(500)}`],
    ['deep powers', `a${'^a'.repeat(500)}`],
    ['too long a text', 'a+'.repeat(50_000)],
  ])('%s, at once', (_, text) => {
    const from = cpuTime();
    expect(parsePlain(text).ok).toBe(false);
    expect(cpuTime() - from).toBeLessThan(200);
  });
});

describe('any text at all is read or refused', () => {
  const piece = fc.constantFrom(...'+-*/^(),. 0123456789eExyw_σ', 'sigmoid', 'max', '__proto__', '\n');
  it.each([
    ['of pieces of formulas', fc.array(piece, { maxLength: 40 }).map((list) => list.join(''))],
    ['of anything', fc.string({ unit: 'binary', maxLength: 60 })],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = parsePlain(text);
        if (reading.ok) return print(reading.tree) === print(parseFormula(print(reading.tree)));
        return reading.reason !== '' && reading.at >= 0 && reading.at <= text.length;
      }),
      { numRuns: 1000 },
    );
  });
});

it('an author is told which formula cannot be read', () => {
  expect(() => parseFormula('a + (b')).toThrow('the formula "a + (b" cannot be read at character 7');
});

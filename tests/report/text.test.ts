import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeText, escapeText, sentenceText } from '../../src/report/markdown/text.ts';
import { counted, listed, plural } from '../../src/report/text/counted.ts';
import { piecesOf, plainText } from '../../src/report/text/sentence.ts';
import { cut, cutMiddle, cutSentences, visible, visibleRecord } from '../../src/report/text/visible.ts';

describe('visible', () => {
  const cases: [string, string, string][] = [
    ['a direction is shown by its code', 'a\u202eb', 'a⟨U+202E⟩b'],
    ['so is an escape', '\u001b[31m', '⟨U+001B⟩[31m'],
    ['and nothing', 'a\u200bb', 'a⟨U+200B⟩b'],
    ['half a character too', 'a\ud800b', 'a⟨U+D800⟩b'],
    ['line feeds stay', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['marks do not pile up', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(4)}`],
    ['letters of all scripts stay', 'Ünïcode, 数, ŷ', 'Ünïcode, 数, ŷ'],
  ];
  it.each(cases)('%s', (_, text, shown) => expect(visible(text)).toBe(shown));

  it('keeps who is meant', () => {
    expect(visibleRecord({ student: 'a\u0007', title: 'a\u0007' })).toEqual({ student: 'a\u0007', title: 'a⟨U+0007⟩' });
  });
});

describe('cut', () => {
  it('leaves what fits', () => expect(cut('12345', 5)).toBe('12345'));
  it('marks what does not', () => expect(cut('123456', 5)).toBe('1234…'));
  it('counts characters, not halves of them', () => expect(cut('😀😀😀', 3)).toBe('😀😀😀'));
  it('keeps what an answer comes to', () => expect(cutMiddle('1+1+1+1+1+1+1=7', 9)).toBe('1+1+1…1=7'));
  it('keeps whole sentences', () =>
    expect(cutSentences('It is 1. It was 2. It will be 3.', 20)).toBe('It is 1. It was 2.'));
  it('keeps the words of a long sentence', () => expect(cutSentences('One two three four', 12)).toBe('One two…'));
  it('leaves sentences that fit', () => expect(cutSentences('It is 1. It was 2.', 18)).toBe('It is 1. It was 2.'));
  it('never cuts one in two', () => expect(cut('😀😀😀😀', 3)).toBe('😀😀…'));
});

describe('sentences', () => {
  it('hold formulas between back-ticks', () => {
    expect(piecesOf('0.2 is `sigmoid(-1)`.')).toEqual([
      { kind: 'words', text: '0.2 is ' },
      { kind: 'formula', text: 'sigmoid(-1)' },
      { kind: 'words', text: '.' },
    ]);
  });
  it('may hold a lone back-tick', () => expect(plainText('a ` b')).toBe('a ` b'));
  it('lose nothing but pairs of back-ticks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plainText(text).replaceAll('`', '')).toBe(visible(text).replaceAll('`', ''));
      }),
    );
  });
});

describe('counting', () => {
  it('in words up to ten', () =>
    expect([counted(1, 'line'), counted(10, 'line'), counted(11, 'line')]).toEqual([
      'one line',
      'ten lines',
      '11 lines',
    ]));
  it('none is many', () => expect(plural(0, 'answer')).toBe('answers'));
  it('lists', () => expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']));
});

describe('Markdown', () => {
  it('text is no markup', () => {
    expect(escapeText('*a* _b_ [c](d) <e> `f` | # &amp;')).toBe(
      '\\*a\\* \\_b\\_ \\[c\\](d) &lt;e\\> \\`f\\` \\| \\# &amp;amp;',
    );
  });
  it('code is fenced by more back-ticks than it holds', () => {
    expect([codeText('a'), codeText('a`b'), codeText('``')]).toEqual(['`a`', '``a`b``', '``` `` ```']);
  });
  it('formulas are code', () => expect(sentenceText('`a*b` is *')).toBe('`a*b` is \\*'));
  it('no text opens an element', () => {
    fc.assert(fc.property(fc.string(), (text) => !escapeText(text).includes('<')));
  });
});

import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/expressions/plain.ts';
import {
  called,
  capital,
  code,
  english,
  listed,
  lowered,
  type Message,
  names,
  ref,
  renamed,
  say,
  sentences,
  withoutStop,
} from '../../src/working/message.ts';

const tree = parseFormula('w*(x + 1)');

describe('a message in English', () => {
  const cases: readonly [id: string, message: Message, text: string][] = [
    ['words', 'A sign was lost.', 'A sign was lost.'],
    ['a formula', say`It is ${tree}.`, 'It is `w*(x + 1)`.'],
    ['a formula first', say`${tree} is missing.`, '`w*(x + 1)` is missing.'],
    [
      'a formula that is called something',
      say`${called('the factor', tree)} is missing.`,
      'The factor `w*(x + 1)` is missing.',
    ],
    [
      'the same within a sentence',
      say`In ${ref('z')}: ${called('the factor', tree)} is missing.`,
      'In `z`: the factor `w*(x + 1)` is missing.',
    ],
    ['a name first keeps its letter', say`${ref('conv3')} is grouped.`, '`conv3` is grouped.'],
    ['text as it stands, without what would end it', say`Read as ${code('a`b')}.`, 'Read as `ab`.'],
    ['a message within a message', say`So: ${say`${ref('a')} is lost`}.`, 'So: `a` is lost.'],
    ['numbers', say`${3} of ${4}`, '3 of 4'],
    ['no names', listed([]), ''],
    ['one name', listed(['a']), '`a`'],
    ['three names', listed(['a', 'b', 'c']), '`a`, `b` and `c`'],
    ['sentences, of which one is absent', sentences('One.', undefined, say`Two ${ref('z')}.`), 'One. Two `z`.'],
    [
      'a sentence that begins with what is called so',
      sentences('One.', say`${called('the term', tree)} is lost.`),
      'One. The term `w*(x + 1)` is lost.',
    ],
    ['in lower case', lowered('The end.'), 'the end.'],
    ['a name in lower case stays', lowered(say`${ref('W')} is lost.`), '`W` is lost.'],
    ['with a capital', capital('the end.'), 'The end.'],
    ['without its full stop', withoutStop(say`It is ${ref('a')}.`), 'It is `a`'],
    ['without one there was none', withoutStop(say`It is ${ref('a')}`), 'It is `a`'],
  ];
  it.each(cases)('%s', (_, message, text) => expect(english(message)).toBe(text));
});

describe('the names in a message', () => {
  const message = say`In ${ref('z')}: ${parseFormula('y')} for ${tree}.`;
  it.each([
    ['a line', 'z', true],
    ['a symbol by itself', 'y', true],
    ['a symbol within a formula', 'x', false],
    ['a word', 'In', false],
  ])('%s', (_, name, found) => expect(names(message, name)).toBe(found));
  it('may be others, in words and formulas of one symbol', () =>
    expect(english(renamed(message, (name) => ({ z: 'shape', y: 'size' })[name]))).toBe(
      'In `shape`: `size` for `w*(x + 1)`.',
    ));
});

import { type Formula, number } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { derivativeFraction } from './derivative.ts';
import type { Token } from './tokens.ts';

/** `\frac{a}{b}`, or the derivative that it is. */
export function fraction(cursor: Cursor, token: Token): Formula {
  const above = part(cursor);
  const below = part(cursor);
  const derived = derivativeFraction(cursor, above, below, token);
  if (derived) return derived;
  const factors = [
    { inverse: false, of: cursor.inner(above) },
    { inverse: true, of: cursor.inner(below) },
  ];
  return { kind: 'product', factors };
}

/** A group in braces, or one digit or letter: `\frac12`. */
function part(cursor: Cursor): readonly Token[] {
  if (cursor.is('{')) return cursor.group();
  const token = cursor.peek;
  if ((token.kind === 'number' || token.kind === 'word') && token.text.length > 1) {
    if (token.kind !== 'number' || token.text.length !== 2) cursor.refuse('write the parts of a fraction in braces');
    // \frac12: one token for two digits.
    const [first = '', second = ''] = token.text;
    cursor.take();
    cursor.pushBack({ ...token, text: second, at: token.at + 1, spaced: false });
    return [{ ...token, text: first }];
  }
  return [cursor.take()];
}

/** `\sqrt[3]{x}` as a power. */
export function root(cursor: Cursor, token: Token): Formula {
  const degree = cursor.is('[')
    ? cursor
        .group()
        .map(({ text }) => text)
        .join('')
    : '2';
  if (!/^[2-9]$/.test(degree)) cursor.refuse('this root is not read; write a power', token.at);
  const fn = cursor.vocabulary.function('sqrt') ?? cursor.refuse('no square root', token.at);
  if (!cursor.is('{', '(') && cursor.peek.kind === 'number' && cursor.peek.text.length > 1)
    cursor.refuse('it is not clear how far the root reaches; write braces');
  const of = cursor.inner(cursor.group());
  return degree === '2' ? { kind: 'call', fn, args: [of] } : { kind: 'power', base: of, exponent: partOf(degree) };
}

const partOf = (whole: string): Formula => ({
  kind: 'product',
  factors: [
    { inverse: false, of: number('1') },
    { inverse: true, of: number(whole) },
  ],
});

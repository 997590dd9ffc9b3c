import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import { accents, keyOf, latin, letterOf, styles } from './vocabulary.ts';

/** The key of a name that stands here without its scripts: a word, a Greek letter, a letter with a mark over it. */
export function plainKey(cursor: Cursor): { key: string; scripts: readonly Token[] } {
  const token = cursor.take();
  if (token.kind === 'word') {
    const whole = keyOf(token.text);
    const cut = token.text.indexOf('_');
    if (cut < 0 || cursor.vocabulary.name(whole) || cursor.vocabulary.function(token.text))
      return { key: whole, scripts: [] };
    const glued = splitNames(cursor.vocabulary, token.text);
    if (glued) {
      const [first = '', ...others] = glued;
      let at = token.at + token.text.length;
      for (const text of others.reverse()) {
        at -= text.length;
        cursor.pushBack({ ...token, text, at, spaced: false });
      }
      return { key: keyOf(first), scripts: [] };
    }
    // In plain text the subscript stands in the same word.
    const after = { ...token, at: token.at + cut + 1, text: token.text.slice(cut + 1) };
    cursor.pushBack({ ...after, kind: /^\d+$/.test(after.text) ? 'number' : 'word' });
    cursor.pushBack({ ...after, kind: 'sign', text: '_', at: token.at + cut });
    return { key: keyOf(token.text.slice(0, cut)), scripts: [] };
  }
  const letter = letterOf(token);
  if (letter) return { key: letter, scripts: [] };
  const inside = cursor.is('{') ? cursor.group() : [cursor.take()];
  const accent = accents.get(token.text) ?? '';
  const cut = inside.findIndex(({ text }) => text === '_' || text === '^');
  const scripts = cut < 0 ? [] : inside.slice(cut);
  const letters = (cut < 0 ? inside : inside.slice(0, cut)).map((one) => {
    if (one.kind === 'word' || one.kind === 'number') return latin(one.text);
    if (letterOf(one)) return letterOf(one);
    if (accents.has(one.text)) return `(${accents.get(one.text)})`;
    if (styles.has(one.text) || '{}'.includes(one.text) || one.text === "'") return one.text === "'" ? 'prime' : '';
    return cursor.refuse(`a name is expected in ${token.text}`, one.at);
  });
  // A mark that stands before its letter goes after it: \hat{\mathbf y}.
  const key = letters.join('').replace(/\((\w+)\)(\p{L}+)/u, '$2$1');
  return { key: key + accent, scripts };
}

/** The names that stand side by side in a word, if there is one way alone to part it: `w_1x_1`. */
function splitNames(vocabulary: Cursor['vocabulary'], text: string): string[] | undefined {
  const ways: string[][] = [];
  const walk = (at: number, pieces: readonly string[]): void => {
    if (ways.length > 1) return;
    if (at === text.length) ways.push([...pieces]);
    for (let end = at + 1; end <= text.length; end++) {
      const piece = text.slice(at, end);
      const isWhole = /^\p{L}.*[^_]$|^\p{L}$/u.test(piece) && text[end] !== '_' && !/\d/.test(text[end] ?? '');
      if (isWhole && vocabulary.name(keyOf(piece))) walk(end, [...pieces, piece]);
    }
  };
  if (text.length <= longestGlued) walk(0, []);
  const [only, second] = ways;
  return only && !second && only.length > 1 ? only : undefined;
}

const longestGlued = 24;

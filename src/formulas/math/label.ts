import { keyOfTokens } from './derivative.ts';
import { closing, opening } from './sides.ts';
import type { Token } from './tokens.ts';
import { accents, keyOf, styles, type Vocabulary } from './vocabulary.ts';

/**
 * The name that stands before the first equals sign: a name, a derivative, a function's sign with its variable. Undefined
 * where the side is a formula, which is compared as the others are.
 */
export function labelOf(side: readonly Token[], vocabulary: Vocabulary): string | undefined {
  const tokens = withoutIndices(side.slice(0, -1));
  const bare = tokens.filter(({ text }) => !fractionSigns.has(text));
  const small = bare.map(
    (token): Token => (token.text === '\\partial' ? { ...token, kind: 'word', text: 'd' } : token),
  );
  const key = keyOfTokens(small);
  if (key === undefined) return undefined;
  if (bare.length < tokens.length) return /^d.*d./.test(key) ? key : undefined;
  const [only, ...more] = stemsOf(tokens);
  if (!only || more.length > 0) return undefined;
  const isProduct = [...only.text].length > 1 && [...only.text].every((one) => vocabulary.name(keyOf(one)));
  return isProduct && !vocabulary.name(key) ? undefined : key;
}

/** `P[i, j]` is called P. */
function withoutIndices(tokens: readonly Token[]): readonly Token[] {
  const isIndexed = tokens[0]?.kind === 'word' && tokens[1]?.text === '[' && tokens.at(-1)?.text === ']';
  const inside = isIndexed ? tokens.slice(2, -1) : [];
  return inside.length > 0 && inside.every(({ kind, text }) => kind !== 'sign' || text === ',')
    ? tokens.slice(0, 1)
    : tokens;
}

const fractionSigns = new Set(['\\frac', '\\dfrac', '\\tfrac', '/']);

/** The letters and words of a side, without those in scripts and brackets. */
function stemsOf(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    const script = ['_', '^'].includes(tokens[i - 1]?.text ?? '');
    const opens = token.text === '(' || (token.text === '{' && script);
    if (opens || (depth > 0 && opening.has(token.text))) depth++;
    else if (depth > 0 && closing.has(token.text)) depth--;
    const isLetter =
      token.kind === 'word' || token.kind === 'number' || (token.kind === 'command' && !styles.has(token.text));
    if (depth === 0 && isLetter && !script && !accents.has(token.text)) found.push(token);
  });
  return found;
}

/** The letters of the last subscript before the equals sign: `i` and `j` of `\\partial L / \\partial W_{ij}`. */
export function indicesBefore(side: readonly Token[]): string[] {
  const cut = side.findLastIndex(({ text }) => text === '_');
  const inWord = side.at(-2)?.kind === 'word' ? /_([a-z]{1,2})$/.exec(side.at(-2)?.text ?? '')?.[1] : undefined;
  if (cut < 0) return [...(inWord ?? '')];
  const letters = side.slice(cut + 1).filter(({ kind }) => kind === 'word');
  return letters.flatMap(({ text }) => [...text]);
}

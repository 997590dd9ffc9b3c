import type { Names } from '../names.ts';
import { type Chain, Refusal, type Refused, type Side } from '../reading.ts';
import { commandFactor } from './commands.ts';
import { Cursor, type Grammar } from './cursor.ts';
import { keyOfTokens } from './derivative.ts';
import { nameFactor } from './name.ts';
import { product, whole } from './sum.ts';
import { type Token, tokensOf } from './tokens.ts';
import { accents, keyOf, styles, type Vocabulary, vocabularyOf } from './vocabulary.ts';

const grammar: Grammar = { whole, product, name: nameFactor, command: commandFactor };

/** The key of a name as it is written anywhere: `\hat{y}`, `\frac{\partial L}{\partial w}`, `dL/dw`. */
export function writtenKey(text: string): string {
  const tokens = tokensOf(text).tokens.filter(({ kind }) => kind !== 'end');
  if (tokens.some(({ text }) => /^\\(?:math)?bf$|^\\bm$|^\\boldsymbol$/.test(text)) && /\{\s*[01]\s*\}/.test(text))
    return `${/[01]/.exec(text)?.[0]}bold`;
  const plain = tokens.filter(({ text }) => !['\\frac', '\\dfrac', '\\tfrac', '/'].includes(text));
  const small = plain.map(
    (token): Token => (token.text === '\\partial' ? { ...token, kind: 'word', text: 'd' } : token),
  );
  return keyOfTokens(small) ?? keyOf(text);
}

/**
 * Reads a formula, or a chain of them with equals signs between, as people and scanners write it in LaTeX or in plain
 * text, in the names of a question. What may mean two things, and every name or command that is not known, is refused
 * with its place.
 */
export function readMath(text: string, names: Names): Chain | Refused {
  try {
    const { tokens, latex } = tokensOf(text);
    const vocabulary = vocabularyOf(names, writtenKey);
    const parts = sidesIn(tokens);
    const [first, ...rest] = parts;
    const label = first && rest.length > 0 && !names.open ? labelOf(first, vocabulary) : undefined;
    const notes: string[] = [];
    const sides = (label === undefined ? parts : rest).map((part) => {
      const cursor = new Cursor(part, latex, vocabulary, grammar);
      const tree = cursor.formula();
      if (cursor.peek.kind !== 'end') cursor.refuse(`${cursor.here} was not expected here`);
      notes.push(...cursor.notes);
      return { tree, from: part[0]?.at ?? 0, to: part.at(-1)?.at ?? text.length } satisfies Side;
    });
    return { ok: true, sides, notes, ...(label !== undefined && { label }) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: Math.min(error.at, text.length) };
    throw error;
  }
}

const equals = new Set(['=', '\\equiv', '\\triangleq', '\\coloneqq']);
const arrows = new Set(['\\to', '\\rightarrow', '\\Rightarrow', '\\implies', '\\longrightarrow', '\\mapsto', '\\iff']);
const opening = new Set(['(', '[', '{', '\\{', '\\lvert', '\\lVert', '\\lfloor', '\\lceil']);
const closing = new Set([')', ']', '}', '\\}', '\\rvert', '\\rVert', '\\rfloor', '\\rceil']);
/** Environments that only set the lines of a chain under each other. */
const layout = /^(?:aligned|align|equation|gather|gathered|split|eqnarray|displaymath|math|alignat|multline)\*?$/;

/** The tokens of each side of the equals signs outside of brackets; each ends with a token of its own. */
function sidesIn(all: readonly Token[]): Token[][] {
  const tokens = laidOut(all);
  const arrow = tokens.find(
    ({ text, spaced }, i) =>
      arrows.has(text) || (text === '>' && !spaced && ['=', '-'].includes(tokens[i - 1]?.text ?? '')),
  );
  if (arrow) throw new Refusal('an arrow does not say what the formula is; write an equals sign', arrow.at);
  const sides: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (token.text === '\\begin' || opening.has(token.text)) depth++;
    if (token.text === '\\end' || closing.has(token.text)) depth--;
    const relation = token.kind === 'sign' && token.text === '=';
    const isEquals = depth === 0 && (relation || (token.kind === 'command' && equals.has(token.text)));
    if (!isEquals || ['<', '>', '!', ':'].includes(tokens[i - 1]?.text ?? '')) {
      if (isEquals && tokens[i - 1]?.text === ':') sides.at(-1)?.pop();
      else {
        sides.at(-1)?.push(token);
        return;
      }
    }
    sides.at(-1)?.push({ kind: 'end', text: 'the end', at: token.at, spaced: false });
    sides.push([]);
  });
  return sides;
}

/** Without the environments, the tabs and the line breaks between the sides of a chain. */
function laidOut(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  const inner: boolean[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '\\begin' || token.text === '\\end') {
      const close = tokens.findIndex((one, at) => at > i && one.text === '}');
      const name = tokens
        .slice(i + 2, close)
        .map(({ text }) => text)
        .join('');
      if (layout.test(name) && inner.length === 0) {
        i = close;
        continue;
      }
      if (token.text === '\\begin') inner.push(true);
      else inner.pop();
    }
    const isBreak = inner.length === 0 && (token.text === '&' || token.text === '\\\\');
    if (isBreak && token.text === '\\\\' && !leadsOn(tokens, i))
      throw new Refusal('two lines stand here; give each its own', token.at);
    if (!isBreak) kept.push(token);
  }
  return kept;
}

/** Does the next line go on with a relation, or is it empty? */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1).find(({ text }) => text !== '&' && text !== '\\\\');
  return (
    next === undefined || next.kind === 'end' || next.text === '\\end' || equals.has(next.text) || next.text === '='
  );
}

/**
 * The name that stands before the first equals sign: a name, a derivative, a function's sign with its variable. Undefined
 * where the side is a formula, which is compared as the others are.
 */
function labelOf(side: readonly Token[], vocabulary: Vocabulary): string | undefined {
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

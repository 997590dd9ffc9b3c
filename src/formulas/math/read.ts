import type { Names } from '../names.ts';
import { type Chain, Refusal, type Refused, type Side, Stranger } from '../reading.ts';
import type { Formula } from '../tree.ts';
import { commandFactor } from './commands.ts';
import { Cursor, type Grammar } from './cursor.ts';
import { keyOfTokens } from './derivative.ts';
import { indicesBefore, labelOf } from './label.ts';
import { withoutMoments } from './moments.ts';
import { nameFactor } from './name.ts';
import { sidesIn } from './sides.ts';
import { product, whole } from './sum.ts';
import { type Token, tokensOf } from './tokens.ts';
import { keyOf, vocabularyOf } from './vocabulary.ts';

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
    const [begin, ...later] = sidesIn(withoutMoments(tokens, vocabulary));
    // An answer may go on where the question ends.
    const parts = later.length > 0 && begin?.length === 1 ? later : [begin ?? [], ...later];
    const [first, ...rest] = parts;
    const label = first && rest.length > 0 && !names.open ? labelOf(first, vocabulary) : undefined;
    const notes: string[] = [];
    const formulas = label === undefined ? parts : rest;
    const sides = formulas.flatMap((part, i): Side[] => {
      const [from, to] = [part[0]?.at ?? 0, part.at(-1)?.at ?? text.length];
      try {
        return [{ tree: sideOf(new Cursor(part, latex, vocabulary, grammar), notes), from, to }];
      } catch (error) {
        // What the formula is called may stand behind it, too.
        const isMeant = i < formulas.length - 1 || (i > 0 && labelOf(part, vocabulary) !== undefined);
        if (!(error instanceof Stranger) || !isMeant || part.some(isProse)) throw error;
        notes.push(`\`${text.slice(from, to).trim()}\` was not read (${error.message})`);
        return [];
      }
    });
    const order = first && rest.length > 0 ? indicesBefore(first) : [];
    return { ok: true, sides, notes, ...(label !== undefined && { label }), ...(order.length > 0 && { order }) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: Math.min(error.at, text.length) };
    throw error;
  }
}

/** Words between formulas may say what the formulas do not. */
const isProse = ({ kind, text }: Token): boolean =>
  ['\\text', '\\mbox', ',', ';', ':'].includes(text) ||
  (kind === 'word' && ['if', 'for', 'where', 'when'].includes(text));

/** One side, read whole. */
function sideOf(cursor: Cursor, notes: string[]): Formula {
  const tree = cursor.formula();
  if (cursor.peek.kind !== 'end') cursor.refuse(`${cursor.here} was not expected here`);
  notes.push(...cursor.notes);
  return tree;
}

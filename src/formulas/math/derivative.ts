import type { DeclaredName } from '../names.ts';
import { type Formula, namesIn, symbol } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { cellOf } from './indices.ts';
import type { Token } from './tokens.ts';
import { accents, keyOf, latin, letterOf, styles } from './vocabulary.ts';

const isSmall = ({ text, kind }: Token): boolean => text === '\\partial' || (kind === 'word' && text === 'd');

/** The key of a name in tokens; undefined where they are more than a name. */
export function keyOfTokens(tokens: readonly Token[]): string | undefined {
  let key = '';
  let accent = '';
  for (const token of tokens) {
    if (accents.has(token.text)) accent = accents.get(token.text) ?? '';
    else if (token.kind === 'word' || token.kind === 'number' || letterOf(token)) {
      key += (letterOf(token) ?? latin(token.text)) + accent;
      accent = '';
    } else if (token.text === "'" || token.text === '\\prime') key += 'prime';
    else if (!styles.has(token.text) && !'{}_^(),'.includes(token.text)) return undefined;
  }
  return key === '' ? undefined : keyOf(key);
}

const isLetterOrMark = ({ text }: Token): boolean => !styles.has(text) && text !== '{' && text !== '}';

/** What a derivative is of or by: the key of `\partial L`, `dL`, `d\hat{y}`; empty for the bare sign. */
function differential(tokens: readonly Token[]): string | undefined {
  const [first, ...more] = tokens.filter(isLetterOrMark);
  if (!first) return undefined;
  if (isSmall(first)) return more.length === 0 ? '' : keyOfTokens(more);
  if (first.kind === 'word' && first.text.startsWith('d') && first.text.length > 1)
    return keyOfTokens([{ ...first, text: first.text.slice(1) }, ...more]);
  return undefined;
}

/** `dL/dw3` in one line, if it is a name of the question, or `d/dx` before brackets. */
export function derivativeName(cursor: Cursor): Formula | undefined {
  const from = cursor.next;
  const first = cursor.peek;
  const begins = first.kind === 'word' ? /^d/.test(first.text) : first.text === '\\partial';
  if (!begins) return undefined;
  const above = upTo(cursor, ['/']);
  if (!above || !cursor.took('/')) return undo(cursor, from);
  const below = upTo(cursor, []);
  const [of, by] = [differential(above), below && differential(below)];
  if (of === undefined || !by) return undo(cursor, from);
  if (of === '') return operator(cursor, by, first);
  const named = gradientName(cursor, of, by);
  if (named) return symbol(named.name);
  const cell = below && cellOfDerivative(cursor, of, below);
  if (cell) return cell;
  if (first.text === '\\partial') cursor.stranger('this derivative is no name of this question', first.at);
  return undo(cursor, from);
}

function undo(cursor: Cursor, from: number): undefined {
  cursor.next = from;
  return undefined;
}

/** The name of a derivative. What is called `dZ` is the derivative of the loss by Z. */
function gradientName({ vocabulary }: Cursor, of: string, by: string): DeclaredName | undefined {
  const isLoss = ['L', 'J', 'C', 'E', 'loss', 'Loss'].includes(of);
  return vocabulary.name(`d${of}d${by}`) ?? (isLoss ? vocabulary.name(`d${by}`) : undefined);
}

/** The tokens of one name, with a d before it. */
function upTo(cursor: Cursor, stops: readonly string[]): Token[] | undefined {
  const found: Token[] = [];
  const isName = (): boolean => {
    const token = cursor.peek;
    return token.kind === 'word' || letterOf(token) !== undefined || accents.has(token.text) || styles.has(token.text);
  };
  if (isSmall(cursor.peek)) found.push(cursor.take());
  if (cursor.is(...stops)) return found;
  if (!isName()) return undefined;
  const first = cursor.take();
  found.push(first);
  if ((accents.has(first.text) || styles.has(first.text)) && cursor.is('{')) {
    const inside = cursor.group();
    found.push(...inside);
  } else if (accents.has(first.text)) found.push(cursor.take());
  while (cursor.is('_', "'")) {
    found.push(cursor.take());
    if (found.at(-1)?.text === '_') found.push(...cursor.group());
  }
  return found;
}

/** `\frac{\partial L}{\partial w}`: a name, or the operator d/dx with what it is applied to. */
export function derivativeFraction(
  cursor: Cursor,
  above: readonly Token[],
  below: readonly Token[],
  at: Token,
): Formula | undefined {
  const [of, by] = [differential(above), differential(below)];
  if (!by) return undefined;
  const startsSo = isSmall(above.find(isLetterOrMark) ?? at) || of !== undefined;
  if (!startsSo) return undefined;
  if (of === '') return operator(cursor, by, at);
  const named = of && gradientName(cursor, of, by);
  if (named) return symbol(named.name);
  const cell = of === undefined ? undefined : cellOfDerivative(cursor, of, below);
  if (cell) return cell;
  const [first, ...rest] = above.filter(({ text }) => !styles.has(text));
  const inside = first && isSmall(first) ? rest : undefined;
  const isName = of !== undefined && !rest.some(({ text }) => text === '(');
  if (!inside || isName || !variable(cursor, by))
    return cursor.stranger('this derivative is no name of this question', at.at);
  return { kind: 'derivative', of: cursor.inner(inside), by: variable(cursor, by) ?? by };
}

/** `\\partial L / \\partial y_i`, where `\\partial L / \\partial y` is an array of the question: one of its cells. */
function cellOfDerivative(cursor: Cursor, of: string, below: readonly Token[]): Formula | undefined {
  const tokens = below.flatMap(parted);
  const cut = tokens.findIndex(({ text }) => text === '_');
  const by = cut < 0 ? undefined : differential(tokens.slice(0, cut));
  const named = by && gradientName(cursor, of, by);
  if (!named || named.shape.every((dim) => dim === '1')) return undefined;
  for (const token of tokens.slice(cut + 1).reverse()) cursor.pushBack(token);
  return cellOf(cursor, symbol(named.name));
}

/** In plain text a subscript stands in the word of its name. */
function parted(token: Token): Token[] {
  const cut = token.kind === 'word' ? token.text.indexOf('_') : -1;
  if (cut < 0) return [token];
  const of = (kind: Token['kind'], text: string): Token => ({ ...token, kind, text });
  return [of('word', token.text.slice(0, cut)), of('sign', '_'), of('word', token.text.slice(cut + 1))];
}

const variable = (cursor: Cursor, key: string): string | undefined => {
  const found = cursor.vocabulary.name(key);
  return found && !found.is && found.shape[0] === '1' && found.shape[1] === '1' ? found.name : undefined;
};

/** d/dx before brackets, a fraction or a function: what it takes in must be plain to see. */
function operator(cursor: Cursor, by: string, at: Token): Formula {
  const name =
    variable(cursor, by) ?? cursor.stranger(`"${by}" is no scalar of this question to differentiate by`, at.at);
  if (!cursor.is('(', '[', '{', '\\frac', '\\dfrac') && !isFunction(cursor))
    cursor.refuse('it is not clear what is differentiated; write brackets', cursor.peek.at);
  const of = powered(cursor, operand(cursor));
  if (cursor.is('/', '^', '_')) cursor.refuse('it is not clear whether this is differentiated too; write brackets');
  return { kind: 'derivative', of, by: name };
}

function operand(cursor: Cursor): Formula {
  const { peek } = cursor;
  if (cursor.is('\\frac', '\\dfrac')) return cursor.grammar.command(cursor);
  if (!isFunction(cursor)) return cursor.inner(cursor.group());
  const isLetter = peek.kind === 'word' || letterOf(peek) !== undefined;
  return isLetter ? cursor.grammar.name(cursor) : cursor.grammar.command(cursor);
}

/** A power belongs to the brackets before it: `d/dx (1 + x)^2`. */
function powered(cursor: Cursor, base: Formula): Formula {
  if (!cursor.is('^')) return base;
  const { next } = cursor;
  cursor.take();
  const exponent = cursor.inner(cursor.group());
  if (exponent.kind !== 'symbol' && !namesIn(exponent).size) return { kind: 'power', base, exponent };
  cursor.next = next;
  return base;
}

const isFunction = ({ peek, vocabulary }: Cursor): boolean =>
  (peek.kind === 'word' || peek.kind === 'command') &&
  vocabulary.function(letterOf(peek) ?? peek.text.replace(/^\\/, '')) !== undefined;

import { spend } from '../exact/budget.ts';

/** A convention and the ways in which people say that they follow it. */
export interface Saying {
  /** Undefined where it changes nothing: what the question says anyway. */
  readonly id?: string;
  /** Words as people write them; `#` is any number: "rounded to # places". */
  readonly ways: readonly string[];
}

/** A convention as somebody stated it. */
export interface Statement {
  readonly id?: string;
  readonly said: string;
}

/** A text without the statements in it; what stood there is blank, so that every other place stays. */
export interface WithoutStatements {
  readonly text: string;
  readonly statements: readonly Statement[];
}

interface Token {
  readonly at: number;
  readonly text: string;
  /** The word without its plural, or the sign itself. */
  readonly key: string;
}

const tokenPattern = /\p{L}+|\d+(?:[.,]\d+)*|[^\s\0]/gu;

/** `Biases` is `bias`, `FLOPs` is `flop`, `ignoring` is `ignored`. */
const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<=s)es$/, '')
    .replace(/(?<![aisu])s$/, '')
    .replace(/(?<=\p{L}{4})(?:ing|ed|e)$/u, '');
const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(keyOf));

/** Words that may stand anywhere in a statement. */
const filler = keysOf('a an the is are was were be been being has have we i all any every each also here');
/** And within one: `multiply-add counted as one operation`. */
const within = new Set([...filler, ...keysOf('counted used taken')]);
/** Words that may stand around one. Whatever else stands there ("not", "only in C1") may turn it into another. */
const around = keysOf(
  `so then with by using use used counting assuming assumption note that convention as in of for to this answer result
  number total overall my our it its and per following parameter trainable operation`,
);
/** Words of a convention that turn another statement into its contrary. */
const turning = keysOf(
  'not no never without neither nor except excluding but only unless if instead other than ignoring',
);
const before = /^[([{,;:.—–]$|^\d/u;
const after = /^[)\]},;:.=—–]$|^\d/u;
const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const separator = /^[,;:.—–]$/u;
const longest = 2_000;

/**
 * Finds the conventions that a text states in words (`61470 (biases ignored)`). A statement is whole: a "not" before it,
 * or any word that nobody expects beside it, makes it none, and it stays where it is.
 */
export function withoutStatements(text: string, sayings: readonly Saying[]): WithoutStatements {
  if (text.length > longest || !/\p{L}{2}/u.test(text)) return { text, statements: [] };
  spend(text.length);
  const tokens = tokensOf(text);
  const statements: Statement[] = [];
  let left = text;
  for (let at = 0; at < tokens.length; at++) {
    const found = statementAt(tokens, at, sayings);
    if (!found) continue;
    const [from, to] = [tokens[found.from]?.at ?? 0, endOf(tokens[found.to - 1])];
    const said = text.slice(tokens[at]?.at, endOf(tokens[found.end - 1])).replaceAll('\0', ' ');
    statements.push({ ...(found.id !== undefined && { id: found.id }), said });
    left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to);
    at = found.to - 1;
  }
  return { text: left, statements };
}

const endOf = (token: Token | undefined): number => (token ? token.at + token.text.length : 0);

/** The tokens of a text without the signs that join or quote words. */
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(tokenPattern)]
    .map((found) => ({ at: found.index, text: found[0], key: keyOf(found[0]) }))
    .filter(({ at, text: one }) => !/^['’`"“”]$/u.test(one) && !(one === '-' && isJoint(text, at)));

const isJoint = (text: string, at: number): boolean => /^\p{L}-\p{L}$/u.test(text.slice(at - 1, at + 2));

interface Span {
  readonly id?: string;
  /** Where the words themselves end. */
  readonly end: number;
  /** With the harmless words around it, and the brackets or the sign that set it apart. */
  readonly from: number;
  readonly to: number;
}

/** The longest statement that begins with the words at a token. */
function statementAt(tokens: readonly Token[], at: number, sayings: readonly Saying[]): Span | undefined {
  let best: Span | undefined;
  for (const { id, ways } of sayings) {
    for (const way of ways) {
      const end = endOfWay(wayOf(way), tokens, at);
      if (end === undefined || end <= (best?.end ?? 0)) continue;
      const span = whole(tokens, at, end, new Set(ways.flatMap((one) => wayOf(one).map(({ key }) => key))));
      if (span) best = { ...(id !== undefined && { id }), end, ...span };
    }
  }
  return best;
}

const ways = new Map<string, readonly Token[]>();

function wayOf(way: string): readonly Token[] {
  const found = ways.get(way) ?? tokensOf(way).filter(({ key }) => !filler.has(key));
  ways.set(way, found);
  return found;
}

/** Where a way of saying that begins with a token ends; undefined where it does not stand there. */
function endOfWay(way: readonly Token[], tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  for (const [i, { key }] of way.entries()) {
    while (i > 0 && tokens[at]?.key !== key && within.has(tokens[at]?.key ?? '')) at++;
    const token = tokens[at];
    if (!token || (key === '#' ? !/^\d/.test(token.text) : token.key !== key)) return undefined;
    at++;
  }
  return way.length > 0 ? at : undefined;
}

/** The statement with what belongs to it; undefined where other words stand beside it. */
function whole(
  tokens: readonly Token[],
  start: number,
  end: number,
  own: ReadonlySet<string>,
): { from: number; to: number } | undefined {
  const isHarmless = (token: Token | undefined): boolean =>
    token !== undefined &&
    (filler.has(token.key) || around.has(token.key) || (own.has(token.key) && !turning.has(token.key)));
  let [from, to] = [start, end];
  while (isWord(tokens[from - 1]) && isHarmless(tokens[from - 1])) from--;
  while (isWord(tokens[to]) && isHarmless(tokens[to])) to++;
  const [left, right] = [tokens[from - 1]?.text, tokens[to]?.text];
  if ((left !== undefined && !before.test(left)) || (right !== undefined && !after.test(right))) return undefined;
  if (left !== undefined && brackets[left] !== undefined)
    return right === brackets[left] ? { from: from - 1, to: to + 1 } : undefined;
  if (left !== undefined && separator.test(left)) return { from: from - 1, to };
  return { from, to: right !== undefined && separator.test(right) ? to + 1 : to };
}

const isWord = (token: Token | undefined): boolean => token !== undefined && /^\p{L}/u.test(token.text);

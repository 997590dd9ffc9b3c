import type { Token } from './token.ts';
import { keyOf, letterOf, type Vocabulary } from './vocabulary.ts';

/** A mark that says at which step a name is meant: the t + 1 of `m_{t+1}`. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly letter: string;
  readonly offset: number;
  /** What it stands at has another value after the step. */
  readonly changes: boolean;
  /** What its value after the step is called, and where the name with its mark begins. */
  readonly after?: string;
  readonly begin: number;
  /** The name, where the mark stands in its word: `m_t`. */
  readonly stem?: string;
}

/**
 * The tokens without the marks of a step, `m_t` as `m`, as far as they say that the values before it are meant; else as they
 * are. Before the equals sign stands what comes of the step.
 */
export function withoutMoments(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  if (!vocabulary.declared.names.some(({ moment }) => moment)) return tokens;
  const marks = tokens.flatMap((_, i) => markAt(tokens, i, vocabulary) ?? []);
  const equals = tokens.findIndex(({ text }) => ['=', '\\gets', '\\leftarrow'].includes(text));
  const [label] = marks.filter(({ from }) => from < equals);
  const right = marks.filter(({ from }) => from > equals);
  const [first] = right;
  const before = label ? label.offset - 1 : Math.min(0, ...right.map(({ offset }) => offset));
  const isAfter = (mark: Mark): boolean => mark !== label && mark.changes && mark.offset === before + 1;
  const isMeant = (mark: Mark): boolean =>
    mark.offset === before ||
    (isAfter(mark) ? mark.after !== undefined : mark.offset === before + 1 && label !== undefined);
  const isOne = marks.every(({ letter }) => letter === first?.letter) && right.every(isMeant);
  return isOne ? marks.reduceRight((all, mark) => without(all, mark, isAfter(mark)), tokens) : tokens;
}

function without(tokens: readonly Token[], mark: Mark, isAfter: boolean): readonly Token[] {
  const { begin, from, to, stem, after } = mark;
  const word = (text: string): Token => ({ ...(tokens[begin] as Token), kind: 'word', text });
  if (isAfter && after !== undefined) return tokens.toSpliced(begin, to - begin, word(after));
  return stem === undefined ? tokens.toSpliced(from, to - from) : tokens.toSpliced(begin, 1, word(stem));
}

function markAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Mark | undefined {
  const token = tokens[at] as Token;
  const cut = token.kind === 'word' ? token.text.indexOf('_') : -1;
  const stem = cut > 0 ? token.text.slice(0, cut) : undefined;
  const name = nameBefore(tokens, stem === undefined ? at - 1 : at, stem, vocabulary);
  if (!name?.moment) return undefined;
  const changes = name.moment === 'changes';
  const after = vocabulary.name(keyOf(`${name.name}t+1`))?.name;
  const about = { changes, ...(after !== undefined && { after }) };
  if (stem !== undefined) {
    const letter = token.text.slice(cut + 1);
    return isFree(letter, vocabulary)
      ? { from: at, begin: at, to: at + 1, letter, offset: 0, ...about, stem }
      : undefined;
  }
  if (token.text !== '_' && token.text !== '^') return undefined;
  const { inside, to } = groupAt(tokens, at + 1);
  const isPower = token.text === '^' && inside[0]?.text !== '(';
  const [letter, sign, one, more] = inside.filter(({ text }) => text !== '(' && text !== ')').map(({ text }) => text);
  if (isPower || letter === undefined || !isFree(letter, vocabulary) || more !== undefined) return undefined;
  if (sign !== undefined && !(one === '1' && (sign === '+' || sign === '-'))) return undefined;
  return { from: at, begin: at - 1, to, letter, offset: sign === undefined ? 0 : Number(`${sign}1`), ...about };
}

/** A letter that stands for nothing else. */
const isFree = (letter: string, vocabulary: Vocabulary): boolean =>
  /^[a-z]$/.test(letter) && !vocabulary.name(letter) && !vocabulary.indices.has(letter);

/** The name that a mark stands at, also through the braces of `\mathbf{m}_t`. */
function nameBefore(tokens: readonly Token[], at: number, stem: string | undefined, vocabulary: Vocabulary) {
  const token = tokens[tokens[at]?.text === '}' ? at - 1 : at];
  const key = stem ?? (token && (letterOf(token) ?? (token.kind === 'word' ? token.text : undefined)));
  return key === undefined ? undefined : vocabulary.name(keyOf(key));
}

/** What stands in braces or brackets, or the one token, and where it ends. */
function groupAt(tokens: readonly Token[], at: number): { inside: readonly Token[]; to: number } {
  const close = { '{': '}', '(': ')' }[tokens[at]?.text ?? ''];
  const end = close === undefined ? at : tokens.findIndex(({ text }, i) => i > at && text === close);
  if (end < 0) return { inside: [], to: at };
  const isBraced = tokens[at]?.text === '{';
  return { inside: tokens.slice(isBraced ? at + 1 : at, isBraced ? end : end + 1), to: end + 1 };
}

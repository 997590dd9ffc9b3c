import { print } from '../expressions/print.ts';
import type { Expression } from '../expressions/tree.ts';

/**
 * One part of a message: words as they stand, the name of a line or a given, or a formula. `called` is what the sentence
 * calls the formula, article and all, so that a working that has words for it can say these instead: "the factor".
 */
export type Part =
  | string
  | { readonly line: string }
  | { readonly formula: Expression; readonly called?: string }
  /** A formula that is there only as text, such as one over arrays. */
  | { readonly code: string };

/** What is said of an answer, as data until the record is written. A text is a message of one part. */
export type Message = string | readonly Part[];

type Sayable = Message | Part | Expression | number;

const isTree = (value: object): value is Expression => 'kind' in value;
const isMessage = (value: Sayable): value is readonly Part[] => Array.isArray(value);

/** The parts of a message, of which no two neighbours are words. */
export const partsOf = (message: Message): readonly Part[] => (typeof message === 'string' ? [message] : message);

/** A message from a template: an expression in it becomes a formula, a message its parts. */
export function say(texts: TemplateStringsArray, ...values: readonly Sayable[]): Message {
  const parts = texts.flatMap((text, i): readonly Part[] => {
    const value = values[i];
    return value === undefined ? [text] : [text, ...partOf(value)];
  });
  return joined(parts);
}

function partOf(value: Sayable): readonly Part[] {
  if (typeof value === 'string' || typeof value === 'number') return [`${value}`];
  if (isMessage(value)) return value;
  return [isTree(value) ? { formula: value } : value];
}

function joined(parts: readonly Part[]): readonly Part[] {
  const made: Part[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part;
    else made.push(part);
  }
  return made;
}

/** The name of a line or a given. */
export const ref = (name: string): Part => ({ line: name });

/** A formula that is there only as text. */
export const code = (text: string): Part => ({ code: text });

/** A formula with what the sentence calls it: `called('the factor', tree)`. */
export const called = (words: string, formula: Expression): Part => ({ formula, called: words });

/** `a`, `b` and `c`. */
export function listed(names: readonly string[]): Message {
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return names.map(ref);
  const before = names.slice(0, -1).flatMap((name, i) => (i > 0 ? [', ', ref(name)] : [ref(name)]));
  return [...before, ' and ', ref(last)];
}

/** Messages one after the other, as sentences. */
export const sentences = (...messages: readonly (Message | undefined)[]): Message =>
  joined(
    messages
      .filter((message) => message !== undefined)
      .map(partsOf)
      .filter((parts) => parts.length > 0)
      .flatMap((parts, i) => (i > 0 ? [' ', ...atStart(parts)] : parts)),
  );

/** Within a sentence: the first word in lower case. */
export function lowered(message: Message): Message {
  const [first, ...rest] = partsOf(message);
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : message;
}

/** Without the full stop at its end. */
export function withoutStop(message: Message): Message {
  const parts = partsOf(message);
  const last = parts.at(-1);
  return typeof last === 'string' && last.endsWith('.') ? [...parts.slice(0, -1), last.slice(0, -1)] : message;
}

/** With a capital at its beginning. */
export function capital(message: Message): Message {
  const [first, ...rest] = partsOf(message);
  return typeof first === 'string' ? [upper(first), ...rest] : message;
}

/** At the beginning of a sentence: what the formula is called, with a capital. */
function atStart(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts;
  return typeof first === 'object' && 'formula' in first && first.called
    ? [{ ...first, called: upper(first.called) }, ...rest]
    : parts;
}

/** Is this line or given named in it? */
export const names = (message: Message, name: string): boolean =>
  partsOf(message).some(
    (part) =>
      typeof part === 'object' &&
      (('line' in part && part.line === name) ||
        ('formula' in part && part.formula.kind === 'symbol' && part.formula.name === name)),
  );

/** The message with every line and given under another name; undefined leaves it as it is. */
export const renamed = (message: Message, by: (name: string) => string | undefined): Message =>
  once(
    partsOf(message).map((part) => {
      if (typeof part !== 'object') return part;
      if ('line' in part) return ref(by(part.line) ?? part.line);
      const own = 'formula' in part && part.formula.kind === 'symbol' ? by(part.formula.name) : undefined;
      return own === undefined ? part : ref(own);
    }),
  );

/** Lines that are now called alike stand once in a list: the cells of one array. */
function once(parts: readonly Part[]): readonly Part[] {
  const isLine = (part: Part | undefined): part is { line: string } => typeof part === 'object' && 'line' in part;
  const kept: Part[] = [];
  for (const part of parts) {
    const [before, between] = kept.slice(-2);
    const repeats = isLine(part) && isLine(before) && part.line === before.line;
    if (repeats && (between === ', ' || between === ' and ')) kept.pop();
    else kept.push(part);
  }
  return kept;
}

/** The message in English, formulas and names between back-ticks. */
export const english = (message: Message): string => atStart(partsOf(message)).map(textOf).join('');

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  if ('line' in part) return `\`${part.line}\``;
  if ('code' in part) return `\`${part.code.replaceAll('`', '')}\``;
  return `${part.called ? `${part.called} ` : ''}\`${print(part.formula)}\``;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { limits } from '../../exact/limits.ts';
import { Refusal, Stranger } from '../reading.ts';
import type { Formula } from '../tree.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

const deepest = limits.nesting;

/** The rules of the grammar that others come back to. */
export interface Grammar {
  whole(cursor: Cursor): Formula;
  product(cursor: Cursor): Formula;
  name(cursor: Cursor): Formula;
  command(cursor: Cursor): Formula;
}

/** Where a reader stands in a text, and what it knows. */
export class Cursor {
  readonly tokens: Token[];
  readonly vocabulary: Vocabulary;
  readonly latex: boolean;
  /** Indices of the sums that it stands in. */
  readonly bound: string[] = [];
  readonly notes: string[] = [];
  /** Signs that open and close alike, and are open here: `|`, `\\|`. */
  readonly bars: string[] = [];
  next = 0;
  private depth = 0;
  readonly grammar: Grammar;

  constructor(tokens: readonly Token[], latex: boolean, vocabulary: Vocabulary, grammar: Grammar) {
    this.tokens = [...tokens];
    this.latex = latex;
    this.vocabulary = vocabulary;
    this.grammar = grammar;
  }

  /** Reads a formula of its own: what stands in brackets. */
  formula(): Formula {
    if (++this.depth > deepest) this.refuse(`nested more than ${deepest} deep`);
    const tree = this.grammar.whole(this);
    this.depth--;
    return tree;
  }

  get peek(): Token {
    return this.tokens[this.next] ?? (this.tokens.at(-1) as Token);
  }

  ahead(n: number): Token {
    return this.tokens[this.next + n] ?? (this.tokens.at(-1) as Token);
  }

  take(): Token {
    const here = this.peek;
    if (here.kind !== 'end') this.next++;
    return here;
  }

  is(...texts: readonly string[]): boolean {
    return this.peek.kind !== 'end' && this.peek.kind !== 'word' && texts.includes(this.peek.text);
  }

  /** Takes a sign if it stands here. */
  took(...texts: readonly string[]): boolean {
    if (!this.is(...texts)) return false;
    this.next++;
    return true;
  }

  expect(text: string): void {
    if (!this.took(text)) this.refuse(`"${text}" is missing here, before ${this.here}`);
  }

  /** Puts a token back in front of what is left. */
  pushBack(token: Token): void {
    this.tokens.splice(this.next, 0, token);
  }

  get here(): string {
    return this.peek.kind === 'end' ? 'the end' : `"${this.peek.text}"`;
  }

  refuse(reason: string, at = this.peek.at): never {
    throw new Refusal(reason, at);
  }

  stranger(reason: string, at: number): never {
    throw new Stranger(reason, at);
  }

  /** The tokens of a group in braces or brackets, or the single token that stands for one. */
  group(): readonly Token[] {
    const open = this.take();
    const close = { '{': '}', '(': ')', '[': ']', '\\{': '\\}' }[open.text];
    if (close === undefined) return [open];
    const from = this.next;
    for (let depth = 1; depth > 0; ) {
      const token = this.take();
      if (token.kind === 'end') this.refuse('a closing bracket is missing');
      if (token.text === open.text) depth++;
      else if (token.text === close) depth--;
    }
    return this.tokens.slice(from, this.next - 1);
  }

  /** Reads other tokens as one formula, with nothing left over. */
  inner(tokens: readonly Token[]): Formula {
    const last = tokens.at(-1);
    const end: Token = {
      kind: 'end',
      text: 'the end',
      at: last ? last.at + last.text.length : this.peek.at,
      spaced: false,
    };
    const cursor = new Cursor([...tokens, end], this.latex, this.vocabulary, this.grammar);
    cursor.bound.push(...this.bound);
    cursor.depth = this.depth;
    const tree = cursor.formula();
    if (cursor.peek.kind !== 'end') cursor.refuse(`${cursor.here} was not expected here`);
    return tree;
  }
}

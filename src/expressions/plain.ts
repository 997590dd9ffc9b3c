import { limits } from '../exact/limits.ts';
import { arityFault, strangerFault } from './functions/faults.ts';
import type { Fn } from './functions/fn.ts';
import { findFunction } from './functions/index.ts';
import { call, type Expression, number, power, symbol } from './tree.ts';

/** The outcome of reading a formula: a tree, or why not and where (a character index). */
export type Reading =
  | { readonly ok: true; readonly tree: Expression }
  | { readonly ok: false; readonly reason: string; readonly at: number };

const longest = limits.formula;
const deepest = limits.nesting;
const token =
  /\s*(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*(?:\[\d+(?:,\d+)?\])?)|([-+*/^(),]))/uy;

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

class Refusal extends Error {
  readonly at: number;
  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

/**
 * Reads the plain notation: `+ - * / ^`, brackets, numbers, names (`W[1,2]` is that of a cell), and the functions of the tree. Side by side means
 * times only where nothing else can be meant: after a number or a closing bracket. A name before a bracket is read
 * only if it is a function; `w(1-y)` is refused, because it may be either. `own` are functions of the author.
 */
export function parsePlain(text: string, own: readonly Fn[] = []): Reading {
  try {
    if (text.length > longest) throw new Refusal(`longer than ${longest} characters`, longest);
    return { ok: true, tree: new Reader(tokens(text), own).whole() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: error.at };
    throw error;
  }
}

/** As `parsePlain`, for formulas an author wrote; throws where the formula cannot be read. */
export function parseFormula(text: string, own: readonly Fn[] = []): Expression {
  const reading = parsePlain(text, own);
  if (!reading.ok)
    throw new Error(`the formula "${text}" cannot be read at character ${reading.at + 1}: ${reading.reason}`);
  return reading.tree;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Refusal(`"${[...text.slice(from).trimStart()][0]}" has no meaning here`, from);
    const [whole, digits, name, sign] = match;
    const at = from + whole.length - whole.trimStart().length;
    if (digits !== undefined) found.push({ kind: 'number', text: digits, at });
    else if (name !== undefined) found.push({ kind: 'name', text: name, at });
    else found.push({ kind: 'sign', text: sign ?? '', at });
  }
  found.push({ kind: 'end', text: 'the end', at: text.length });
  return found;
}

class Reader {
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;
  private readonly own: readonly Fn[];

  constructor(list: readonly Token[], own: readonly Fn[]) {
    this.tokens = list;
    this.own = own;
  }

  whole(): Expression {
    const tree = this.sum();
    if (this.peek.kind !== 'end') this.refuse(`"${this.peek.text}" was not expected here`);
    return tree;
  }

  private sum(): Expression {
    if (++this.depth > deepest) this.refuse(`nested more than ${deepest} deep`);
    const terms = [this.term()];
    while (this.is('+') || this.is('-')) terms.push(this.term());
    this.depth--;
    const [first] = terms;
    return terms.length === 1 && first && !first.negative ? first.of : { kind: 'sum', terms };
  }

  private term() {
    return { negative: this.sign(), of: this.product() };
  }

  private product(): Expression {
    const factors = [{ inverse: false, of: this.power() }];
    for (;;) {
      if (this.is('*') || this.is('/')) factors.push({ inverse: this.take().text === '/', of: this.signed() });
      else if (this.sideBySide()) factors.push({ inverse: false, of: this.power() });
      else break;
    }
    const [first] = factors;
    return factors.length === 1 && first ? first.of : { kind: 'product', factors };
  }

  private sideBySide(): boolean {
    const before = this.tokens[this.next - 1];
    if (before?.text === ')') return this.is('(') || this.peek.kind === 'name' || this.peek.kind === 'number';
    return before?.kind === 'number' && (this.is('(') || this.peek.kind === 'name');
  }

  private signed(): Expression {
    const negative = this.sign();
    const of = this.power();
    return negative ? { kind: 'sum', terms: [{ negative, of }] } : of;
  }

  private sign(): boolean {
    let negative = false;
    while (this.is('+') || this.is('-')) negative = (this.take().text === '-') !== negative;
    return negative;
  }

  private power(): Expression {
    const base = this.primary();
    if (!this.is('^')) return base;
    this.take();
    if (++this.depth > deepest) this.refuse(`nested more than ${deepest} deep`);
    const tree = power(base, this.signed());
    this.depth--;
    return tree;
  }

  private primary(): Expression {
    const here = this.take();
    if (here.kind === 'number') return number(here.text);
    if (here.kind === 'name') return this.is('(') ? this.application(here) : symbol(here.text);
    if (here.text !== '(') throw new Refusal(`a number, a name or a bracket is missing ${this.nearby(here)}`, here.at);
    const inside = this.sum();
    this.close();
    return inside;
  }

  private nearby(here: Token): string {
    const before = here.kind === 'end' ? this.tokens.at(-2) : undefined;
    return before ? `after "${before.text}"` : `before "${here.text}"`;
  }

  private application(name: Token): Expression {
    const fn = findFunction(name.text, this.own);
    if (!fn) throw new Refusal(strangerFault(name.text, this.own), name.at);
    this.take();
    const args = [this.sum()];
    while (this.is(',')) {
      this.take();
      args.push(this.sum());
    }
    this.close();
    const fault = arityFault(fn, args.length);
    if (fault) throw new Refusal(fault, name.at);
    return call(fn, ...args);
  }

  private close(): void {
    if (!this.is(')')) this.refuse('a closing bracket is missing');
    this.take();
  }

  private is(sign: string): boolean {
    return this.peek.kind === 'sign' && this.peek.text === sign;
  }

  private get peek(): Token {
    return this.tokens[this.next] as Token;
  }

  private take(): Token {
    const here = this.peek;
    if (here.kind !== 'end') this.next++;
    return here;
  }

  private refuse(reason: string): never {
    throw new Refusal(reason, this.peek.at);
  }
}

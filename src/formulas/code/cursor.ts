import { limits } from '../../exact/limits.ts';
import { Refusal } from '../reading.ts';
import { below, type Formula } from '../tree.ts';
import type { Scope } from './scope.ts';
import type { CodeToken } from './tokens.ts';

/** Where a reader stands in the tokens of one statement. */
export class CodeCursor {
  readonly tokens: readonly CodeToken[];
  next = 0;
  /** Within an array written out in MATLAB, where blank space parts numbers. */
  inArray = false;
  private depth = 0;
  private readonly grammar: (cursor: CodeCursor, scope: Scope) => Formula;

  constructor(tokens: readonly CodeToken[], grammar: (cursor: CodeCursor, scope: Scope) => Formula) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  /** Reads a value of its own: what stands in brackets. */
  expression(scope: Scope): Formula {
    return this.within(() => this.grammar(this, scope));
  }

  get peek(): CodeToken | undefined {
    return this.tokens[this.next];
  }

  is(...texts: readonly string[]): boolean {
    return this.peek?.kind === 'sign' && texts.includes(this.peek.text);
  }

  take(): CodeToken {
    const here = this.peek ?? this.refuse('something is missing at the end');
    this.next++;
    return here;
  }

  /** Takes a sign if it stands here. */
  took(text: string): boolean {
    if (!this.is(text)) return false;
    this.next++;
    return true;
  }

  expect(text: string): void {
    if (!this.took(text)) this.refuse(`"${text}" is missing here`);
  }

  refuse(reason: string, at?: number): never {
    const last = this.tokens.at(-1);
    throw new Refusal(reason, at ?? this.peek?.at ?? (last ? last.at + last.text.length : 0));
  }

  /** Refuses `a -b` in an array: two numbers to MATLAB, and one to most people. */
  checkSpaces(): void {
    const [before, sign, after] = [this.tokens[this.next - 1], this.peek, this.tokens[this.next + 1]];
    if (!this.inArray || !before || !sign || !after) return;
    const [left, right] = [before.at + before.text.length < sign.at, sign.at + sign.text.length < after.at];
    if (left && !right) this.refuse('write a comma: this may be one number or two');
  }

  /** Reads what stands within something else. */
  within<T>(read: () => T): T {
    if (++this.depth > limits.nesting) this.refuse(`nested more than ${limits.nesting} deep`);
    const found = read();
    this.depth--;
    return found;
  }

  /** Counts what is made, so that names standing for names cannot grow without end. */
  made(tree: Formula): Formula {
    let nodes = 0;
    const count = (node: Formula): void => {
      if (++nodes > limits.nodes) this.refuse('this is too large to be read');
      below(node).forEach(count);
    };
    count(tree);
    return tree;
  }
}

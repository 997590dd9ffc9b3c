/** A piece of a written formula. */
export interface Token {
  readonly kind: 'number' | 'word' | 'command' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
  /** Blank space stands before it. */
  readonly spaced: boolean;
  /** It begins a line. */
  readonly line?: boolean;
}

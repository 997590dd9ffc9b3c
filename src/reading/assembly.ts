import type { Fault } from '../exact/numeral.ts';

type Ended = 'nothing' | 'number' | 'name' | 'bracket' | 'percent';
type Exponent = 'none' | 'bare' | 'bracketed';

/** An open bracket: what closes it, what the closing is in the plain notation, and what was going on outside. */
export interface Bracket {
  readonly closes: string;
  readonly plain: string;
  /** Arguments: a comma may separate. */
  readonly list: boolean;
  /** The numerator of a typeset fraction: a denominator follows. */
  readonly over: boolean;
  readonly slash: boolean;
  readonly exponent: Exponent;
}

/** Thrown by the assembly and the notation; never leaves them. */
export class Refusal extends Error {
  readonly fault: Fault;
  constructor(reason: string, at: number) {
    super(reason);
    this.fault = { reason, at };
  }
}

/**
 * Puts together the plain notation of a formula, piece by piece, and decides where side by side means times: never
 * where it is unclear how far a division or an exponent reaches (`1/2(3)`, `2^3(4)`).
 */
export class Assembly {
  /** What the last piece ended. */
  ended: Ended = 'nothing';
  /** A bracket after a number and a blank was taken for a factor. */
  loose = false;
  /** Blanks stand before what is added next. */
  spaced = false;
  private readonly pieces: { readonly text: string; readonly at: number }[] = [];
  private readonly brackets: Bracket[] = [];
  private slash = false;
  private exponent: Exponent = 'none';

  get bracket(): Bracket | undefined {
    return this.brackets.at(-1);
  }

  operand(text: string, at: number, kind: 'number' | 'name' | 'percent'): void {
    this.loose ||= this.spaced && this.ended === 'bracket' && kind !== 'name';
    this.join(at, kind !== 'name');
    this.push(text, at);
    this.ended = kind;
  }

  open(text: string, at: number, closes: string, { plain = ')', list = false, over = false } = {}): void {
    this.loose ||= this.spaced && this.ended === 'number' && text === '(';
    this.join(at, false);
    if (this.pieces.at(-1)?.text === '^') this.exponent = 'bracketed';
    this.push(text, at);
    this.brackets.push({ closes, plain, list, over, slash: this.slash, exponent: this.exponent });
    this.begin();
  }

  /** Closes the innermost bracket and gives it back. */
  close(sign: string, at: number): Bracket {
    const bracket = this.brackets.pop();
    if (!bracket) throw new Refusal(`"${sign}" closes no bracket`, at);
    if (bracket.closes !== sign) throw new Refusal(`"${sign}" stands where "${bracket.closes}" should close`, at);
    this.push(bracket.plain, at);
    this.slash = bracket.slash;
    this.exponent = bracket.exponent;
    this.ended = 'bracket';
    return bracket;
  }

  /** Opens the denominator of the fraction whose numerator was just closed. */
  denominator(numerator: Bracket, at: number): void {
    this.push('/(', at);
    this.brackets.push({ ...numerator, plain: '))', over: false });
    this.begin();
  }

  operator(sign: string, at: number): void {
    const before = this.pieces.at(-1);
    if (/[+-]/.test(sign) && before && /^[+-]$/.test(before.text) && before.at === at - 1) {
      throw new Refusal(`"${before.text}${sign}": write one sign, or brackets between them`, at - 1);
    }
    if (sign === '^' && this.exponent !== 'none') throw new Refusal('a power of a power needs brackets', at);
    const isSign = this.ended === 'nothing' && /[+-]/.test(sign);
    if (sign === '^') this.exponent = 'bare';
    else if (!isSign) {
      this.slash = sign === '/';
      this.exponent = 'none';
    }
    this.push(sign, at);
    this.ended = 'nothing';
  }

  comma(at: number): void {
    if (!this.bracket?.list) throw new Refusal('a comma has no meaning here; write a decimal point', at);
    this.push(',', at);
    this.begin();
  }

  /** The last piece, as it stands in the plain notation. */
  get last(): string {
    return this.pieces.at(-1)?.text ?? '';
  }

  get text(): string {
    return this.pieces.map((piece) => piece.text).join('');
  }

  /** Where in what was read a position in `text` comes from. */
  origin(index: number): number {
    let end = 0;
    for (const { text, at } of this.pieces) {
      end += text.length;
      if (end > index) return at;
    }
    return this.pieces.at(-1)?.at ?? 0;
  }

  private begin(): void {
    this.slash = false;
    this.exponent = 'none';
    this.ended = 'nothing';
  }

  private push(text: string, at: number): void {
    this.pieces.push({ text, at });
  }

  private join(at: number, digits: boolean): void {
    if (this.ended === 'nothing') return;
    if (this.ended === 'percent') throw new Refusal('"%" may be percent or a remainder; write one number', at);
    if (digits && this.ended === 'number')
      throw new Refusal('two numbers side by side; a sign is missing, or a space is too many', at);
    if (digits && this.ended === 'name') throw new Refusal('a number directly after a name; a sign is missing', at);
    if (this.slash) throw new Refusal('it is unclear how much is divided by; write brackets around it', at);
    if (this.exponent === 'bare')
      throw new Refusal('it is unclear where the exponent ends; write brackets around it', at);
    this.exponent = 'none';
    this.push('*', at);
  }
}

import type { Token } from './token.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁱʲᵏˡᵐⁿᵗˣʸᶻ';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎ᵢⱼₖₗₘₙₜₓₐₑₒₚᵣₛᵤᵥ';
const upper = '0123456789+-()ijklmntxyz';
const lower = '0123456789+-()ijklmntxaeoprsuv';
const fractions: Readonly<Record<string, string>> = { '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4' };

/** Tokens that one or more signs of Unicode stand for, and how many characters these are. */
export interface Made {
  readonly tokens: Token[];
  readonly length: number;
}

/** Raised and lowered signs as a power and a subscript: `x²`, `e⁻ˣ`, `Wᵢⱼ`. */
export function scriptAt(text: string, at: number, spaced: boolean): Made | undefined {
  const here = text[at] ?? '';
  const [signs, plain, mark] = raised.includes(here) ? [raised, upper, '^'] : [lowered, lower, '_'];
  let length = 0;
  while (signs.includes(text[at + length] ?? ' ')) length++;
  if (length === 0) return undefined;
  const written = [...text.slice(at, at + length)].map((one) => plain[signs.indexOf(one)]).join('');
  const of = (kind: Token['kind'], found: string): Token => ({ kind, text: found, at, spaced: false });
  const inside = (written.match(/\d+|[a-z]+|./g) ?? []).map((piece) =>
    of(/\d/.test(piece) ? 'number' : /[a-z]/.test(piece) ? 'word' : 'sign', piece),
  );
  const group = inside.length === 1 ? inside : [of('sign', '{'), ...inside, of('sign', '}')];
  return { tokens: [{ ...of('sign', mark), spaced }, ...group], length };
}

/** ½ as a fraction in brackets. */
export function fractionAt(here: string, at: number, spaced: boolean): Made | undefined {
  const fraction = Object.hasOwn(fractions, here) ? fractions[here] : undefined;
  if (!fraction) return undefined;
  const tokens = [...`(${fraction})`].map(
    (text, i): Token => ({
      kind: /\d/.test(text) ? 'number' : 'sign',
      text,
      at,
      spaced: spaced && i === 0,
    }),
  );
  return { tokens, length: here.length };
}

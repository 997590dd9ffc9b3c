import { limits } from '../../exact/limits.ts';
import { Refusal } from '../reading.ts';
import { fractionAt, type Made, scriptAt } from './raised.ts';
import type { Token } from './token.ts';

export type { Token } from './token.ts';

export const longest = limits.formula;

const number = /(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)/uy;
const scientific = /(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d+(?![\p{L}\d])/uy;
const command = /\\(?:[a-zA-Z]+|.)/uy;
/** In plain text a name goes on over digits and underscores; in LaTeX each letter may be one. Raised letters are none. */
const plainWord = /[\p{Lu}\p{Ll}\p{Lo}][\p{Lu}\p{Ll}\p{Lo}\p{M}\d]*(?:_[\p{Lu}\p{Ll}\p{Lo}\d]+)*/uy;
const latexWord = /[\p{Lu}\p{Ll}\p{Lo}][\p{Lu}\p{Ll}\p{Lo}\p{M}]*/uy;
/** Letters in bold and other type, which Unicode has apart: 𝐖, 𝑥. */
const styled = /[\u{1d400}-\u{1d7cb}]/gu;
const sign = /\*\*|!=|\.\.|\.[*/^]|[-+*/^_(){}[\],|=<>&'!.;:%~@]/uy;
const unicode: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '×': '\\times',
  '∗': '*',
  '÷': '/',
  '⊙': '\\odot',
  '∘': '\\odot',
  '∂': '\\partial',
  '√': '\\sqrt',
  '∑': '\\sum',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '′': "'",
  '’': "'",
  '⊤': '\\transpose',
  '∇': '\\nabla',
  '←': '\\gets',
  '≡': '=',
  '→': '\\to',
  '⇒': '\\to',
  '⟹': '\\to',
  '‖': '\\|',
  '𝟙': '\\indicator',
  '𝟏': '\\indicator',
};
/** Space, and marks of layout that change no meaning. */
const nothing: ReadonlySet<string> = new Set(
  '\\, \\; \\: \\! \\quad \\qquad \\left \\right \\limits \\nolimits \\displaystyle \\textstyle \\big \\Big \\bigl \\bigr \\Bigl \\Bigr \\bigg \\Bigg \\biggl \\biggr \\nonumber \\notag \\( \\) \\[ \\] \\thinspace \\middle'
    .split(' ')
    .concat('\\ '),
);

/** A text of maths in tokens; Unicode signs become the commands that they stand for. */
export function tokensOf(written: string): { readonly tokens: readonly Token[]; readonly latex: boolean } {
  // A raised T is a letter to Unicode, and would be part of the name before it.
  const text = written.replaceAll('ᵀ', '⊤');
  if (text.length > longest) throw new Refusal(`longer than ${longest} characters`, longest);
  const latex = text.includes('\\');
  const tokens: Token[] = [];
  let spaced = false;
  let line = false;
  for (let at = 0; at < text.length; ) {
    const here = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (/[\s$\u200b\u2061\u2062~]/u.test(here)) {
      spaced = true;
      if (here === '\n') line = true;
      at += here.length;
      continue;
    }
    const special: Made | undefined = scriptAt(text, at, spaced) ?? fractionAt(here, at, spaced);
    if (special?.tokens[0]?.text === '(' && tokens.at(-1)?.kind === 'number')
      throw new Refusal('a whole number and a fraction: write a sum or a product', at);
    const made: readonly Token[] = special?.tokens ?? [tokenAt(text, at, latex, spaced, here)];
    const [first] = made;
    if (!nothing.has(first?.text ?? '')) {
      tokens.push(...made.map((token, i) => (line && i === 0 ? { ...token, line } : token)));
      line = false;
    }
    spaced = !!(first?.text !== undefined && nothing.has(first.text));
    at += special?.length ?? lengthAt(text, at, latex, here);
  }
  tokens.push({ kind: 'end', text: 'the end', at: text.length, spaced });
  return { tokens: withoutPunctuation(tokens), latex };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function tokenAt(text: string, at: number, latex: boolean, spaced: boolean, here: string): Token {
  const of = (kind: Token['kind'], found: string): Token => ({ kind, text: found, at, spaced });
  if (here in unicode) {
    const meant = unicode[here] ?? here;
    return of(meant.startsWith('\\') ? 'command' : 'sign', meant);
  }
  const digits = numberAt(text, at, latex);
  if (digits !== undefined) return of('number', digits.replaceAll(',', ''));
  const name = matchAt(command, text, at);
  if (name !== undefined) return of('command', name);
  const word = matchAt(latex ? latexWord : plainWord, text, at);
  if (word !== undefined)
    return of(
      'word',
      word.normalize('NFC').replace(styled, (one) => one.normalize('NFKC')),
    );
  const mark = matchAt(sign, text, at);
  if (mark !== undefined) return of('sign', mark === '**' ? '^' : mark);
  throw new Refusal(`"${here}" has no meaning here`, at);
}

function numberAt(text: string, at: number, latex: boolean): string | undefined {
  const wide = matchAt(scientific, text, at);
  if (wide !== undefined) {
    if (latex) throw new Refusal(`"${wide}" may be a power of ten or a product with e; write 10^{…}`, at);
    return wide;
  }
  return matchAt(number, text, at);
}

function lengthAt(text: string, at: number, latex: boolean, here: string): number {
  if (here in unicode) return here.length;
  const found =
    numberAt(text, at, latex) ??
    matchAt(command, text, at) ??
    matchAt(latex ? latexWord : plainWord, text, at) ??
    matchAt(sign, text, at);
  return found?.length ?? here.length;
}

/** A full stop or a comma at the end belongs to the sentence. */
function withoutPunctuation(tokens: readonly Token[]): Token[] {
  const kept = [...tokens];
  while (kept.length > 1 && ['.', ',', ';'].includes(kept.at(-2)?.text ?? '')) kept.splice(-2, 1);
  return kept;
}

/** The tokens between commas, or between another sign, outside of brackets. */
export function apart(tokens: readonly Token[], by = ','): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text)) depth--;
    if (token.text === by && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

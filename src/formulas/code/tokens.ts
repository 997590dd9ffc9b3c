import { limits } from '../../exact/limits.ts';
import { Refusal } from '../reading.ts';

export type Dialect = 'matlab' | 'numpy';

export interface CodeToken {
  readonly kind: 'number' | 'name' | 'sign' | 'line' | 'end';
  readonly text: string;
  readonly at: number;
  /** Directly after what stands before it: what a MATLAB quote needs to be a transposition. */
  readonly tight: boolean;
}

const longest = limits.formula;
const mostTokens = limits.tokens;

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/uy;
/** A path into a structure is one name: `net.layers{i}.params.(s)`. */
const name = /[\p{L}_][\p{L}\d_]*(?:\{[\p{L}\d_]+\}|\.\([\p{L}_]+\)|\.[\p{L}_][\p{L}\d_]*)*/uy;
const sign = /\.\*|\.\/|\.\^|\.'|\*\*|<=|>=|==|~=|!=|\+=|-=|\*=|\/=|[-+*/^@()[\],=<>;:'~&|%#\\!?{}.]/uy;

/** What tells the two dialects apart where nothing is said. */
export function dialectOf(text: string): Dialect | undefined {
  const bare = text.replace(/#[^\n]*/g, '');
  const isMatlab = /\.\*|\.\/|\.\^|[\p{L}\d)\]]'|\bsize\(|%|\.\(|\{/u.test(bare);
  const isNumpy =
    /@|\*\*|\bnp\.|\bnumpy\.|\btorch\.|\bF\.|\.T\b|\baxis=|\bdim=|\.shape\b|\.dot\(|\.sum\(|\.mean\(/u.test(bare);
  if (isMatlab && isNumpy) throw new Refusal('this mixes MATLAB and NumPy', 0);
  return isMatlab ? 'matlab' : isNumpy ? 'numpy' : undefined;
}

function at(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}

/** Code in tokens, without comments; a line goes on in the next after `...`, a backslash or within brackets. */
export function codeTokens(text: string, dialect: Dialect): CodeToken[] {
  if (text.length > longest) throw new Refusal(`longer than ${longest} characters`, longest);
  const tokens: CodeToken[] = [];
  let depth = 0;
  for (let from = 0; from < text.length; ) {
    const here = text[from] ?? '';
    const tight = from > 0 && !/[\s,;(=+\-*/]/.test(text[from - 1] ?? ' ');
    const goesOn = /^(?:\.\.\.|\\dots)[^\n]*(?:\n|$)|^\\\r?\n/u.exec(text.slice(from, from + 200))?.[0];
    if (goesOn !== undefined) from += goesOn.length;
    else if (here === '\\' && '{}_'.includes(text[from + 1] ?? ' '))
      throw new Refusal('a backslash has no meaning here', from);
    else if (here === '\n' || (here === ';' && depth === 0)) {
      if (depth === 0) tokens.push({ kind: 'line', text: here, at: from, tight });
      from++;
    } else if (/\s/.test(here)) from++;
    else if (here === '#' || (here === '%' && dialect === 'matlab'))
      while (from < text.length && text[from] !== '\n') from++;
    else {
      const digits = at(number, text, from);
      const word = digits === undefined ? at(name, text, from) : undefined;
      const mark = at(sign, text, from);
      const found = digits ?? word ?? mark;
      if (found === undefined || here === '"') throw new Refusal(`"${here}" has no meaning here`, from);
      if ('([{'.includes(found)) depth++;
      if (')]}'.includes(found)) depth--;
      tokens.push({ kind: digits ? 'number' : word ? 'name' : 'sign', text: found, at: from, tight });
      from += found.length;
    }
    if (tokens.length > mostTokens) throw new Refusal('this is too long to be read', from);
  }
  tokens.push({ kind: 'end', text: 'the end', at: text.length, tight: false });
  return tokens;
}

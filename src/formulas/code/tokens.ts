import { limits } from '../../exact/limits.ts';
import { Refusal } from '../reading.ts';

export type Dialect = 'matlab' | 'numpy';

export interface CodeToken {
  /** A `text` is a word in quotes. */
  readonly kind: 'number' | 'name' | 'sign' | 'text' | 'line' | 'end';
  readonly text: string;
  readonly at: number;
  /** Directly after what stands before it: what a MATLAB quote needs to be a transposition. */
  readonly tight: boolean;
}

const longest = limits.formula;
const mostTokens = limits.tokens;

const number = /(?:\d+(?:\.\d+|\.(?![\p{L}_*/^'.]))?|\.\d+)(?:[eE][+-]?\d+)?/uy;
/** Python's numbers may end with their point: `1./m`. */
const pythonNumber = /(?:\d+(?:\.\d+|\.(?![\p{L}_.]))?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const quoted = /'[a-z]{1,10}'/uy;
/** What einsum is told: `'ij,jk->ik'`. */
const pattern = /'[a-z, >-]{1,40}'|"[a-z, >-]{1,40}"/uy;
const quotes = /([(,=]\s?)(?:'[\w, >-]{0,40}'|"[\w, >-]{0,40}")/gu;
/** A path into a structure is one name: `net.layers{i}.params.(s)`. */
const name = /[\p{L}_][\p{L}\d_]*(?:\{[\p{L}\d_]+\}|\.\([\p{L}_]+\)|\.[\p{L}_][\p{L}\d_]*)*/uy;
const sign = /\.\*|\.\/|\.\^|\.'|\*\*|<=|>=|==|~=|!=|\+=|-=|\*=|\/=|[-+*/^@()[\],=<>;:'~&|%#\\!?{}.]/uy;

/** What stands in one of the languages alone. */
const ofMatlab =
  /(?<!\d)\.\*|(?<!\d)\.\/|(?<!\d)\.\^|[\p{L}\d)\]]'|\bsize\(|%|\.\(|\{|\b(?:repmat|bsxfun|ind2vec|full|sparse|numel)\(|\(\s?:|,\s?:\s?\)/u;
const ofNumpy =
  /@(?![\p{L}])|\*\*|\b(?:np|numpy|torch|F)\.|\.(?:T|shape)\b|\b(?:axis|dim|keepdims)=|\.(?:dot|sum|mean|reshape|ravel)\(|[\p{L}\d_]\[\s?:|,\s?:\s?\]/u;

/** What tells the two dialects apart where nothing is said. */
export function dialectOf(text: string): Dialect | undefined {
  const bare = text.replace(/#[^\n]*/g, '').replace(quotes, '$1');
  const [isMatlab, isNumpy] = [ofMatlab.test(bare), ofNumpy.test(bare)];
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
  const open: string[] = [];
  for (let from = 0; from < text.length; ) {
    const here = text[from] ?? '';
    const tight = from > 0 && !/[\s,;(=+\-*/]/.test(text[from - 1] ?? ' ');
    const goesOn = /^(?:\.\.\.|\\dots)[^\n]*(?:\n|$)|^\\\r?\n/u.exec(text.slice(from, from + 200))?.[0];
    if (goesOn !== undefined) from += goesOn.length;
    else if (here === '\\' && '{}_'.includes(text[from + 1] ?? ' '))
      throw new Refusal('a backslash has no meaning here', from);
    else if (here === '\n' || (here === ';' && open.length === 0)) {
      if (open.length === 0) tokens.push({ kind: 'line', text: here, at: from, tight });
      // Within the brackets of an array MATLAB begins a new row.
      else if (open.at(-1) === '[' && dialect === 'matlab' && !'[;,'.includes(tokens.at(-1)?.text ?? ''))
        tokens.push({ kind: 'sign', text: ';', at: from, tight: false });
      from++;
    } else if (/\s/.test(here)) from++;
    else if (here === '#' || (here === '%' && dialect === 'matlab'))
      while (from < text.length && text[from] !== '\n') from++;
    else {
      const digits = at(dialect === 'numpy' ? pythonNumber : number, text, from);
      const word = digits === undefined ? at(name, text, from) : undefined;
      const words = tight ? undefined : at(dialect === 'matlab' ? quoted : pattern, text, from);
      const found = digits ?? word ?? words ?? at(sign, text, from);
      if (found === undefined) throw new Refusal(`"${here}" has no meaning here`, from);
      if ('([{'.includes(found)) open.push(found);
      if (')]}'.includes(found)) open.pop();
      const kind = digits ? 'number' : word ? 'name' : words ? 'text' : 'sign';
      tokens.push({ kind, text: words ? words.slice(1, -1) : found, at: from, tight });
      from += found.length;
    }
    if (tokens.length > mostTokens) throw new Refusal('this is too long to be read', from);
  }
  tokens.push({ kind: 'end', text: 'the end', at: text.length, tight: false });
  return tokens;
}

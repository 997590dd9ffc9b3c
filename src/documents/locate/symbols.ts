import { unmarked } from '../passage.ts';

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

function latin(letter: string): string {
  const word = greek[letter.toLowerCase().charCodeAt(0) - 0x3b1] ?? letter;
  return letter === letter.toLowerCase() ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

const dress =
  /\\(?:left|right|big|Big|bigg|Bigg|displaystyle|textstyle|mathbf|mathbb|boldsymbol|bm|mathrm|mathit|mathsf|mathcal|textbf|textit|textrm|texttt|mathtt|text|operatorname|mbox|vec|rm|bf|limits|,|;|!|:|quad|qquad)(?![a-zA-Z])\*?/g;
const small = /^(?:\\partial(?![a-zA-Z])|∂|\\mathrm\{d\}|\\delta(?![a-zA-Z])|d)/;
const part = /^(?:[^{}/=+]|\{[^{}]*\})+$/;
const fraction = /^\\[dt]?frac\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}(.*)$/s;
const quotient = /^((?:[^{}/=+]|\{[^{}]*\})+)\/((?:[^{}/=+]|\{[^{}]*\})+)$/;
const nabla = /^(?:\\nabla|∇)\s*(?:_\s*)?(?:\{((?:[^{}/=+]|\{[^{}]*\})+)\}|((?:[^\s{}/=+]|\{[^{}]*\})+))\s(.+)$/s;

const longest = 160;

/**
 * A symbol in one spelling, whatever people wrote: `\frac{\partial L}{\partial \hat{y}}`, `dL/dŷ` and `dL_dyhat` are
 * `dL_dyhat`, `z_{1}` is `z1`. Empty where the text is no symbol (a sum, a sentence).
 */
export function symbolKey(text: string): string {
  const flat = unmarked(text).trim();
  if (flat === '' || flat.length > longest) return '';
  const bare = flat.replace(dress, ' ').trim();
  const derivative = derivativeIn(bare);
  if (!derivative) return letters(bare);
  const [above, below] = [symbolKey(derivative.of), symbolKey(derivative.by)];
  return above && below ? `d${above}_d${below}` : '';
}

interface Derivative {
  readonly of: string;
  readonly by: string;
}

/** What is derived, and by what: a fraction of two differentials, one before what it is applied to, or a gradient. */
function derivativeIn(bare: string): Derivative | undefined {
  const [, top, bottom, rest = ''] = fraction.exec(bare) ?? quotient.exec(bare) ?? [];
  if (top !== undefined && bottom !== undefined) {
    const of = rest === '' ? behindD(top) : behindD(top) === '' ? rest : '';
    const by = behindD(bottom);
    return of && by && (rest !== '' || part.test(of)) && part.test(by) ? { of, by } : undefined;
  }
  const [, braced, plain, of] = nabla.exec(bare) ?? [];
  return of ? { of, by: braced ?? plain ?? '' } : undefined;
}

/** `L` of `\partial L`; undefined where there is no d. */
function behindD(given: string): string | undefined {
  const text = given.trim();
  const found = small.exec(text)?.[0];
  return found === undefined ? undefined : text.slice(found.length).trim();
}

function letters(bare: string): string {
  // Two words are a phrase.
  if (/(?<![\\\p{L}])\p{L}{2,}[\s{}]+\p{L}{2,}/u.test(bare)) return '';
  const plain = bare
    .normalize('NFC')
    .replace(/\\(?:wide)?hat\s*(?:\{\s*)?(\\?\p{L}+)\s*\}?/gu, '$1hat')
    .replace(/\\(?:bar|overline|tilde|widetilde)\s*(?:\{\s*)?(\\?\p{L}+)\s*\}?/gu, '$1bar')
    .replace(/ŷ/g, 'yhat')
    .replace(/\^\s*(?:\{\s*(new|old|\\prime|\+)\s*\}|(\\prime))/g, (_, a?: string, b?: string) =>
      (a ?? b) === 'new' || a === '+' ? 'new' : a === 'old' ? 'old' : "'",
    )
    .replace(/[₀-₉]/g, (digit) => digit.normalize('NFKC'))
    .replace(/[\u0370-\u03ff]/g, latin)
    .replace(/[\\{}\s$`*]/g, '')
    // Between two digits it tells `conv1_2` from `conv12`.
    .replace(/(?<!\d)_|_(?!\d)/g, '')
    .replace(/′/g, "'");
  return /^\p{L}[\p{L}\p{N}'^()[\],.#_-]*$/u.test(plain) && balanced(plain) ? plain : '';
}

const balanced = (text: string): boolean => (text.match(/\(/g) ?? []).length === (text.match(/\)/g) ?? []).length;

/** The symbol without its arguments: `L(y,yhat)` is L where it stands before an equals sign. */
export const withoutArguments = (key: string): string => /^([^()]+)\([\p{L}\d,']*\)$/u.exec(key)?.[1] ?? '';

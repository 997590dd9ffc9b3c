/** A symbol as the field writes it: `w2_new` is a w with subscript 2 and superscript new. */
export type Name =
  | {
      readonly kind: 'letter';
      readonly letter: string;
      readonly hat: boolean;
      readonly below: string;
      readonly above: string;
    }
  | { readonly kind: 'derivative'; readonly of: Name; readonly by: Name }
  | { readonly kind: 'cell'; readonly of: Name; readonly at: string }
  | { readonly kind: 'member'; readonly of: Name; readonly text: string }
  | { readonly kind: 'word'; readonly text: string };

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  eps: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  psi: 'ψ',
  omega: 'ω',
};

const letterPattern = new RegExp(
  `^(${Object.keys(greek).join('|')}|\\p{L})(_?hat)?_?(\\d*)(?:_([\\p{L}\\d]{1,2}|new|old|batch|max|min|in|out))?$`,
  'u',
);

/** `W[1,2]`: a cell of an array. */
const cellPattern = /^([^[\]]+)\[(\d+(?:,\d+)?)\]$/u;

/** How a symbol is to be written, by rule: `yhat`, `a1`, `dL_dyhat`, `eta`; whatever fits no rule is a word. */
export function readName(name: string): Name {
  const [, of, at] = cellPattern.exec(name) ?? [];
  if (of !== undefined && at !== undefined) return { kind: 'cell', of: readName(of), at };
  const bar = name.startsWith('d') ? name.indexOf('_d', 2) : -1;
  const [above, below] = bar > 0 ? [readLetter(name.slice(1, bar)), readLetter(name.slice(bar + 2))] : [];
  if (above && below) return { kind: 'derivative', of: above, by: below };
  return readLetter(name) ?? readMember(name) ?? { kind: 'word', text: name };
}

/** `C1.filters`: what belongs to a letter. */
function readMember(name: string): Name | undefined {
  const dot = name.indexOf('.');
  const of = dot > 0 ? readLetter(name.slice(0, dot)) : undefined;
  return of && { kind: 'member', of, text: name.slice(dot) };
}

function readLetter(name: string): Name | undefined {
  const match = letterPattern.exec(name);
  if (!match) return undefined;
  const [, stem = '', hat, digits = '', suffix = ''] = match;
  const raised = suffix === 'new' || suffix === 'old';
  const below = [digits, raised ? '' : suffix].filter((part) => part !== '').join(',');
  return { kind: 'letter', letter: greek[stem] ?? stem, hat: hat !== undefined, below, above: raised ? suffix : '' };
}

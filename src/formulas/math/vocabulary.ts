import type { Fn } from '../../expressions/functions/fn.ts';
import { findFunction, wordsFor } from '../../expressions/functions/index.ts';
import type { DeclaredName, Names } from '../names.ts';
import type { Token } from './tokens.ts';

const greek: ReadonlyMap<string, string> = new Map(
  'α alpha,β beta,γ gamma,δ delta,ε epsilon,ϵ epsilon,ζ zeta,η eta,θ theta,ι iota,κ kappa,λ lambda,μ mu,ν nu,ξ xi,π pi,ρ rho,σ sigma,ς sigma,τ tau,φ phi,ϕ phi,χ chi,ψ psi,ω omega,Σ Sigma,Δ Delta,Φ Phi,Ψ Psi,Ω Omega,Γ Gamma,Θ Theta,Λ Lambda,ŷ yhat,x̂ xhat,x̄ xbar,ȳ ybar,ℒ L,ℓ ell'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Letters that LaTeX has commands for, by the name of the letter. */
const letterCommand =
  /^\\(?:var)?(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Sigma|Delta|Phi|Psi|Omega|Gamma|Theta|Lambda|ell)$/;
/** Marks over a letter that make it another name. */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\\hat': 'hat',
    '\\widehat': 'hat',
    '\\bar': 'bar',
    '\\overline': 'bar',
    '\\tilde': 'tilde',
    '\\widetilde': 'tilde',
    '\\dot': 'dot',
  }),
);
/** Commands that only change the look of what they hold. */
export const styles: ReadonlySet<string> = new Set(
  'mathbf boldsymbol bm vec mathrm text mathcal mathit mathsf operatorname textbf textit rm bf mathbb textrm pmb mathscr symbf bold mathnormal'
    .split(' ')
    .map((name) => `\\${name}`),
);

/** A letter or word as the key of a name has it: Greek in Latin letters. */
export const latin = (text: string): string =>
  greek.get(text.normalize('NFC')) ?? [...text].map((c) => greek.get(c) ?? c).join('');

export const letterOf = (token: Token): string | undefined =>
  token.kind === 'command' ? letterCommand.exec(token.text)?.[1] : undefined;

/** What tells names apart: underscores, braces and commas do not. */
export const keyOf = (name: string): string =>
  latin(name)
    .replace(/[\s_{},\\()[\]^]/g, '')
    .replaceAll("'", 'prime');

/** The names, functions and indices of a question, for a reader. */
export class Vocabulary {
  private readonly names = new Map<string, DeclaredName>();
  private readonly functions: ReadonlyMap<string, Fn>;
  readonly indices: ReadonlyMap<string, string>;
  readonly declared: Names;

  constructor(declared: Names, written: (text: string) => string) {
    this.declared = declared;
    for (const name of declared.names) {
      this.names.set(keyOf(name.name), name);
      for (const other of name.written ?? []) this.names.set(written(other), name);
    }
    const own = declared.functions ?? [];
    const words = Object.entries(declared.words ?? {}).flatMap(([word, name]) => {
      const fn = findFunction(name, own);
      return fn ? [[word, fn] as const] : [];
    });
    const unclear = Object.entries(declared.words ?? {}).flatMap(([word, name]) => (name === '' ? [word] : []));
    const known = [...wordsFor('plain', own), ...wordsFor('latex', own), ...words];
    this.functions = new Map(known.filter(([word]) => !unclear.includes(word)));
    this.indices = new Map(Object.entries({ ...declared.indices, ...declared.fixed }));
  }

  name(key: string): DeclaredName | undefined {
    return this.names.get(key);
  }

  function(word: string): Fn | undefined {
    return this.functions.get(word) ?? this.functions.get(latin(word));
  }

  /** Does any declared name begin so? */
  begins(key: string): boolean {
    return [...this.names.keys()].some((name) => name.startsWith(key) && name !== key);
  }
}

const vocabularies = new WeakMap<Names, Vocabulary>();

/** The vocabulary of a question, made once. */
export function vocabularyOf(names: Names, written: (text: string) => string): Vocabulary {
  const found = vocabularies.get(names) ?? new Vocabulary(names, written);
  vocabularies.set(names, found);
  return found;
}

import { readMath } from '../formulas/math/read.ts';
import type { DeclaredName, NameDomain, Names } from '../formulas/names.ts';
import type { Formula } from '../formulas/tree.ts';

/** A name of a question about formulas, as an author writes it. */
export type DeclaredSymbol =
  | string
  | {
      /** `n×m`, `n×1`; a scalar is `1×1`. */
      readonly shape: string;
      readonly domain?: NameDomain;
      /** How else it is written: `\\frac{\\partial L}{\\partial y}`. */
      readonly written?: readonly string[];
      /** It has a value for each step, and what is asked comes of one: does the step change it too? `m_t`, `g^{(t)}`. */
      readonly moment?: 'changes' | 'stays';
      /** What code calls the vector of class numbers that a one-hot array is made of: `['labels']`. */
      readonly classes?: readonly string[];
      /** What it is, in names declared before it. */
      readonly is?: string;
    };

/** What formulas of a question are about. */
export interface DeclaredFormulas {
  /** Each name with its shape, or with all that is to be said of it: `{ W: 'n×m', x: 'm×1' }`. */
  readonly symbols: Readonly<Record<string, DeclaredSymbol>>;
  /** What each index runs over: `{ i: 'n' }`. */
  readonly indices?: Readonly<Record<string, string>>;
  /** Indices that stand for one place: `{ c: 'n' }` for the right class. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What words mean here that may mean several functions: `{ log: 'ln' }`; one that stays unclear is refused: `{ sigma: '' }`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Reads a formula that an author wrote; throws where it cannot be read. */
export function authorsFormula(text: string, names: Names): Formula {
  const read = readMath(text, names);
  if (!read.ok) throw new Error(`the formula "${text}" cannot be read at character ${read.at + 1}: ${read.reason}`);
  const [side, more] = read.sides;
  if (!side || more || read.label !== undefined) throw new Error(`one formula is wanted, without a name: "${text}"`);
  return side.tree;
}

/** The names of a declaration. Throws where it contradicts itself. */
export function declaredNames(
  { symbols, indices, fixed, words }: DeclaredFormulas,
  functions: Names['functions'] = [],
): Names {
  const names: DeclaredName[] = [];
  const common = { ...(indices && { indices }), ...(fixed && { fixed }), ...(words && { words }), functions };
  for (const [name, declared] of Object.entries(symbols)) {
    const { shape, is, ...about } = typeof declared === 'string' ? { shape: declared } : { is: undefined, ...declared };
    const [rows, columns, more] = shape.split('×').map((dim) => dim.trim());
    if (more !== undefined)
      throw new Error(
        `the shape of "${name}" is "${shape}": arrays have two axes; make a batch the columns of a matrix`,
      );
    if (!rows || !columns) throw new Error(`the shape of "${name}" is "${shape}"; write rows×columns, as n×m`);
    const { classes, domain }: Partial<Exclude<DeclaredSymbol, string>> = about;
    if (classes && !domain?.startsWith('one-hot'))
      throw new Error(
        `"${name}" has classes and is no one-hot array: give it the domain one-hot-columns or one-hot-rows`,
      );
    const made = is === undefined ? {} : { is: authorsFormula(is, { names, ...common }) };
    names.push({ name, shape: [rows, columns], ...about, ...made });
  }
  return { names, ...common };
}

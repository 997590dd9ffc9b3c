import { dimsOf } from '../dims.ts';
import { keyOf } from '../math/vocabulary.ts';
import type { DeclaredName, Names } from '../names.ts';
import { type Formula, number, symbol, transpose } from '../tree.ts';
import type { Dialect } from './tokens.ts';

/** A path's name without its dots and braces. */
export const codeKey = (name: string): string => keyOf(name.replace(/[.{}()]/g, ''));

/** The names that code may use: those of the question, and those it has given values to. */
export class Scope {
  readonly dialect: Dialect;
  private readonly question: Names;
  private readonly names: ReadonlyMap<string, DeclaredName>;
  /** Vectors of class numbers, by the one-hot array that they say in short. */
  private readonly classes: ReadonlyMap<string, DeclaredName>;
  private readonly known = new Map<string, Formula>();
  /** Are vectors arrays of one axis? */
  private readonly flat: boolean;

  constructor(question: Names, dialect: Dialect, flat = false) {
    this.question = question;
    this.dialect = dialect;
    this.flat = flat;
    const keys = (texts: readonly string[], one: DeclaredName) => texts.map((text) => [codeKey(text), one] as const);
    const { names } = question;
    this.names = new Map(names.flatMap((one) => keys([one.name, ...(one.written ?? [])], one)));
    this.classes = new Map(names.flatMap((one) => keys(one.classes ?? [], one)));
  }

  set(key: string, tree: Formula): void {
    this.known.set(key, tree);
  }

  has(key: string): boolean {
    return this.known.has(key) || this.names.has(key) || this.classes.has(key);
  }

  /** What a name stands for here. */
  value(key: string): Formula | undefined {
    const declared = this.names.get(key);
    return this.known.get(key) ?? (declared && this.own(declared)) ?? this.size(key);
  }

  private own({ name, shape }: DeclaredName): Formula {
    const isVector = (shape[0] === '1') !== (shape[1] === '1');
    return this.flat && isVector ? { kind: 'reshape', of: symbol(name), flat: true } : symbol(name);
  }

  /** The number of rows or columns of something, by its letter. */
  private size(key: string): Formula | undefined {
    const isSize = this.question.names.some(({ shape }) => shape.includes(key));
    return isSize && !/^\d+$/.test(key) ? sizeSymbol(key) : undefined;
  }

  /** The one-hot array of a vector of class numbers, its classes along the rows or along the columns. */
  oneHot(key: string, along: 'rows' | 'columns'): Formula | undefined {
    const declared = this.known.has(key) ? undefined : this.classes.get(key);
    if (!declared) return undefined;
    const isColumns = declared.domain === 'one-hot-columns';
    return isColumns === (along === 'rows') ? symbol(declared.name) : transpose(symbol(declared.name));
  }

  /** How many classes there are, or how many numbers of classes. */
  countOf(key: string, what: 'classes' | 'examples'): Formula | undefined {
    const declared = this.classes.get(key);
    if (!declared) return undefined;
    const isRows = (declared.domain === 'one-hot-columns') === (what === 'classes');
    return sizeSymbol(declared.shape[isRows ? 0 : 1]);
  }

  /** The shape of something, where it is known without working it out. */
  shapeOf(tree: Formula): readonly [Formula, Formula] | undefined {
    const [rows, columns] = dimsOf(tree.kind === 'reshape' && tree.flat ? tree.of : tree, this.question) ?? [];
    return rows && columns ? [sizeSymbol(rows), sizeSymbol(columns)] : undefined;
  }

  /** Is it a letter that runs over the places of something? */
  isIndex(name: string): boolean {
    const { indices = {}, fixed = {} } = this.question;
    return !this.known.has(codeKey(name)) && (Object.hasOwn(indices, name) || Object.hasOwn(fixed, name));
  }

  /** The size that a formula is, by its letter: `n`, or a name that counts to it. */
  sizeIn(tree: Formula): string | undefined {
    if (tree.kind === 'number') return tree.text;
    if (tree.kind !== 'symbol') return undefined;
    if (tree.name.startsWith('#')) return tree.name.slice(1);
    const is = this.question.names.find(({ name }) => name === tree.name)?.is;
    const counts = is?.kind === 'fold' && is.op === 'sum' && is.of.kind === 'number' && Number(is.of.text) === 1;
    return counts && is.to && !is.where ? this.sizeIn(is.to) : undefined;
  }
}

export const sizeSymbol = (dim: string): Formula => (/^\d+$/.test(dim) ? number(dim) : symbol(`#${dim}`));

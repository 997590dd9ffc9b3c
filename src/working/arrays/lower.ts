import { print } from '../../expressions/print.ts';
import { ShapeFault } from '../../formulas/array.ts';
import { readMath } from '../../formulas/math/read.ts';
import { keyOf } from '../../formulas/math/vocabulary.ts';
import type { DeclaredName, Names } from '../../formulas/names.ts';
import type { Formula } from '../../formulas/tree.ts';
import type { Declaration } from '../declaration.ts';
import { DeclarationError } from '../declaration-error.ts';
import { type ArrayLine, type Arrays, isArray, lowered } from './arrays.ts';
import { cellNames, rowsOf, type Shape, shapeOf, shapeText } from './cells.ts';
import { inCells } from './in-cells.ts';
import { byCell, isOnArrays } from './on-arrays.ts';
import { rangeOf } from './range.ts';
import { wordsOfCells } from './words.ts';

/** A declaration whose lines are those of single cells, and the arrays that they are the cells of. */
export interface Lowered {
  readonly declared: Declaration;
  readonly arrays?: Arrays;
}

/** The declaration as it is, or with every array in single cells. Throws `DeclarationError` where shapes do not fit. */
export function lower(declared: Declaration): Lowered {
  if (!isOnArrays(declared)) return { declared };
  const room = new Room(declared);
  for (const [key, text] of Object.entries(declared.working)) room.add(key, text);
  return room.result();
}

class Room {
  private readonly declared: Declaration;
  private readonly names: DeclaredName[] = [];
  private readonly indices: Readonly<Record<string, string>>;
  private readonly lines: ArrayLine[] = [];
  private readonly working: [string, string][] = [];
  private readonly keys = new Map<string, string>();
  private readonly ranges = new Map<string, string>();

  constructor(declared: Declaration) {
    this.declared = declared;
    const { indices = {}, givens } = declared;
    this.indices = Object.fromEntries(Object.entries(indices).map(([index, size]) => [index, `${size}`]));
    for (const [name, given] of Object.entries(givens)) {
      const rows = rowsOf(given);
      if (rows) this.name(name, shapeOf(rows));
      else if (typeof given === 'string' && Number.isFinite(Number(given))) this.name(name, [1, 1]);
    }
  }

  /** What the letters mean to whoever reads a formula here. */
  private vocabulary(indices: Readonly<Record<string, string>> = {}): Names {
    const { functions } = this.declared;
    return {
      names: [...this.names],
      indices: { ...this.indices, ...indices },
      reductions: true,
      ...(functions && { functions }),
    };
  }

  private name(name: string, [rows, columns]: Shape, is?: Formula): void {
    const same = this.keys.get(keyOf(name));
    if (same !== undefined)
      this.fault(name, `"${name}" and "${same}" are one name in formulas; call one of them otherwise`);
    this.keys.set(keyOf(name), name);
    const written = this.declared.aliases?.[name];
    const shape: DeclaredName['shape'] = [`${rows}`, `${columns}`];
    this.names.push({ name, shape, ...(written && { written }), ...(is && { is }) });
  }

  private fault(name: string, says: string, formula?: string, at?: number): never {
    const place = { name, ...(formula !== undefined && { formula }), ...(at !== undefined && { at }) };
    throw new DeclarationError(`${this.declared.id}: ${says}`, place);
  }

  add(key: string, text: string): void {
    const [, name = key, first, second] = byCell.exec(key) ?? [];
    const letters = [first, second].flatMap((letter) => letter ?? []);
    const open = Object.fromEntries(letters.map((letter) => [letter, this.indices[letter] ?? letter]));
    const of = this.read(key, text, this.vocabulary(open));
    const indices = Object.fromEntries(letters.map((letter) => [letter, this.sizeOf(letter, of, key)]));
    this.settle(indices, key);
    const source: Formula =
      first === undefined ? of : { kind: 'each', rows: first, ...(second && { columns: second }), of };
    const cells = this.cells(key, text, source, indices);
    const shape: Shape = [cells.rows, cells.columns];
    const names = cellNames(name, shape);
    names.flat().forEach((cell, i) => {
      const formula = cells.cells[i];
      if (formula) this.working.push([cell, print(formula)]);
    });
    this.name(name, shape, source);
    this.lines.push({ name, shape, source, indices, cells: names });
  }

  /** A letter runs equally far in all lines. */
  private settle(indices: Readonly<Record<string, string>>, key: string): void {
    for (const [letter, size] of Object.entries(indices)) {
      const before = this.ranges.get(letter) ?? size;
      if (before !== size)
        this.fault(
          key,
          `line "${key}": the index ${letter} runs to ${size} here and to ${before} above; take another letter`,
        );
      this.ranges.set(letter, size);
    }
  }

  private read(key: string, text: string, names: Names): Formula {
    const read = readMath(text, names);
    if (!read.ok)
      return this.fault(
        key,
        `line "${key}" cannot be read at character ${read.at + 1} of "${text}": ${read.reason}`,
        text,
        read.at,
      );
    const [side, more] = read.sides;
    if (!side || more || read.label !== undefined)
      return this.fault(key, `line "${key}" is one formula, without an equals sign: "${text}"`, text, 0);
    return side.tree;
  }

  private cells(key: string, text: string, source: Formula, indices: Readonly<Record<string, string>>) {
    try {
      return lowered(source, this.vocabulary(indices));
    } catch (error) {
      if (error instanceof ShapeFault) return this.fault(key, `line "${key}": ${error.message}`, text, 0);
      throw error;
    }
  }

  /** How far an index runs: as declared, or as long as the arrays are in which it stands alone. */
  private sizeOf(letter: string, of: Formula, key: string): string {
    const declared = this.indices[letter];
    if (declared !== undefined) return declared;
    const range = rangeOf(letter, of, this.names);
    if (range !== undefined) return range;
    return this.fault(key, `line "${key}": say how far the index ${letter} runs: indices: { ${letter}: 3 }`);
  }

  result(): Lowered {
    const { declared, lines } = this;
    const byName = new Map(lines.map((line) => [line.name, line]));
    const arrays: Arrays = { names: this.vocabulary(), lines };
    const { reductions: _, ...own } = arrays.names;
    const names = { ...own, indices: { ...own.indices, ...Object.fromEntries(this.ranges) } };
    const fields = [...this.fields(), ...(declared.fields ?? [])];
    const over = (list: Declaration['conventions']) =>
      (list ?? []).map((one) => ({ ...one, over: this.over(one.id, one.over, byName) }));
    return {
      arrays: { ...arrays, names },
      declared: {
        ...declared,
        givens: inCells(declared.givens),
        working: Object.fromEntries(this.working),
        names: wordsOfCells(declared, lines),
        fields,
        ...(declared.conventions && { conventions: over(declared.conventions) }),
        ...(declared.misconceptions && { misconceptions: over(declared.misconceptions) }),
      },
    };
  }

  /** Every array is answered as one, and is one field. */
  private fields() {
    return this.lines.filter(isArray).map(({ name, cells }) => ({ kind: 'cells' as const, name, matrices: [cells] }));
  }

  /** The cells of another formula for a line. */
  private over(id: string, over: Readonly<Record<string, string>>, lines: ReadonlyMap<string, ArrayLine>) {
    const all = Object.entries(over).flatMap(([key, text]): [string, string][] => {
      const [, name = key, first, second] = byCell.exec(key) ?? [];
      const line = lines.get(name);
      if (!line) return [[name, text]];
      const of = this.read(key, text, this.vocabulary(line.indices));
      const source: Formula =
        first === undefined ? of : { kind: 'each', rows: first, ...(second && { columns: second }), of };
      const made = this.cells(key, text, source, line.indices);
      const shape: Shape = [made.rows, made.columns];
      if (shapeText(shape) !== shapeText(line.shape))
        return this.fault(id, `"${id}" over "${name}" is ${shapeText(shape)}, and the line ${shapeText(line.shape)}`);
      return line.cells.flat().map((cell, i): [string, string] => {
        const formula = made.cells[i];
        return [cell, formula ? print(formula) : ''];
      });
    });
    return Object.fromEntries(all);
  }
}

import { print } from '../../expressions/print.ts';
import { ShapeFault } from '../../formulas/array.ts';
import { readMath } from '../../formulas/math/read.ts';
import { keyOf } from '../../formulas/math/vocabulary.ts';
import type { DeclaredName, Names } from '../../formulas/names.ts';
import { below, type Formula, namesIn } from '../../formulas/tree.ts';
import type { Declaration } from '../declaration.ts';
import { DeclarationError } from '../declaration-error.ts';
import type { Given, Givens } from '../given.ts';
import { type ArrayLine, type Arrays, isArray, lowered } from './arrays.ts';
import { cellNames, cellsOf, rowsOf, type Shape, shapeOf, shapeText } from './cells.ts';

/** A declaration whose lines are those of single cells, and the arrays that they are the cells of. */
export interface Lowered {
  readonly declared: Declaration;
  readonly arrays?: Arrays;
}

/** `C[i,j]`: a line that is said cell by cell. */
const byCell = /^([\p{L}_][\p{L}\p{N}_]*)\[(\p{L})(?:,\s*(\p{L}))?\]$/u;

/** Is one of the givens a vector or a matrix that a line uses, or a line said cell by cell? */
function isOnArrays({ givens, working }: Declaration): boolean {
  const names = Object.keys(givens).filter((name) => rowsOf(givens[name]));
  const lines = Object.entries(working);
  const uses = (text: string): boolean => names.some((name) => wordsOf(text).includes(name));
  return lines.some(([name, text]) => byCell.test(name) || uses(text));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];

/** The declaration as it is, or with every array in single cells. Throws `DeclarationError` where shapes do not fit. */
export function lower(declared: Declaration): Lowered {
  if (!isOnArrays(declared)) return { declared };
  const room = new Room(declared);
  for (const [key, text] of Object.entries(declared.working)) room.add(key, text);
  return room.result();
}

/** The cells of all given arrays beside the other givens. */
export const inCells = (givens: Givens): Givens =>
  Object.fromEntries(
    Object.entries(givens).flatMap(([name, given]): [string, Given][] =>
      rowsOf(given) ? cellsOf(name, given) : [[name, given]],
    ),
  );

/** Other givens in cells; an array must have the shape of the problem's own. Throws a plain `Error` where it has not. */
export function setInCells(own: Givens, set: Givens): Givens {
  for (const [name, given] of Object.entries(set)) {
    const [rows, other] = [rowsOf(own[name]), rowsOf(given)];
    if (!rows) continue;
    const shape = shapeText(shapeOf(rows));
    if (!other || shapeText(shapeOf(other)) !== shape)
      throw new Error(`the given "${name}" must be ${shape} numbers as text, such as ${JSON.stringify(own[name])}`);
  }
  return inCells(set);
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
    const found = new Set<string>();
    const walk = (node: Formula): void => {
      if (node.kind === 'at' && node.of.kind === 'symbol') {
        const { of: array, indices } = node;
        const [rows = '1', columns = '1'] = this.names.find(({ name }) => name === array.name)?.shape ?? [];
        indices.forEach((index, axis) => {
          if (!namesIn(index).has(letter)) return;
          // Where it is worked with, the array says nothing of it alone.
          if (index.kind !== 'symbol') found.add('');
          else found.add(indices.length === 2 ? (axis === 0 ? rows : columns) : rows === '1' ? columns : rows);
        });
      }
      for (const child of below(node)) walk(child);
    };
    walk(of);
    const [only] = found;
    if (only && found.size === 1) return only;
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
        names: this.words(byName),
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

  /** The words of an array are those of its cells, with their place. */
  private words(lines: ReadonlyMap<string, ArrayLine>): Record<string, string> {
    const given = Object.entries(this.declared.givens).flatMap(([name, one]) => {
      const rows = rowsOf(one);
      return rows ? [[name, cellNames(name, shapeOf(rows))] as const] : [];
    });
    const own = [...lines.values()].filter(isArray);
    const arrays = new Map([...given, ...own.map(({ name, cells }) => [name, cells] as const)]);
    const all = Object.entries(this.declared.names ?? {}).flatMap(([name, words]): [string, string][] => {
      const cells = arrays.get(name)?.flat() ?? [];
      return [
        [name, words],
        ...cells.map((cell): [string, string] => [cell, `the cell ${cell.slice(name.length)} of ${words}`]),
      ];
    });
    return Object.fromEntries(all);
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

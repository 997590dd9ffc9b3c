import type { Working } from '../working/working.ts';

/** A cell of an array: `W` at row 1, column 2. */
export interface Cell {
  readonly of: string;
  readonly at: readonly number[];
}

/** The cells among the names of a working. */
export interface CellNames {
  readonly cellOf: (name: string) => Cell | undefined;
  readonly nameOf: (cell: Cell) => string | undefined;
  /** The first and the last index along each axis. */
  readonly endsOf: (array: string) => readonly (readonly [number, number])[];
}

const bracketed = /^([^[\]]+)\[([\d,]+)\]$/u;
const indexed = /^(.*?[^\d_])_?(\d+(?:_\d+)*)$/u;

/** `W[1,2]`, `w1_2`, `w_12` and `w12`; two digits are two indices where all numbers of the array are of two digits. */
function read(name: string): Cell | undefined {
  const [, of = '', inside] = bracketed.exec(name) ?? indexed.exec(name) ?? [];
  if (inside === undefined) return undefined;
  const parts = inside.split(/[,_]/);
  const [only = ''] = parts;
  const digits = parts.length === 1 && only.length === 2 ? [...only] : parts;
  return { of, at: digits.map(Number) };
}

const known = new WeakMap<Working['lines'], CellNames>();

/** The cells of a working, from its names. */
export function cellsOf(working: Working): CellNames {
  const found = known.get(working.lines) ?? find(working);
  known.set(working.lines, found);
  return found;
}

const keyOf = ({ of, at }: Cell): string => `${of} ${at.join()}`;

function find({ givens, lines }: Working): CellNames {
  const all = [...givens.keys(), ...lines.map(({ name }) => name)].flatMap((name) => {
    const cell = read(name);
    return cell ? [[name, cell] as const] : [];
  });
  const byName = new Map(all);
  const byCell = new Map(all.map(([name, cell]) => [keyOf(cell), name]));
  const endsOf = (array: string) => {
    const places = all.filter(([, { of }]) => of === array).map(([, { at }]) => at);
    return (places[0] ?? []).map((_, axis): [number, number] => {
      const along = places.map((at) => at[axis] ?? 0);
      return [Math.min(...along), Math.max(...along)];
    });
  };
  return { cellOf: (name) => byName.get(name), nameOf: (cell) => byCell.get(keyOf(cell)), endsOf };
}

import { type Cells, isScalar, made } from './array.ts';
import { eachCell } from './each.ts';
import { evaluate } from './evaluate.ts';
import type { CellField } from './field.ts';
import { type DeclaredName, type Names, runsOf, sizeOf, sizesOf } from './names.ts';

/** A value for every name, and for every index that stands for one place. */
export interface Point<T> {
  readonly values: ReadonlyMap<string, Cells<T>>;
  readonly fixed: ReadonlyMap<string, number>;
}

/** Whole numbers below 2^32 in an order that a seed settles (splitmix32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

/** Every name with a value: those that are made of others worked out, the rest drawn, a label as it must be. */
export function pointOf<T>(
  names: Names,
  field: CellField<T>,
  draw: (name: string, declared: DeclaredName, row: number, column: number) => T,
  pick: () => number,
): Point<T> {
  const sizes = sizesOf(names);
  const point = new Map<string, Cells<T>>();
  const runs = runsOf(names);
  const fixed = new Map(Object.keys(names.fixed ?? {}).map((index) => [index, (pick() % (runs.get(index) ?? 1)) + 1]));
  const lookup = (name: string): Cells<T> => {
    const value = point.get(name);
    if (!value) throw new Error(`no value for ${name}`);
    return value;
  };
  for (const declared of names.names) {
    if (names.only && !names.only.has(declared.name)) continue;
    const [rows, columns] = declared.shape.map((dim) => sizeOf(dim, sizes)) as [number, number];
    const hot = Array.from({ length: Math.max(rows, columns) }, () => pick());
    const label = (is: boolean): T => field.number(is ? '1' : '0');
    const value = declared.is
      ? filled(
          evaluate(eachCell(declared.is, { rows, columns }, names).tree, {
            field,
            lookup,
            wide: true,
            sizes,
            runs,
            fixed,
          }),
          rows,
          columns,
        )
      : made(rows, columns, (row, column) => {
          if (declared.domain === 'one-hot-columns') return label((hot[column] ?? 0) % rows === row);
          if (declared.domain === 'one-hot-rows') return label((hot[row] ?? 0) % columns === column);
          return draw(`${declared.name}[${row},${column}]`, declared, row, column);
        });
    point.set(declared.name, value);
  }
  return { values: point, fixed };
}

/** A scalar in every cell of a shape. */
const filled = <T>(value: Cells<T>, rows: number, columns: number): Cells<T> =>
  isScalar(value) ? made(rows, columns, () => value.cells[0] as T) : value;

/** How wide the numbers of a point lie, and how many places they have. */
interface Spread {
  readonly size: number;
  readonly places: number;
}

/** Few places first, so that a counterexample can be read; then near, far and close to 0. */
const spreads: readonly Spread[] = [
  { size: 2, places: 1 },
  { size: 2, places: 6 },
  { size: 40, places: 6 },
  { size: 0.01, places: 9 },
];

/**
 * A point of decimals. Half the cells of every second one are taken from `special`: the numbers at which the formulas
 * may have a kink or a step.
 */
export function drawnPoint<T>(names: Names, seed: number, special: readonly string[], field: CellField<T>): Point<T> {
  const random = generator(seed * 7919 + 17);
  const { size, places } = spreads[seed % spreads.length] ?? { size: 2, places: 1 };
  const drawn = (): number => Number(((random() / 2 ** 31 - 1) * size).toFixed(places)) || size / 2;
  const draw = (_: string, { domain }: DeclaredName): T => {
    const at = special[random() % Math.max(special.length, 1)];
    const free = drawn();
    const isSpecial = seed % 2 === 1 && at !== undefined && random() % 2 === 0;
    if (isSpecial && inDomain(Number(at), domain)) return field.number(at);
    return field.number(decimalText(inDomain(free, domain) && !isSpecial ? free : moved(free, domain), places));
  };
  return pointOf(names, field, draw, random);
}

/** Without an exponent, and with no more places than were drawn, or were made by moving into a domain. */
const decimalText = (x: number, places: number): string => `${Number(x.toFixed(places + 2))}`;

const inDomain = (x: number, domain: DeclaredName['domain']): boolean =>
  domain === 'positive' ? x > 0 : domain === 'unit' ? x > 0 && x < 1 : true;

/** A number brought into its domain. */
function moved(x: number, domain: DeclaredName['domain']): number {
  if (domain === 'positive') return Math.abs(x);
  return domain === 'unit' ? (Math.abs(x) % 1) * 0.9 + 0.05 : x;
}

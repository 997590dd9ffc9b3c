import type { Cells, Wide } from '../array.ts';
import { ShapeFault } from '../array.ts';
import type { CellField } from '../field.ts';
import { print } from '../print.ts';
import type { Formula } from '../tree.ts';

/** What a formula is evaluated in. */
export interface Setting<T> {
  readonly field: CellField<T>;
  /** Throws for a name that it does not know. */
  readonly lookup: (name: string) => Cells<T>;
  readonly wide?: Wide;
  /** The value of each index that has one here, and what the others run up to. */
  readonly fixed?: ReadonlyMap<string, number>;
  readonly runs?: ReadonlyMap<string, number>;
  /** The size that each name of one has. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** How shapes are called in a complaint: 3×2 as `m×n`. */
  readonly shapeText?: (rows: number, columns: number) => string;
}

/** The value of each index here. */
export type Indices = ReadonlyMap<string, number>;

/** The node of a kind. */
export type Node<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

/** What the rules for single nodes work with. */
export interface Evaluator<T> {
  readonly setting: Setting<T>;
  readonly field: CellField<T>;
  value(tree: Formula, at: Indices): Cells<T>;
  /** Two arrays cell by cell. */
  cellwise(a: Cells<T>, b: Cells<T>, op: (x: T, y: T) => T, tree: Formula): Cells<T>;
  /** Counts work that the number of cells does not show. Throws where it is too much. */
  spend(work: number): void;
}

export const shapeTextOf = <T>({ setting }: Evaluator<T>, { rows, columns }: Cells<T>): string =>
  setting.shapeText?.(rows, columns) ?? `${rows}×${columns}`;

/** Says which shapes do not go together, and in what. */
export function shaped<T, U>(by: Evaluator<T>, tree: Formula, operands: readonly Cells<T>[], work: () => U): U {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ShapeFault) || error.message !== '') throw error;
    const shapes = operands.length > 0 ? ` ${operands.map((one) => shapeTextOf(by, one)).join(' and ')}` : '';
    throw new ShapeFault(`in \`${print(tree)}\` the shapes${shapes} do not go together`);
  }
}

import type { Expression } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';
import type { Edit, Wording } from './edit.ts';

/** A worked solution with one slip in it: the formulas of the lines that the slip changed. */
export interface Mutant {
  readonly kind: SlipKind;
  readonly price: number;
  /** The first line that it changes. */
  readonly step: string;
  readonly trees: ReadonlyMap<string, Expression>;
  readonly wording: Wording;
  /** Its values need not be whole numbers, although the working counts. */
  readonly fractions?: boolean;
  /** Slips of one family share its prior weight; those without one share that of their kind. */
  readonly family?: string;
  /** The mutant on top of which this one comes: conventions with a slip. */
  readonly on?: Mutant;
  /** Of a declared misconception or convention. */
  readonly id?: string;
}

/** A mutant of an edit; the first of its lines is where it happened. */
export const mutant = (
  { kind, price, wording }: Omit<Edit, 'tree' | 'trace'>,
  trees: Iterable<readonly [string, Expression]>,
): Mutant => {
  const changed = new Map(trees);
  const [step = ''] = changed.keys();
  return { kind, price, step, trees: changed, wording };
};

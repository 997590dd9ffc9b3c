import type { NumberField } from '../expressions/evaluate.ts';
import type { CompareOp } from './tree.ts';

/** Where a formula with cases and conditions can be evaluated. */
export interface CellField<T> extends NumberField<T> {
  /** 1 where the relation holds, else 0. */
  compare(op: CompareOp, a: T, b: T): T;
  /** What `when` gives where it is 1; decided where it can be. */
  choose(when: T, then: () => T, otherwise: () => T): T;
  /** The larger or the smaller of two, where that is something else than a choice between them. */
  extreme?(op: 'max' | 'min', a: T, b: T): T;
}

/** This field has no such thing; another must be tried. */
export class NotApplicable extends Error {}

/** A relation by the sign of the difference. */
export function holds(op: CompareOp, sign: number): boolean {
  if (op === '=') return sign === 0;
  if (op === '!=') return sign !== 0;
  return sign === 0 ? op.length === 2 : op.startsWith('<') === sign < 0;
}

import type { Shown } from '../../exact/agreement.ts';
import type { ShapeField } from '../../working/field.ts';
import { keyOf } from '../../working/key.ts';
import type { Working } from '../../working/problem.ts';
import { type Assigned, assign } from './read.ts';

/** Which of the numbers of a shape is which. */
export const assigned = (numbers: readonly number[], { sides, channels }: ShapeField): Assigned =>
  assign(numbers, sides.length as 0 | 1 | 2, channels !== undefined);

/** The numbers of a shape by the line of the working whose value each is; none where it cannot be told which is which. */
export function linesOf(numbers: readonly number[], field: ShapeField): ReadonlyMap<string, Shown> {
  const found = assigned(numbers, field);
  if (!found.ok) return new Map();
  const sides = field.sides.map((line, i) => [line, toShown(found.sides[i] ?? 0)] as const);
  const depth = field.channels === undefined ? [] : [[field.channels, toShown(found.channels ?? 0)] as const];
  return new Map([...sides, ...depth]);
}

const toShown = (value: number): Shown => ({
  text: String(value),
  value,
  places: 0,
  significant: String(value).length,
  exact: true,
});

/** The numbers of the right shape, both sides of a square one. */
export function numbersOf(field: ShapeField, working: Working): string[] {
  const value = (line: string): string => keyOf(working).get(line)?.exact.toFixed() ?? '';
  const sides = field.sides.length === 1 ? [...field.sides, ...field.sides] : field.sides;
  return [...sides, ...(field.channels === undefined ? [] : [field.channels])].map(value);
}

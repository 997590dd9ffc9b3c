import { agreement, isRightly, type Shown } from '../../exact/agreement.ts';
import { chance } from '../../exact/chance.ts';
import { point } from '../../exact/interval.ts';
import { proved, type Slip } from '../../records/result.ts';
import type { CellsField } from '../../working/field.ts';
import { floatsOf } from '../../working/key.ts';
import type { Working } from '../../working/problem.ts';
import type { MarkingPlace } from '../kind.ts';

/** Another answer whose numbers stand in an array's place. */
export interface Misplaced {
  readonly other: CellsField;
  readonly slip: Slip;
  /** This one's numbers stand there: two answers are exchanged, which is one slip. */
  readonly isExchange: boolean;
}

/** What to take off for the answers there are to confuse. */
const price = 3;

/** The array of the same shape whose numbers, all of them, were written for this one; none where chance may have done it. */
export function misplaced(
  numbers: ReadonlyMap<string, Shown>,
  field: CellsField,
  { working, shown }: MarkingPlace,
): Misplaced | undefined {
  for (const other of working.fields ?? []) {
    if (other.kind !== 'cells' || other.name === field.name || shapeOf(other) !== shapeOf(field)) continue;
    const bits = evidence(numbers, field, other, working) - price;
    if (bits < proved) continue;
    const isExchange = evidence(shown, other, field, working) - price >= proved;
    return { other, isExchange, slip: slipOf(field, other, isExchange, bits) };
  }
  return undefined;
}

const shapeOf = ({ matrices }: CellsField): string =>
  matrices.map((rows) => rows.map((row) => row.length).join(',')).join(';');

/** Bits against chance that every cell has the other array's value where the two differ; −∞ where one has not. */
function evidence(numbers: ReadonlyMap<string, Shown>, own: CellsField, other: CellsField, working: Working): number {
  const [lines, others] = [own.matrices.flat(2), other.matrices.flat(2)];
  const key = floatsOf(working);
  let bits = 0;
  for (const [i, line] of lines.entries()) {
    const number = numbers.get(line);
    const [right, value] = [key.get(line), key.get(others[i] ?? '')];
    if (!number || right === undefined || value === undefined) return -Infinity;
    if (!isValue(number, value, working)) return -Infinity;
    if (right !== value) bits -= Math.log2(chance(number.value, 10 ** -number.places, right));
  }
  return bits;
}

/** Where exact values are asked for, nothing stands for another by rounding. */
const isValue = (number: Shown, value: number, { rounding }: Working): boolean =>
  'exact' in rounding ? number.value === value : isRightly(agreement(number, point(value)));

function slipOf({ name }: CellsField, other: CellsField, isExchange: boolean, bits: number): Slip {
  const says = isExchange
    ? `\`${name}\` and \`${other.name}\` are exchanged: each has the numbers of the other.`
    : `These are the numbers of \`${other.name}\`, all of them.`;
  return {
    kind: 'swapped',
    step: name,
    evidence: bits.toFixed(1),
    says,
    hint: 'Numbers of another answer stand here.',
    check: 'Which of the two does the question ask for here?',
  };
}

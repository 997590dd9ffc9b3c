import type { Shown } from '../../exact/agreement.ts';
import { cellName } from '../../exact/cell-name.ts';
import { type Cells, made, ShapeFault, TooMuch } from '../../formulas/array.ts';
import { eachCell } from '../../formulas/each.ts';
import { evaluate } from '../../formulas/evaluate.ts';
import { floats } from '../../formulas/fields/float.ts';
import { sizesOf } from '../../formulas/names.ts';
import type { Formula } from '../../formulas/tree.ts';
import { type ArrayEdit, arrayEdits, wholeTransposed } from '../../slips/array-edits.ts';
import { type ArrayLine, type Arrays, namesOf } from '../../working/arrays/arrays.ts';
import type { CellsField } from '../../working/field.ts';
import { floatsOf } from '../../working/key.ts';
import { english, sentences } from '../../working/message.ts';
import type { MarkingPlace, Outcome } from '../kind.ts';

/** An array that was read, and has not the shape of its line. */
export interface Misshapen {
  readonly cells: readonly (readonly Shown[])[];
  /** Which shape it has and which is asked for. */
  readonly fault: string;
}

const certain = '99.0';

/** An array of the wrong shape is wrong; which slip gives this shape and these numbers is said where one does. */
export function misshapenOutcome({ cells, fault }: Misshapen, { name }: CellsField, place: MarkingPlace) {
  const { arrays } = place.working;
  const line = arrays?.lines.find((one) => one.name === name);
  const shape = `The shape does not fit: ${fault}.`;
  const wrong: Omit<Outcome, 'read'> = { verdict: 'wrong', earns: 0, says: shape };
  const edit = arrays && line && found(cells, line, arrays, place);
  if (!edit) return wrong;
  const { kind, says, hint, check } = edit;
  const slip = { kind, step: name, evidence: certain, says: english(says), hint, check };
  return { ...wrong, verdict: 'slip', says: sentences(says, shape), slips: [slip] } satisfies Omit<Outcome, 'read'>;
}

function found(cells: Misshapen['cells'], line: ArrayLine, arrays: Arrays, place: MarkingPlace): ArrayEdit | undefined {
  return [wholeTransposed(line.source), ...arrayEdits(line.source)].find((edit) => {
    const value = worked(edit.tree, line, arrays, place);
    return value !== undefined && gives(value, cells);
  });
}

/** The value from the student's own numbers, where they are shown. */
function worked(tree: Formula, line: ArrayLine, arrays: Arrays, { working, shown }: MarkingPlace) {
  const names = namesOf(arrays, line);
  const sizes = sizesOf(names);
  const numberOf = (cell: string): number =>
    shown.get(cell)?.value ?? floatsOf(working).get(cell) ?? Number(working.givens.get(cell));
  const lookup = (name: string): Cells<number> => {
    const [rows = 1, columns = 1] = names.names.find((one) => one.name === name)?.shape.map(Number) ?? [];
    return made(rows, columns, (row, column) => numberOf(cellName(name, rows, columns, row, column)));
  };
  try {
    const [rows, columns] = line.shape;
    const { tree: of, runs } = eachCell(tree, { rows, columns }, names);
    return evaluate(of, { field: floats, lookup, wide: 'one', sizes, runs });
  } catch (error) {
    if (error instanceof ShapeFault || error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** So many units of the last place may be lost on the way; and so many digits no chance repeats. */
const units = 3;
const digits = 5;

function gives({ rows, columns, cells }: Cells<number>, written: Misshapen['cells']): boolean {
  const flat = written.flat();
  if (rows !== written.length || columns !== written[0]?.length) return false;
  const shown = flat.reduce((total, { significant }) => total + significant, 0);
  return (
    shown >= digits &&
    flat.every(({ value, places }, i) => Math.abs(value - (cells[i] ?? Number.NaN)) <= units * 10 ** -places)
  );
}

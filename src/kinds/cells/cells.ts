import { readNumberAnswer } from '../../answers/number.ts';
import { type AnswerValue, isBlank } from '../../answers/value.ts';
import type { Shown } from '../../derived/agreement.ts';
import { keyOf } from '../../derived/key.ts';
import type { CellsField } from '../../working/field.ts';
import type { Working } from '../../working/problem.ts';
import type { Kind, MarkingPlace, Outcome, Reading, ReadingPlace } from '../kind.ts';
import { toShown } from '../number/shown.ts';
import { fromLines } from '../shape/mark.ts';
import { readMatrices } from './read.ts';

interface Understood {
  readonly read: string;
  readonly numbers: ReadonlyMap<string, Shown>;
}

/** Matrices whose every cell is a line of the working. */
export const cells: Kind<CellsField, Understood> = {
  kind: 'cells',
  noun: 'matrices',
  read: readAll,
  said: ({ read }) => read,
  numbers: ({ numbers }) => numbers,
  mark: markCells,
  about: ({ matrices }, working) => ({ expected: textOf(matrices, (line) => keyText(line, working)) }),
};

const keyText = (line: string, working: Working): string => keyOf(working).get(line)?.stated.toString() ?? '';

const textOf = (matrices: CellsField['matrices'], cell: (line: string) => string): string =>
  matrices.map((rows) => `[${rows.map((row) => `[${row.map(cell).join(', ')}]`).join(', ')}]`).join(', ');

function readAll(value: AnswerValue, field: CellsField, place: ReadingPlace): Reading<Understood> {
  if (isBlank(value)) return { kind: 'blank' };
  const found = readMatrices(value);
  if (!found.ok) return { kind: 'unreadable', reason: found.reason };
  const fault = formFault(found.matrices, field.matrices);
  if (fault) return { kind: 'unreadable', reason: fault };
  const numbers = new Map<string, Shown>();
  for (const [i, rows] of field.matrices.entries())
    for (const [j, row] of rows.entries())
      for (const [k, line] of row.entries()) {
        const cell = found.matrices[i]?.[j]?.[k] ?? '';
        const places = keyOf(place.working).get(line)?.places;
        const context = {
          field: line,
          fields: [line],
          valueOf: place.numberOf,
          ...(places !== undefined && { places }),
        };
        const reading = readNumberAnswer(cell, context);
        if (reading.kind !== 'read') return { kind: 'unreadable', reason: `"${cell.slice(0, 20)}" is no number` };
        numbers.set(line, toShown(reading.value));
      }
  return { kind: 'read', value: { read: textOf(field.matrices, (line) => numbers.get(line)?.text ?? ''), numbers } };
}

function formFault(found: CellsField['matrices'], asked: CellsField['matrices']): string | undefined {
  if (found.length !== asked.length) return `${asked.length} matrices are asked for, and ${found.length} were found`;
  const form = (rows: readonly (readonly string[])[]): string => `${rows.length}×${rows[0]?.length ?? 0}`;
  const at = found.findIndex(
    (rows, i) => rows.some((row) => row.length !== rows[0]?.length) || form(rows) !== form(asked[i] ?? []),
  );
  return at < 0 ? undefined : `matrix ${at + 1} is ${form(found[at] ?? [])}, and ${form(asked[at] ?? [])} is asked for`;
}

/** Cells with the right value earn their share; what is said is of the first that is wrong. */
function markCells({ read, numbers }: Understood, field: CellsField, { judged, working }: MarkingPlace): Outcome {
  const lines = field.matrices.flat(2);
  const right = lines.filter((line) => judged.get(line)?.verdict === 'correct').length;
  if (right === lines.length) return { read, verdict: 'correct', earns: 1 };
  const found = fromLines(numbers, '', judged, working);
  return { read, earns: right / lines.length, ...found };
}

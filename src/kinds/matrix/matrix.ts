import { readCells } from '../../reading/cells.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { type ClassNames, classNames } from '../../reported/classes.ts';
import { type Confusion, confusionOf, type Rows } from '../../reported/confusion.ts';
import { reportOf } from '../../reported/confusion-report.ts';
import type { Reported } from '../../reported/reported.ts';
import type { MatrixField } from '../../working/field.ts';
import type { Working } from '../../working/problem.ts';
import { listOf } from '../given.ts';
import { type Kind, type MarkingPlace, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { type MatrixGrid, matrixGrid } from './grid.ts';

/** The counts, and a total beside them that is not their sum. */
interface OwnCounts extends Pick<MatrixGrid, 'oddTotal'> {
  readonly counts: readonly (readonly number[])[];
}

/** A confusion matrix of the student's own: it cannot be recomputed, but its sums must be those of the classes. */
export const matrix: Kind<MatrixField, OwnCounts> = {
  kind: 'matrix',
  noun: 'a matrix of counts',
  read: readMatrix,
  numbers: noNumbers,
  reports: ({ counts }, field, working): Reported => reportOf(confusionOf(counts, 'true'), namesOf(field, working)),
  mark: markMatrix,
  about: () => ({}),
};

/** The classes of a matrix, as its problem names them. */
export const namesOf = ({ labels, aliases, groups }: MatrixField, working: Working): ClassNames =>
  classNames({ labels: listOf(labels, working), ...(aliases && { aliases }), ...(groups && { groups }) });

function readMatrix(value: AnswerValue, field: MatrixField, { working }: ReadingPlace): Reading<OwnCounts> {
  if (isBlank(value)) return { kind: 'blank' };
  const cells = readCells(value);
  if (!cells.ok) return { kind: 'unreadable', reason: cells.reason };
  const n = listOf(field.labels, working).length;
  const { cells: rows, oddTotal } = matrixGrid(cells.rows, n, namesOf(field, working));
  if (rows.length !== n) return unreadable(`it has ${rows.length} rows, and there are ${n} classes`);
  const long = rows.findIndex((row) => row.length !== n);
  if (long >= 0) return unreadable(`row ${long + 1} has ${rows[long]?.length} entries, and there are ${n} classes`);
  const odd = rows.flat().find((cell) => !/^\d{1,9}(?:\.0*)?$/.test(cell));
  if (odd !== undefined) return unreadable(`"${odd.slice(0, 20)}" is no count`);
  return { kind: 'read', value: { counts: rows.map((row) => row.map(Number)), ...(oddTotal && { oddTotal }) } };
}

const unreadable = (reason: string): Reading<OwnCounts> => ({ kind: 'unreadable', reason });

function markMatrix({ counts, oddTotal }: OwnCounts, field: MatrixField, place: MarkingPlace): Outcome {
  const read = counts.map((row) => row.join(' ')).join('\n');
  const names = namesOf(field, place.working);
  const support = field.support === undefined ? undefined : listOf(field.support, place.working).map(Number);
  const odd = support && unlike(confusionOf(counts, orientationOf(field, place) ?? 'true'), support);
  if (support && odd !== undefined) {
    const { a, have } = odd;
    const says = `The row of ${names.nameOf(a + 1)} adds up to ${have}; there are ${support[a]} examples of this class. Was the matrix turned, or an entry misread?`;
    return { read, verdict: 'inconsistent', earns: 0, waits: 1, says };
  }
  if (oddTotal) {
    const { where, written, sum } = oddTotal;
    const says = `The counts of ${where} add up to ${sum}; the total beside them is ${written}.`;
    return { read, verdict: 'inconsistent', earns: 0, waits: 1, says };
  }
  const { trace, total } = confusionOf(counts, 'true');
  const says = `Its diagonal adds up to ${trace} of ${total}. Nothing contradicts it.`;
  return { read, verdict: 'consistent', earns: 1, says };
}

function unlike({ support }: Confusion, right: readonly number[]): { a: number; have: number } | undefined {
  const a = right.findIndex((n, i) => support(i) !== n);
  return a < 0 ? undefined : { a, have: support(a) };
}

/** What the rows are, if the paper or the problem says it. */
export function orientationOf({ rowsAre }: MatrixField, { answered }: MarkingPlace): Rows | undefined {
  const said = rowsAre === undefined ? undefined : answered.get(rowsAre)?.reading;
  return said?.kind === 'read' && (said.value === 'true' || said.value === 'predicted') ? said.value : undefined;
}

/** The matrix of another field of the paper, in both readings or the one that the paper states. */
export interface OwnMatrix {
  readonly field: MatrixField;
  readonly names: ClassNames;
  readonly readings: readonly { readonly rows: Rows; readonly confusion: Confusion }[];
  /** Other claims need the other reading: as many as this one, or fewer. */
  readonly others?: 'tied' | 'fewer';
}

export function matrixIn(name: string, place: MarkingPlace): OwnMatrix | undefined {
  const found = place.answered.get(name);
  if (found?.field.kind !== 'matrix' || found.reading.kind !== 'read') return undefined;
  const { counts } = found.reading.value as OwnCounts;
  const stated = orientationOf(found.field, place);
  const readings = (stated ? [stated] : (['true', 'predicted'] as const)).map((rows) => ({
    rows,
    confusion: confusionOf(counts, rows),
  }));
  return { field: found.field, names: namesOf(found.field, place.working), readings };
}

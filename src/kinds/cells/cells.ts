import type { Shown } from '../../exact/agreement.ts';
import { print } from '../../formulas/print.ts';
import type { Judgement } from '../../judging/judgement.ts';
import type { NumberContext } from '../../reading/names.ts';
import { readNumberAnswer } from '../../reading/number.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { CellsField } from '../../working/field.ts';
import { keyOf, keyText } from '../../working/key.ts';
import type { Working } from '../../working/problem.ts';
import { earned, isUndecided, undecided } from '../earned.ts';
import type { Kind, MarkingPlace, Outcome, Reading, ReadingPlace } from '../kind.ts';
import { toShown } from '../number/shown.ts';
import { fromLines } from '../shape/mark.ts';
import { type Misplaced, misplaced } from './misplaced.ts';
import { type Misshapen, misshapenOutcome } from './misshapen.ts';
import { pooled } from './pooled.ts';
import { readMatrices } from './read.ts';

interface Understood {
  readonly read: string;
  readonly numbers: ReadonlyMap<string, Shown>;
  /** The cells of an array that has not the shape of its line. */
  readonly misshapen?: Misshapen;
}

/** Matrices whose every cell is a line of the working. */
export const cells: Kind<CellsField, Understood> = {
  kind: 'cells',
  noun: 'matrices',
  read: readAll,
  said: ({ read }) => read,
  numbers: ({ numbers }) => numbers,
  mark: markCells,
  about: ({ matrices, name }, working) => {
    const source = working.arrays?.lines.find((line) => line.name === name)?.source;
    const words = working.names[name];
    return {
      expected: textOf(matrices, (line) => keyTextOf(line, working)),
      ...(source && { formula: print(source) }),
      ...(words !== undefined && { name: words }),
    };
  },
};

function keyTextOf(line: string, working: Working): string {
  const value = keyOf(working).get(line);
  return value ? keyText(value) : '';
}

const textOf = (matrices: CellsField['matrices'], cell: (line: string) => string): string =>
  matrices.map((rows) => rowsText(rows.map((row) => row.map(cell)))).join(', ');

const rowsText = (rows: readonly (readonly string[])[]): string =>
  `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;

type Matrices = readonly (readonly (readonly string[])[])[];

function readAll(value: AnswerValue, field: CellsField, place: ReadingPlace): Reading<Understood> {
  if (isBlank(value)) return { kind: 'blank' };
  const found = readMatrices(value);
  if (!found.ok) return { kind: 'unreadable', reason: found.reason };
  const matrices = found.matrices.map((rows, i) => laid(rows, field.matrices[i] ?? []));
  const fault = formFault(matrices, field.matrices);
  const isArray = place.working.arrays?.lines.some(({ name }) => name === field.name);
  if (fault && isArray && matrices.length === 1) return misshapen(matrices[0] ?? [], fault, place);
  if (fault) return { kind: 'unreadable', reason: fault };
  const numbers = new Map<string, Shown>();
  const asks = asksOf(field, place.working);
  for (const { line, text } of together(matrices, field.matrices)) {
    const number = numberOf(text, line, place, asks);
    if (!number) return { kind: 'unreadable', reason: `"${text.slice(0, 20)}" is no number` };
    numbers.set(line, number);
  }
  return { kind: 'read', value: { read: textOf(field.matrices, (line) => numbers.get(line)?.text ?? ''), numbers } };
}

const together = (found: Matrices, asked: CellsField['matrices']): { line: string; text: string }[] =>
  asked.flatMap((rows, i) =>
    rows.flatMap((row, j) => row.map((line, k) => ({ line, text: found[i]?.[j]?.[k] ?? '' }))),
  );

/** Cells are written alike: they are counts only where all of them are whole. */
function asksOf({ matrices }: CellsField, working: Working): Pick<NumberContext, 'asks' | 'places'> {
  const key = keyOf(working);
  const values = matrices.flat(2).flatMap((line) => key.get(line) ?? []);
  const places = Math.max(0, ...values.map((one) => one.places ?? 0));
  const isCount = 'exact' in working.rounding && values.every(({ exact }) => exact.isInteger());
  return { asks: isCount ? 'count' : 'places', ...(values.some((one) => one.places !== undefined) && { places }) };
}

function numberOf(
  text: string,
  line: string,
  { numberOf }: ReadingPlace,
  asks: Pick<NumberContext, 'asks' | 'places'> = {},
): Shown | undefined {
  const context = { field: line, fields: [line], valueOf: numberOf, ...asks };
  const reading = readNumberAnswer(text, context);
  return reading.kind === 'read' ? toShown(reading.value) : undefined;
}

/** The numbers of a vector are the same in a row and in a column. */
function laid(rows: readonly (readonly string[])[], asked: readonly (readonly string[])[]): string[][] {
  const flat = rows.flat();
  const isVector = (of: readonly (readonly string[])[]): boolean =>
    of.length === 1 || of.every((row) => row.length === 1);
  if (!isVector(rows) || !isVector(asked) || flat.length !== asked.flat().length) return rows.map((row) => [...row]);
  return asked.length === 1 ? [flat] : flat.map((cell) => [cell]);
}

function formFault(found: Matrices, asked: CellsField['matrices']): string | undefined {
  if (found.length !== asked.length) return `${asked.length} matrices are asked for, and ${found.length} were found`;
  const form = (rows: readonly (readonly string[])[]): string => `${rows.length}×${rows[0]?.length ?? 0}`;
  if (found.some((rows) => rows.some((row) => row.length !== rows[0]?.length)))
    return 'its rows have different numbers of cells';
  const at = found.findIndex((rows, i) => form(rows) !== form(asked[i] ?? []));
  const which = asked.length === 1 ? 'this' : `matrix ${at + 1}`;
  return at < 0 ? undefined : `${which} is ${form(found[at] ?? [])}, and ${form(asked[at] ?? [])} is asked for`;
}

/** An array of another shape was read, and says nothing of any line. */
function misshapen(rows: readonly (readonly string[])[], fault: string, place: ReadingPlace): Reading<Understood> {
  const cells = rows.map((row) => row.map((text) => numberOf(text, '', place, { asks: 'places' })));
  const all = cells.flat();
  if (all.length === 0 || all.includes(undefined) || rows.some((row) => row.length !== rows[0]?.length))
    return { kind: 'unreadable', reason: fault };
  return {
    kind: 'read',
    value: { read: rowsText(rows), numbers: new Map(), misshapen: { cells: cells as Shown[][], fault } },
  };
}

/** Cells that are right, or follow from what is wrong above, earn their share; what is said is of the first that is wrong. */
function markCells({ read, numbers, misshapen }: Understood, field: CellsField, place: MarkingPlace): Outcome {
  const { working } = place;
  if (misshapen) return { read, ...misshapenOutcome(misshapen, field, place) };
  const lines = field.matrices.flat(2);
  const judged = pooled(place.judged, lines, numbers, working);
  const share = 1 / lines.length;
  const own = lines.flatMap((line) => judged.get(line) ?? []);
  if (own.length === lines.length && own.every(({ verdict }) => verdict === 'correct'))
    return { read, verdict: 'correct', earns: 1 };
  // What a slip in the working explains by itself is no answer in another's place.
  const other = misplaced(numbers, field, place);
  if (other && (other.isExchange || own.every(({ verdict }) => verdict !== 'slip')))
    return { read, ...misplacedOutcome(other, field, working) };
  const earns = share * own.reduce((total, one) => total + shareOf(one, lines, place), 0);
  const open = own.filter((one) => isUndecided(one, place.policy));
  const isCharged = (one: Judgement): boolean => !open.includes(one) && ['slip', 'wrong'].includes(one.verdict);
  const charged = own.some(isCharged);
  const told = charged ? own.filter(isCharged).map(({ line }) => line.name) : lines;
  const found = fromLines(new Map([...numbers].filter(([line]) => told.includes(line))), '', judged, working);
  if (open.length === 0 || charged) return { read, earns, waits: share * open.length, ...found };
  const rest = undecided(open[0] as Judgement, place.policy, found.says);
  return { read, verdict: 'review', ...rest, earns, waits: share * open.length };
}

/** Two answers in each other's place are one slip, charged where the first of them stands. */
function misplacedOutcome({ other, slip, isExchange }: Misplaced, { name }: CellsField, { fields = [] }: Working) {
  const at = (field: string): number => fields.findIndex((one) => one.name === field);
  const isCharged = !isExchange || at(name) < at(other.name);
  return isCharged
    ? { verdict: 'slip' as const, earns: 0, says: slip.says, slips: [slip] }
    : { verdict: 'carried' as const, earns: 1, says: slip.says, carriedFrom: [other.name] };
}

/** A cell that follows from a wrong cell of this same answer is charged with it: one slip in a whole array costs the array. */
function shareOf(judgement: Judgement, own: readonly string[], { policy }: MarkingPlace): number {
  const isOwn = judgement.verdict === 'carried' && judgement.roots.some((root) => own.includes(root));
  return isOwn ? 0 : earned(judgement, policy);
}

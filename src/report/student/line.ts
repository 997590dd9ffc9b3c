import { placeText } from '../../records/located.ts';
import type { Mark, Part } from '../../records/result.ts';
import { costs, markPoints } from '../points.ts';
import { badge, isFault, waits } from '../verdicts.ts';
import type { Places } from './places.ts';
import { agree, notablyRead } from './readings.ts';
import { rowsIn } from './rows.ts';
import type { LineView, PartView, Rail } from './view.ts';
import { partDigits, whyOf } from './why.ts';

/** What a line may know of the problem it stands in. */
export interface LineContext {
  readonly marks: readonly Mark[];
  readonly places: Places;
  readonly rail: Rail | undefined;
  /** Remarks that are said once for the whole problem. */
  readonly shared: ReadonlySet<string>;
  readonly firstFault: string | undefined;
}

/** One line of the ledger. */
export function lineView(mark: Mark, context: LineContext): LineView {
  const { field, given, name, formula, expected, worked } = mark;
  const explained = isFault(mark) || waits(mark);
  const read = notablyRead(given, mark.read);
  const own = ownOf(mark, context);
  return {
    anchor: context.places.of(field).anchor,
    field,
    ...(name && { name }),
    equation: formula ? `${field} = ${formula}` : field,
    verdict: badge(mark.verdict),
    points: markPoints(mark),
    ...(context.rail && { rail: context.rail }),
    ...(given !== undefined && { given }),
    ...layoutOf(given, expected !== undefined || own !== undefined),
    ...(mark.value !== undefined && { value: mark.value }),
    ...(read !== undefined && { read }),
    ...(expected !== undefined && { solution: { value: expected, line: solutionLine(expected, worked) } }),
    ...(own && { own }),
    notes: notesOf(mark, explained, own?.agrees ?? false)
      .filter((note) => !context.shared.has(note))
      .map(ended),
    parts: shownParts(mark).map((part) => partView(part, mark.says)),
    ...(explained && { why: whyOf(mark, context.marks, field === context.firstFault) }),
  };
}

const narrow = 40;

/** A table is set as one, and a long answer without a solution beside it takes its room. */
function layoutOf(given: string | undefined, hasBeside: boolean): Pick<LineView, 'rows' | 'wide'> {
  const rows = given === undefined ? undefined : rowsIn(given);
  const isWide = !hasBeside && given !== undefined && (given.includes('\n') || given.length > narrow);
  return { ...(rows && { rows }), ...(isWide && { wide: true }) };
}

const solutionLine = (expected: string, worked: string | undefined): string =>
  worked === undefined || worked === expected ? expected : `${worked} = ${expected}`;

/** The grey lines below. What the own value already shows, or the word of the verdict, is not said again. */
function notesOf(mark: Mark, explained: boolean, follows: boolean): string[] {
  const plain = mark.verdict === 'blank' || (mark.verdict === 'carried' && follows && !costs(mark));
  const says = explained || plain || mark.says === undefined ? [] : [mark.says];
  const place = explained && mark.where ? [`It stands at ${placeText(mark.where)} of your document.`] : [];
  return [...says, ...(mark.notes ?? []), ...place];
}

function ownOf(mark: Mark, { marks, places }: LineContext): LineView['own'] {
  const { follows, value } = mark;
  if (!follows || (follows.agrees && !(value !== undefined && agree(value, follows.value)))) return undefined;
  return { value: follows.value, from: sourcesOf(follows.from, marks).map(places.of), agrees: follows.agrees };
}

/** The lines used that differ from the solution, or all of them where none does. */
function sourcesOf(fields: readonly string[], marks: readonly Mark[]): string[] {
  const right = new Set(marks.filter(({ verdict }) => verdict === 'correct').map(({ field }) => field));
  const off = fields.filter((field) => !right.has(field));
  return off.length > 0 ? off : [...fields];
}

/** Several remarks stand in one line, so each must end. */
const ended = (note: string): string => (/[.?!]$/.test(note) ? note : `${note}.`);

/** Shown work is repeated only where there is something to say about it. */
function shownParts({ parts = [] }: Mark): readonly Part[] {
  return parts.some(({ verdict }) => verdict !== 'correct') ? parts : [];
}

function partView({ says, ...part }: Part, said = ''): PartView {
  const digits = partDigits(part);
  const more = says !== undefined && !said.includes(says);
  return { ...part, verdict: badge(part.verdict), ...(more && { says }), ...(digits && { digits }) };
}

import { Decimal } from '../exact/decimal.ts';
import { type Fault, isFault } from '../exact/numeral.ts';
import { plain, unreadable, type Written } from '../exact/written.ts';
import { labelFault, labelIn } from './label.ts';
import { findName, type NumberContext } from './names.ts';
import type { Side } from './shown.ts';
import { readSide, resultOf } from './side.ts';
import { type Side as Part, sidesOf } from './sides.ts';
import { type ShownStep, stepBetween } from './step.ts';

/** One line of work, read. */
export interface LineReading {
  readonly ok: true;
  /** The number that the line ends in. */
  readonly value: Written;
  /** The line in the plain notation. */
  readonly read: string;
  /** Every equality that it shows. */
  readonly steps: readonly ShownStep[];
  readonly notes: readonly string[];
}

type Refused = { readonly ok: false } & Fault;

/** Reads one line of work; `last` for the line that gives the answer, whose label must be that of the field. */
export function readLine(line: string, context: NumberContext, last: boolean): LineReading | Refused {
  const fault = unreadable(line);
  if (fault) return { ok: false, ...fault };
  const text = plain(line);
  const parts = sidesOf(text);
  if (isFault(parts)) return { ok: false, ...parts };
  const labelled = withoutLabel(text, parts, context, last);
  if (isFault(labelled)) return { ok: false, ...labelled };
  const sides: Side[] = [];
  for (const { from, to, approximate } of labelled.parts) {
    const side = readSide(text.slice(from, to), line.slice(from, to).trim(), approximate, context);
    if (!side.ok) return { ...side, at: side.at + from };
    sides.push(side);
  }
  return conclude(text, sides, labelled, context);
}

interface Labelled {
  readonly parts: readonly Part[];
  /** The first part is a given's name, which may be meant as a label. */
  readonly given: boolean;
}

function withoutLabel(text: string, parts: readonly Part[], context: NumberContext, last: boolean): Labelled | Fault {
  const [first, ...rest] = parts;
  const label = first && labelIn(text.slice(first.from, first.to));
  if (!first || !label || (rest.length === 0 && !label.colon)) return { parts, given: false };
  const fault = labelFault(label, context, last);
  if (fault === 'given') return { parts, given: true };
  if (fault) return { ...fault, at: first.from };
  return { parts: label.colon ? [{ ...first, from: first.from + label.end }, ...rest] : rest, given: false };
}

function conclude(
  text: string,
  sides: readonly Side[],
  { parts, given }: Labelled,
  context: NumberContext,
): LineReading | Refused {
  const [end, part] = [sides.at(-1), parts.at(-1)];
  if (!end || !part) return { ok: false, reason: 'there is no number', at: 0 };
  const value = resultOf(end, text.slice(part.from, part.to));
  if (isFault(value)) return { ok: false, reason: value.reason, at: part.from };
  const scale = { ...context, valueOf: (name: string) => findName(name, context)?.value ?? new Decimal(Number.NaN) };
  const steps = sides.slice(1).map((right, i) => stepBetween(sides[i] ?? right, right, scale));
  if (given && !steps[0]?.agrees) {
    return { ok: false, reason: `"${sides[0]?.read}" has another value in this problem; leave the label out`, at: 0 };
  }
  const read = sides.map((side, i) => (side.approximate ? '≈ ' : i > 0 ? '= ' : '') + side.read).join(' ');
  return { ok: true, value, read, steps, notes: sides.flatMap((side) => side.notes) };
}

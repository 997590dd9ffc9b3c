import { spend } from '../exact/budget.ts';
import { type Fault, isFault } from '../exact/numeral.ts';
import { plain, unreadable } from '../exact/written.ts';
import { concludeChain, firstAgrees, type LineReading, type Link, type Refused } from './chain.ts';
import { isProduct, labelFault, labelIn } from './label.ts';
import type { NumberContext } from './names.ts';
import { readSide } from './side.ts';
import { type Side, sidesOf } from './sides.ts';

/** Reads one line of work; `last` for the line that gives the answer, whose label must be that of the field. */
export function readLine(line: string, context: NumberContext, last: boolean): LineReading | Refused {
  const fault = unreadable(line);
  if (fault) return { ok: false, ...fault };
  spend(line.length);
  const text = plain(line);
  const sides = sidesOf(text);
  if (isFault(sides)) return { ok: false, ...sides };
  const labelled = withoutLabel(text, sides, context, last);
  if (isFault(labelled)) return { ok: false, ...labelled };
  const links = labelled.sides.map((side) => linkOf(text, line, side, context));
  if (labelled.given && !firstAgrees(links, context)) {
    const name = links[0]?.given;
    return { ok: false, reason: `"${name}" has another value in this problem; leave the label out`, at: 0 };
  }
  return concludeChain(links, context, last);
}

function linkOf(plainLine: string, line: string, side: Side, context: NumberContext): Link {
  const { from, to, approximate, arrow } = side;
  const [text, given] = [plainLine.slice(from, to), line.slice(from, to).trim()];
  return { text, given, at: from, arrow, reading: readSide(text, given, approximate, context) };
}

interface Labelled {
  readonly sides: readonly Side[];
  /** The first part is a given's name, which may be meant as a label. */
  readonly given: boolean;
}

function withoutLabel(text: string, sides: readonly Side[], context: NumberContext, last: boolean): Labelled | Fault {
  const [first, ...rest] = sides;
  const label = first && labelIn(text.slice(first.from, first.to));
  if (!first || !label || (rest.length === 0 && !label.colon) || isProduct(label.name, context))
    return { sides, given: false };
  const fault = labelFault(label, context, last);
  if (fault === 'given') return { sides, given: true };
  if (fault) return { ...fault, at: first.from };
  return { sides: label.colon ? [{ ...first, from: first.from + label.end }, ...rest] : rest, given: false };
}

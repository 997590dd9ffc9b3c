import { spend } from '../exact/budget.ts';
import { isFault } from '../exact/numeral.ts';
import { plain, unreadable } from '../exact/written.ts';
import { concludeChain, firstAgrees, type LineReading, type Link, type Refused } from './chain.ts';
import { unemphasised } from './emphasis.ts';
import { withoutLabel } from './label-side.ts';
import { type NumberContext, scaleOf } from './names.ts';
import { plainDecimal } from './plain-decimal.ts';
import { readSide } from './side.ts';
import { type Side, sidesOf } from './sides.ts';
import { stepBetween } from './step.ts';

/** Reads one line of work; `last` for the line that gives the answer, whose label must be that of the field. */
export function readLine(line: string, context: NumberContext, last: boolean): LineReading | Refused {
  const fault = unreadable(line);
  if (fault) return { ok: false, ...fault };
  spend(line.length);
  const number = plainDecimal(line, context);
  if (number) return number;
  const text = unemphasised(plain(line));
  const sides = sidesOf(text);
  if (isFault(sides)) return { ok: false, ...sides };
  const labelled = withoutLabel(text, sides, context, last);
  if (isFault(labelled)) return { ok: false, ...labelled };
  const assigned = labelled.sides.find((side, i) => side.assigned && (i > 0 || labelled.sides.length === sides.length));
  if (assigned) return { ok: false, reason: 'only a name is given a value by an arrow to the left', at: assigned.from };
  const links = linksOf(text, line, labelled.sides, context);
  if (labelled.given && !firstAgrees(links, context)) {
    const name = links[0]?.given;
    return { ok: false, reason: `"${name}" has another value in this problem; leave the label out`, at: 0 };
  }
  const concluded = concludeChain(links, context, last);
  return concluded.ok && labelled.doubt ? { doubt: labelled.doubt, ...concluded } : concluded;
}

/** The parts as they are best taken: the last first, because it decides between the readings of the one before. */
function linksOf(plainLine: string, line: string, sides: readonly Side[], context: NumberContext): Link[] {
  const links: Link[] = [];
  for (const { from, to, approximate, arrow } of [...sides].reverse()) {
    const [text, given] = [plainLine.slice(from, to), line.slice(from, to).trim()];
    const reading = taken(readSide(text, given, approximate, context), links[0], context);
    links.unshift({ text, given, at: from, arrow, reading });
  }
  return links;
}

/** The reading that the next part bears out; else the likeliest of those that need no such proof. */
function taken(readings: ReturnType<typeof readSide>, next: Link | undefined, context: NumberContext): Link['reading'] {
  if (isFault(readings)) return { ok: false, ...readings };
  const right = next?.reading;
  const scale = scaleOf(context);
  const found =
    (right?.ok && readings.find((left) => stepBetween(left, right, scale).agrees)) ||
    readings.find(({ unless }) => unless === undefined);
  return found ? { ok: true, ...found } : { ok: false, reason: readings[0]?.unless ?? 'this is no number', at: 0 };
}

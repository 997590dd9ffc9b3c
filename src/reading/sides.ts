import { endOf } from '../exact/dressing.ts';
import { unenclosed } from '../exact/enclosed.ts';
import type { Fault } from '../exact/numeral.ts';

/** A part of a line between equals signs. */
export interface Side {
  readonly from: number;
  readonly to: number;
  /** Joined to the part before it by a sign that says the number is rounded. */
  readonly approximate: boolean;
  /** Joined to the part before it by an arrow. */
  readonly arrow: boolean;
  /** Joined to the part before it by a sign that gives a name its value: `a1 <- 0.7971`. */
  readonly assigned: boolean;
}

const lead = /^(?:[\s\0]|∴|⇒|→|=>|\\(?:therefore|Rightarrow|implies)(?![a-zA-Z]))+/;
const sign =
  /<-(?=[\s\0])|(?<=[\s\0])~(?=[\s\0])|(?<!=)=+>|(?<!-)-+>|\\(?:approx|simeq|cong|doteq|neq?|leq?|geq?|lt|gt|to|gets|[a-zA-Z]*arrow|implies)(?![a-zA-Z])|[=!]==?|[:=]=|[=≈≠<>≤≥→⇒⟶⟹←]|[([{)\]}]/g;
const equal = /^(?:=|==|:=)$/;
const assignment = /^(?:<-|←|\\(?:leftarrow|gets))$/;
const arrow = /^(?:~|=+>|-+>|[→⇒⟶⟹]|\\(?:to|implies|(?:[Ll]ong)?[Rr]ightarrow))$/;
const rounded = /^(?:~|≈|\\approx|\\simeq|\\cong|\\doteq)$/;

/** The parts of a line (a `plain` text) between its equals signs; at least one. */
export function sidesOf(text: string): readonly Side[] | Fault {
  const begin = lead.exec(text)?.[0].length ?? 0;
  const [start, end] = unenclosed(text, begin, endOf(text, begin));
  const sides: Side[] = [];
  let from = start;
  let joint = '';
  const append = (to: number): number =>
    sides.push({
      from,
      to,
      approximate: rounded.test(joint),
      arrow: arrow.test(joint),
      assigned: assignment.test(joint),
    });
  for (const { at, found } of joints(text.slice(0, end), start)) {
    if (![equal, rounded, arrow, assignment].some((kind) => kind.test(found)))
      return { reason: `"${found}" does not say what the number is`, at };
    if (text.slice(from, at).trim() !== '') append(at);
    else if (sides.length > 0) return { reason: 'nothing stands between two equals signs', at };
    from = at + found.length;
    joint = found;
  }
  if (text.slice(from, end).trim() === '') return { reason: 'no number follows the equals sign', at: from };
  append(end);
  return sides;
}

/** The signs outside all brackets that part a line. One inside is kept, for the reader of that part to refuse. */
function joints(text: string, start: number): { at: number; found: string }[] {
  const found: { at: number; found: string }[] = [];
  let depth = 0;
  for (const match of text.slice(start).matchAll(sign)) {
    if ('([{'.includes(match[0])) depth++;
    else if (')]}'.includes(match[0])) depth--;
    else if (depth === 0) found.push({ at: start + match.index, found: match[0] });
  }
  return found;
}

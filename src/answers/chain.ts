import { Decimal } from '../exact/decimal.ts';
import { type Fault, isFault } from '../exact/numeral.ts';
import type { Written } from '../exact/written.ts';
import { findName, type NumberContext } from './names.ts';
import { standsInTheWay } from './passed.ts';
import type { Side } from './shown.ts';
import { resultOf, type SideReading } from './side.ts';
import { beginsAnother } from './statements.ts';
import { type ShownStep, stepBetween } from './step.ts';

/** A part of a line, with what was made of it. */
export interface Link {
  /** As written. */
  readonly given: string;
  /** Its `plain` text. */
  readonly text: string;
  /** Where in the line it begins. */
  readonly at: number;
  /** An arrow joins it to the part before it. */
  readonly arrow: boolean;
  readonly reading: SideReading;
}

/** One line of work, read. */
export interface LineReading {
  readonly ok: true;
  /** The number that the line ends in. */
  readonly value: Written;
  /** The line in the plain notation; a part that was passed over parts it into lines. */
  readonly read: string;
  /** Every equality that it shows. */
  readonly steps: readonly ShownStep[];
  readonly notes: readonly string[];
}

export type Refused = { readonly ok: false } & Fault;

type ReadLink = Link & { readonly reading: { readonly ok: true } & Side };

/**
 * What the parts of a line come to. Where the last part is one plain number, a part before it that cannot be read is
 * passed over, and a note says so.
 */
export function concludeChain(links: readonly Link[], context: NumberContext, last: boolean): LineReading | Refused {
  const faults = links.filter((link) => !link.reading.ok);
  const end = links.at(-1);
  if (!end) return { ok: false, reason: 'there is no number', at: 0 };
  if (!end.reading.ok) return faultOf(end);
  const [first] = faults;
  if (first && !end.reading.written) return faultOf(first);
  for (const link of faults) {
    const reason = standsInTheWay(link.text, context, last);
    if (reason) return { ok: false, reason, at: link.at };
  }
  const doubt = doubtBetween(links, context);
  if (doubt) return doubt;
  const lines = stretchesOf(links).map((stretch) => conclude(stretch, context));
  const answer = lines.at(-1);
  if (!answer?.ok) return answer ?? faultOf(end);
  const shown = lines.filter((line) => line.ok).filter((line) => line === answer || line.steps.length > 0);
  return {
    ...answer,
    read: shown.map((line) => line.read).join('\n'),
    steps: shown.flatMap((line) => line.steps),
    notes: [...new Set([...faults.map(unchecked), ...shown.flatMap((line) => line.notes)])],
  };
}

const faultOf = ({ reading, at }: Link): Refused =>
  reading.ok ? { ok: false, reason: 'there is no number', at } : { ...reading, at: reading.at + at };

const longest = 60;

function unchecked({ given, reading }: Link): string {
  const part = given.length > longest ? `${given.slice(0, longest)}…` : given;
  return `\`${part.replaceAll('`', '').trim()}\` was not checked: ${reading.ok ? '' : reading.reason}.`;
}

/** The links between those that could not be read. */
function stretchesOf(links: readonly Link[]): ReadLink[][] {
  const stretches: ReadLink[][] = [[]];
  for (const link of links) {
    if (isRead(link)) stretches.at(-1)?.push(link);
    else stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

const isRead = (link: Link | undefined): link is ReadLink => link?.reading.ok === true;

/** Two parts may belong to two statements: an arrow means "so" as well, and `a1 = 0.7971 z1 = 1.368` has no comma. */
function doubtBetween(links: readonly Link[], context: NumberContext): Refused | undefined {
  for (const [i, right] of links.slice(1).entries()) {
    const left = links[i];
    if (!left) continue;
    if (right.arrow && !leadsOn(left, right, right === links.at(-1), context))
      return { ok: false, reason: 'the arrow may lead to something else; write an equals sign', at: right.at };
    if (firstAgrees([left, right], context) || !right.reading.ok) continue;
    if (isName(left) || isName(right) || beginsAnother(left.text, right.reading.value, context))
      return { ok: false, reason: 'this may be more than one statement; write the number alone', at: left.at };
  }
  return undefined;
}

/** A name that does not have the value beside it may be the label of another statement. */
const isName = ({ reading }: Link): boolean => reading.ok && reading.tree.kind === 'symbol';

/** Does an arrow lead from arithmetic to its result, or from a number to the same with no more places? */
function leadsOn(left: Link, right: Link, last: boolean, context: NumberContext): boolean {
  const from = left.reading.ok ? left.reading.written : undefined;
  const to = right.reading.ok ? right.reading.written : undefined;
  if (from && to && to.places > from.places) return false;
  return firstAgrees([left, right], context) || (last && from === undefined);
}

function conclude(links: readonly ReadLink[], context: NumberContext): LineReading | Refused {
  const end = links.at(-1);
  if (!end) return { ok: false, reason: 'there is no number', at: 0 };
  const value = resultOf(end.reading, end.text);
  if (isFault(value)) return { ok: false, reason: value.reason, at: end.at };
  const steps = links.slice(1).flatMap((right, i) => {
    const left = links[i];
    return left ? [step(left, right, context)] : [];
  });
  const read = links.map(({ reading }, i) => (reading.approximate ? '≈ ' : i > 0 ? '= ' : '') + reading.read).join(' ');
  return { ok: true, value, read, steps, notes: links.flatMap(({ reading }) => reading.notes) };
}

/** Were the first two parts read, and do they agree? */
export function firstAgrees([left, right]: readonly Link[], context: NumberContext): boolean {
  return isRead(left) && isRead(right) && step(left, right, context).agrees;
}

function step(left: ReadLink, right: ReadLink, context: NumberContext): ShownStep {
  const scale = { ...context, valueOf: (name: string) => findName(name, context)?.value ?? new Decimal(Number.NaN) };
  return stepBetween(left.reading, right.reading, scale);
}

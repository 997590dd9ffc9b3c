import { type Fault, isFault } from '../exact/numeral.ts';
import type { Written } from '../exact/written.ts';
import { answered } from './answered.ts';
import { askedOf, type NumberContext, scaleOf } from './names.ts';
import { standsInTheWay } from './passed.ts';
import type { Side } from './shown.ts';
import { resultOf } from './side.ts';
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
  readonly reading: ({ readonly ok: true } & Side) | Refused;
}

/** `61/706` where a count is asked for. */
const isPartOfOne = ({ written, tree }: Side, context: NumberContext): boolean =>
  askedOf(context) === 'count' && written?.integer === false && tree.kind === 'product';

/** Sides that are joined by equals signs, and every equality between neighbours. */
export interface Statement {
  readonly sides: readonly Side[];
  readonly steps: readonly ShownStep[];
}

/** One line of work, read. */
export interface LineReading {
  readonly ok: true;
  /** The number that the line answers with. */
  readonly value: Written;
  /** Why the number may be meant otherwise. */
  readonly doubt?: string;
  /** What it shows, the one that gives the value last; a part that was passed over parts it into several. */
  readonly statements: readonly Statement[];
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
  const result = resultOf(end.reading, end.text, context);
  if (isFault(result)) return { ok: false, reason: result.reason, at: end.at };
  const all = stretchesOf(links).map((stretch) => statementOf(stretch, context));
  const statements = all.filter(({ steps }, i) => i === all.length - 1 || steps.length > 0);
  const notes = statements.flatMap(({ sides }) => sides.flatMap((side) => side.notes));
  if (statements.at(-1)?.sides.length === 1 && isPartOfOne(end.reading, context))
    return { ok: false, reason: 'this may be a list, a date or a division', at: end.at };
  const value = answered(result.value, statements.at(-1)?.sides ?? [], context);
  return { ok: true, ...result, value, statements, notes: [...new Set([...faults.map(unchecked), ...notes])] };
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
      return { ok: false, reason: 'the arrow, or ~, may lead to something else; write an equals sign', at: right.at };
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

function statementOf(links: readonly ReadLink[], context: NumberContext): Statement {
  const steps = links.slice(1).flatMap((right, i) => {
    const left = links[i];
    return left ? [step(left, right, context)] : [];
  });
  return { sides: links.map(({ reading }) => reading), steps };
}

/** A statement in the plain notation: `5*5 = 25`, `≈ 0.5`. */
export const textOf = ({ sides }: Statement): string =>
  sides.map(({ approximate, read }, i) => (approximate ? '≈ ' : i > 0 ? '= ' : '') + read).join(' ');

/** Were the first two parts read, and do they agree? */
export function firstAgrees([left, right]: readonly Link[], context: NumberContext): boolean {
  return isRead(left) && isRead(right) && step(left, right, context).agrees;
}

const step = (left: ReadLink, right: ReadLink, context: NumberContext): ShownStep =>
  stepBetween(left.reading, right.reading, scaleOf(context));

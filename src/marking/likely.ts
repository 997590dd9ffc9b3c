import { nearest } from '../records/nearest.ts';
import type { Mark } from '../records/result.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

/** An answer under a name that is no field, and the fields that it is likely meant for, the likeliest first. */
export interface Stranger {
  readonly name: string;
  readonly likely: readonly string[];
}

/** By name what may be meant, and what may still be. */
interface Open {
  /** Every field without an answer. */
  readonly unanswered: readonly string[];
  /** Those that were asked for. */
  readonly asked: readonly string[];
  /** Can what was handed in be read as the answer to a field? */
  fits(field: string): boolean;
}

/**
 * The fields that an answer under an unknown name is likely meant for: that whose name is nearest; else the only one
 * that was asked for and not answered; else all of those that it can be read for.
 */
export function likelyFields(name: string, { unanswered, asked, fits }: Open): readonly string[] {
  const near = nearest(name, asked) ?? nearest(name, unanswered);
  if (near !== undefined) return [near];
  return asked.length === 1 ? asked : asked.filter(fits);
}

/**
 * The marks with those waiting that an answer under an unknown name may belong to. The points of a line that was not
 * asked for lie with what was.
 */
export function awaiting(scored: readonly Scored[], strangers: readonly Stranger[]): readonly Scored[] {
  const open = scored.filter(({ mark }) => mark.verdict === 'blank').map(({ mark }) => mark.field);
  const waits = ({ likely }: Stranger, field: string): boolean =>
    likely.includes(field) || (likely.length > 0 && likely.every((one) => !open.includes(one)));
  return scored.map((one) => {
    const stranger = open.includes(one.mark.field) ? strangers.find((each) => waits(each, one.mark.field)) : undefined;
    return stranger === undefined ? one : waiting(one, fieldText(stranger, one.mark.field));
  });
}

/** As `awaiting`, for a whole problem whose answers may stand under another problem's name. */
export const awaitingProblem = (scored: readonly Scored[], name: string, id: string): readonly Scored[] =>
  scored.map((one) => (one.mark.verdict === 'blank' ? waiting(one, problemText(name, id)) : one));

const nothingLost = 'A person decides; nothing is lost until then.';

function fieldText({ name, likely }: Stranger, field: string): string {
  const [first = field] = likely;
  const handedIn = `Nothing stands under this name, but “${name}” was handed in, which is no field here`;
  if (likely.length > 1) return `${handedIn} and may be this one. ${nothingLost}`;
  const meant = first === field ? 'this one' : `“${first}”`;
  return `${handedIn}: it is likely ${meant}. ${nothingLost} For all papers at once: "names": { "${name}": "${first}" } at this problem of the assignment.`;
}

const problemText = (name: string, id: string): string =>
  `Nothing stands under this problem's name, but answers were handed in for “${name}”, which is not set: they are likely its own. ${nothingLost} For all papers at once: "alsoCalled": ["${name}"] at “${id}” in the assignment.`;

function waiting({ mark }: Scored, says: string): Scored {
  const points = Number(mark.outOf);
  const waits: Mark = { ...mark, verdict: 'review', says, ...(points > 0 && { waiting: pointsText(points) }) };
  return { mark: waits, points: 0, waiting: points };
}

import type { Mark } from '../records/result.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

/**
 * The marks with those waiting that an answer under an unknown name may belong to: the field whose name is nearest to
 * it, or the only one that was not answered. `nearest` finds the likeliest of some names.
 */
export function awaiting(
  scored: readonly Scored[],
  strangers: readonly string[],
  nearest: (stranger: string, names: readonly string[]) => string | undefined,
): readonly Scored[] {
  const open = scored.filter(({ mark }) => mark.verdict === 'blank').map(({ mark }) => mark.field);
  const likely = new Map(
    strangers.map((name) => [nearest(name, open) ?? (open.length === 1 ? open[0] : undefined), name]),
  );
  return scored.map((one) => {
    const name = open.includes(one.mark.field) ? likely.get(one.mark.field) : undefined;
    return name === undefined ? one : waiting(one, fieldText(name, one.mark.field));
  });
}

/** As `awaiting`, for a whole problem whose answers may stand under another problem's name. */
export const awaitingProblem = (scored: readonly Scored[], name: string): readonly Scored[] =>
  scored.map((one) => (one.mark.verdict === 'blank' ? waiting(one, problemText(name)) : one));

const fieldText = (name: string, field: string): string =>
  `Nothing stands under this name, but “${name}” was handed in, which is no field here: it is likely this one. A person decides; nothing is lost until then. For all papers at once: "names": { "${name}": "${field}" } at this problem of the assignment.`;

const problemText = (name: string): string =>
  `Nothing stands under this problem's name, but answers were handed in for “${name}”, which is not set: they are likely its own. A person decides; nothing is lost until then.`;

function waiting({ mark }: Scored, says: string): Scored {
  const points = Number(mark.outOf);
  const waits: Mark = { ...mark, verdict: 'review', says, ...(points > 0 && { waiting: pointsText(points) }) };
  return { mark: waits, points: 0, waiting: points };
}

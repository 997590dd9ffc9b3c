import type { Entry, EntryOf, MachineSaid } from '../records/adjustments.ts';

/** Takes a decision that does not apply, and why. */
export type Stale = (entry: Entry, reason: string) => void;

/**
 * Why points that a person set do not hold: the machine says something else than when they were set, or they are more
 * than there are. Undefined where they hold.
 */
export function whyStale(
  { machine, points }: EntryOf<'points'>,
  now: MachineSaid & { outOf: string },
): string | undefined {
  if (Number(points) > Number(now.outOf)) return `there are only ${now.outOf} points`;
  if (!machine) return undefined;
  if (machine.given !== undefined && machine.given !== (now.given ?? '')) return 'the answer is another now';
  const same =
    Number(machine.points) === Number(now.points) && (machine.verdict === undefined || machine.verdict === now.verdict);
  return same ? undefined : `the machine said ${said(machine)} then and says ${said(now)} now`;
}

const said = ({ verdict, points }: MachineSaid): string =>
  verdict === undefined ? `${points} points` : `“${verdict}”, ${points} points`;

/** What a decision is about, in words: `5 points for q3, a1`. */
export function subjectOf(entry: Entry): string {
  const where = [('problem' in entry && entry.problem) || '', ('field' in entry && entry.field) || '']
    .filter((name) => name !== '')
    .join(', ');
  if (entry.kind === 'points') return `${entry.points} ${Number(entry.points) === 1 ? 'point' : 'points'} for ${where}`;
  return `${words[entry.kind]}${where && ` on ${where}`}`;
}

const words: Readonly<Record<Exclude<Entry['kind'], 'points'>, string>> = {
  comment: 'a comment',
  reviewed: 'a review',
  excused: 'an excuse',
  group: 'a group',
  'late-policy': 'a late policy',
  'handed-in': 'a time',
  extension: 'an extension',
  name: 'an accepted name',
  convention: 'an accepted convention',
};

/** A decision that does not apply, as one sentence. */
export const staleText = (entry: Entry, reason: string): string =>
  `An adjustment by ${entry.by} of ${entry.at.slice(0, 10)} does not apply (${subjectOf(entry)}): ${reason}. Decide anew with gradcheck adjust.`;

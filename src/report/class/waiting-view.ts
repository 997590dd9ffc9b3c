import { grouped } from './papers.ts';
import type { Link, WaitingView } from './view.ts';

/** Something that a person has to look at, and whose papers it is about. */
export type Waiting = Omit<WaitingView, 'token' | 'papers' | 'links'> & {
  readonly links: readonly Link[];
};

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Groups by what they have in common, the largest first. */
export const bySize = <T>(items: readonly T[], key: (item: T) => readonly string[]): T[][] =>
  [...grouped(items, (item) => JSON.stringify(key(item))).values()].sort((a, b) => b.length - a.length);

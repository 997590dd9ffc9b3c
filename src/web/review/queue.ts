import type { Entry } from '../../records/adjustments.ts';
import { plainText } from '../../report/text/sentence.ts';
import { cut, oneLine } from '../../report/text/visible.ts';
import { badge, isFault, waits } from '../../report/verdicts.ts';
import { decidedIn } from './decided.ts';
import type { Group } from './groups.ts';

/** Why a group is in the queue: it waits, nothing explains it, or it only cost points. */
type Reason = 'waits' | 'unexplained' | 'lost' | 'right';

/** A group as the page shows it. */
interface GroupView {
  readonly id: string;
  readonly kind: Group['kind'];
  readonly reason: Reason;
  readonly title: string;
  readonly papers: number;
  readonly likely: string;
  /** How many papers somebody has decided about. */
  readonly decided: number;
}

/** Which groups a page may ask for. */
const filters = {
  open: ({ reason, decided, papers }) => reason === 'waits' && decided < papers,
  unexplained: ({ reason }) => reason === 'unexplained',
  lost: ({ reason }) => reason !== 'waits',
  decided: ({ decided }) => decided > 0,
} satisfies Record<string, (group: GroupView) => boolean>;

export type Filter = keyof typeof filters;
export const filterNames = Object.keys(filters) as Filter[];

/** What a page asks for: of which sort, with which words, and so many at most. */
export interface Asked {
  readonly show: Filter;
  readonly find: string;
  readonly most: number;
}

/** The queue as the page shows it, and how much there is in all. */
interface Queue {
  readonly groups: readonly GroupView[];
  /** How many groups are of the sort and have the words. */
  readonly found: number;
  /** By sort. */
  readonly counts: Readonly<Record<Filter, number>>;
  readonly waiting: { readonly groups: number; readonly answers: number };
}

/** The queue: what waits, then what nothing explains, then what cost points; the larger first. */
export function queueView(groups: readonly Group[], entries: readonly Entry[], asked: Asked): Queue {
  const views = groups.map((group) => groupView(group, entries)).filter(({ reason }) => reason !== 'right');
  const open = views.filter(filters.open);
  const found = views.filter(filters[asked.show]).filter(withWords(asked.find)).sort(byWeight);
  return {
    groups: found.slice(0, asked.most),
    found: found.length,
    counts: countsOf(views),
    waiting: { groups: open.length, answers: open.reduce((sum, { papers, decided }) => sum + papers - decided, 0) },
  };
}

const countsOf = (views: readonly GroupView[]) =>
  Object.fromEntries(filterNames.map((name) => [name, views.filter(filters[name]).length])) as Record<Filter, number>;

function withWords(find: string): (group: GroupView) => boolean {
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ title, likely }) => {
    const text = `${title} ${likely}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

const order: readonly Reason[] = ['waits', 'unexplained', 'lost', 'right'];

const byWeight = (a: GroupView, b: GroupView): number =>
  order.indexOf(a.reason) - order.indexOf(b.reason) || b.papers - a.papers || (a.id < b.id ? -1 : 1);

const described = new WeakMap<Group, Omit<GroupView, 'decided'>>();

/** What is said of a group hangs on its papers alone; what is decided changes. */
export function groupView(group: Group, entries: readonly Entry[]): GroupView {
  const known = described.get(group) ?? describe(group);
  described.set(group, known);
  return { ...known, decided: known.reason === 'right' ? 0 : decidedIn(group, entries) };
}

const describe = (group: Group): Omit<GroupView, 'decided'> => ({
  id: group.id,
  kind: group.kind,
  reason: reasonOf(group),
  title: titleOf(group),
  papers: group.members.length,
  likely: likelyOf(group),
});

function reasonOf(group: Group): Reason {
  if (group.kind !== 'answer') return 'waits';
  const { mark } = group;
  if (waits(mark)) return 'waits';
  if (mark.verdict === 'wrong' && Number(mark.outOf) > Number(mark.points)) return 'unexplained';
  return isFault(mark) && Number(mark.outOf) > Number(mark.points) ? 'lost' : 'right';
}

function titleOf(group: Group): string {
  if (group.kind === 'paper') return oneLine(group.says, 90);
  if (group.kind === 'name') return `${group.problem.id}: “${oneLine(group.name, 40)}” is no field`;
  if (group.kind === 'problem') return `“${oneLine(group.name, 40)}” is no problem of this assignment`;
  return `${group.mark.field} = ${oneLine(group.mark.given ?? 'nothing', 60)}`;
}

function likelyOf(group: Group): string {
  if (group.kind !== 'answer') return '';
  const { verdict, slips = [] } = group.mark;
  const [first] = slips;
  if (!first) return badge(verdict).word.toLowerCase();
  return `${verdict === 'slip' ? 'likely' : 'perhaps'}: ${cut(plainText(first.says), 90)}`;
}

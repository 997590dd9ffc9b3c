import { textsOf } from '../../marking/disclosure.ts';
import type { Entry, EntryOf } from '../../records/adjustments.ts';
import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import { studentFileName } from '../../report/file-name.ts';
import { given, lineName, sentence } from '../../report/html/filters.ts';
import { pooledText } from '../../report/pooled.ts';
import { plainText } from '../../report/text/sentence.ts';
import { cut, oneLine } from '../../report/text/visible.ts';
import { badge, isFault, waits } from '../../report/verdicts.ts';
import { pointsOf } from './decide.ts';
import type { AnswerGroup, Group, Member, NameGroup, ProblemGroup } from './groups.ts';

/** Why a group is in the queue: it waits, nothing explains it, or it only cost points. */
export type Reason = 'waits' | 'unexplained' | 'lost' | 'right';

/** A group as the page shows it. */
export interface GroupView {
  readonly id: string;
  readonly kind: Group['kind'];
  readonly reason: Reason;
  readonly title: string;
  readonly papers: number;
  readonly likely: string;
  /** How many papers somebody has decided about. */
  readonly decided: number;
}

/** The queue as the page shows it, and how much waits in all. */
export interface Queue {
  readonly groups: readonly GroupView[];
  readonly waiting: { readonly groups: number; readonly answers: number };
}

/** Of each sort so many are shown at once; the others come up when these are decided. */
const shown = 500;

/** The queue: what waits, then what nothing explains, then what cost points; the larger first. */
export function queueView(groups: readonly Group[], entries: readonly Entry[]): Queue {
  const views = groups.map((group) => groupView(group, entries)).filter(({ reason }) => reason !== 'right');
  const open = views.filter(({ reason, decided, papers }) => reason === 'waits' && decided < papers);
  const sorted = views.sort(
    (a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || b.papers - a.papers || (a.id < b.id ? -1 : 1),
  );
  const answers = open.reduce((sum, { papers, decided }) => sum + papers - decided, 0);
  return { groups: firstOfEach(sorted), waiting: { groups: open.length, answers } };
}

function firstOfEach(views: readonly GroupView[]): GroupView[] {
  const counts = new Map<string, number>();
  return views.filter(({ reason, decided, papers }) => {
    const sort = `${reason} ${decided > 0} ${decided < papers}`;
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    return count <= shown;
  });
}

const order: readonly Reason[] = ['waits', 'unexplained', 'lost', 'right'];

const described = new WeakMap<Group, Omit<GroupView, 'decided'>>();

/** What is said of a group hangs on its papers alone; what is decided changes. */
function groupView(group: Group, entries: readonly Entry[]): GroupView {
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

function decidedIn(group: Group, entries: readonly Entry[]): number {
  if (group.kind === 'name' || group.kind === 'problem')
    return entries.some((one) => one.kind === 'name' && one.name === group.name && isAbout(one, group))
      ? group.members.length
      : 0;
  if (group.kind === 'paper')
    return group.members.filter(({ student, submission }) =>
      entries.some(
        (one) => one.kind === 'reviewed' && one.student === student && (one.submission ?? submission) === submission,
      ),
    ).length;
  return group.members.filter((member) => decisionAt(group, member, entries)).length;
}

const isAbout = ({ problem, field }: EntryOf<'name'>, group: NameGroup | ProblemGroup): boolean =>
  group.kind === 'name' ? problem === group.problem.id && field !== undefined : field === undefined;

const decisionAt = ({ problem, mark }: AnswerGroup, { student }: Member, entries: readonly Entry[]) =>
  pointsOf(entries, { student, problem: problem.id, field: mark.field });

/** What may be looked up beside the papers. */
export interface Beside {
  /** The rubric of a field that a person marks. */
  readonly rubricOf: (problem: string, field: string) => string | undefined;
  /** The fields of a problem, for a name that is none. */
  readonly fieldsOf: (problem: string) => readonly string[];
}

/** A group with everything that it takes to decide. Markup is typeset and escaped here. */
export function detailView(group: Group, entries: readonly Entry[], { rubricOf, fieldsOf }: Beside) {
  const view = groupView(group, entries);
  if (group.kind === 'paper')
    return {
      ...view,
      says: given(group.says).toString(),
      members: group.members.map(({ student }) => ({ student, href: hrefOf(student) })),
    };
  if (group.kind === 'name')
    return {
      ...view,
      problem: group.problem.title,
      says: sentence(group.says).toString(),
      fields: [...group.likely, ...fieldsOf(group.problem.id).filter((name) => !group.likely.includes(name))],
      members: group.members.map(({ student, given: wrote }) => ({
        student,
        href: hrefOf(student),
        note: cut(wrote, 200),
      })),
    };
  if (group.kind === 'problem')
    return {
      ...view,
      says: given(group.says).toString(),
      fields: group.problems,
      members: group.members.map(({ student }) => ({ student, href: hrefOf(student) })),
    };
  const { problem, mark } = group;
  return {
    ...view,
    problem: problem.title,
    line: lineName(mark.field).toString(),
    name: mark.name ?? '',
    given: mark.given === undefined ? '' : given(mark.given).toString(),
    verdict: { ...badge(mark.verdict) },
    expected: mark.expected ?? '',
    points: mark.points,
    outOf: mark.outOf,
    says: [mark.says, pooledOf(group)].flatMap((text) => (text ? [sentence(text).toString()] : [])).join(' '),
    slips: (mark.slips ?? []).slice(0, 4).map(({ says, evidence }) => ({ says: sentence(says).toString(), evidence })),
    rubric: rubricText(problem, rubricOf(problem.id, mark.field)),
    members: group.members.map((member) => memberView(group, member, entries)),
  };
}

/** What the class adds, where nothing is proved. */
const pooledOf = ({ mark, members, wrong }: AnswerGroup): string | undefined =>
  mark.verdict === 'wrong' ? pooledText(mark, members.length, wrong) : undefined;

function memberView(group: AnswerGroup, member: Member, entries: readonly Entry[]) {
  const last = decisionAt(group, member, entries);
  const note = last ? `${last.points} points by ${last.by}: ${last.why ?? ''}` : '';
  return { student: member.student, href: hrefOf(member.student), note, ...(last && { at: last.at }) };
}

const hrefOf = (student: string): string => `report/pages/${encodeURIComponent(studentFileName(student))}.html`;

const rubricText = ({ givens }: ProblemResult, name: string | undefined): readonly string[] =>
  name === undefined ? [] : textsOf(givens[name]).map((text) => sentence(text).toString());

/** The lines of a paper's problem, to be read beside one of them. */
export function workView({ problems }: Result, problem: string) {
  const { marks = [] } = problems.find(({ id }) => id === problem) ?? {};
  return marks.filter((mark) => mark.given !== undefined).map(lineView);
}

const lineView = (mark: Mark) => ({
  field: mark.field,
  line: lineName(mark.field).toString(),
  given: given(mark.given ?? '').toString(),
  verdict: { ...badge(mark.verdict) },
  points: `${mark.points} of ${mark.outOf}`,
});

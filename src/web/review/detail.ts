import { textsOf } from '../../marking/disclosure.ts';
import type { Entry } from '../../records/adjustments.ts';
import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import { studentFileName } from '../../report/file-name.ts';
import { given, lineName, sentence } from '../../report/html/filters.ts';
import { pooledText } from '../../report/pooled.ts';
import { cut } from '../../report/text/visible.ts';
import { badge } from '../../report/verdicts.ts';
import { decisionAt } from './decided.ts';
import type { AnswerGroup, Group, Member } from './groups.ts';
import { groupView } from './queue.ts';

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

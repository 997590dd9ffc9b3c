import { userInfo } from 'node:os';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Entry } from '../../records/adjustments.ts';
import { exit, Stop } from '../exit.ts';
import { checkPlace, machineOf, resultIn } from './machine.ts';
import type { AdjustOptions } from './options.ts';
import { timesIn } from './times.ts';

type Unsigned = Omit<Entry, 'by' | 'at' | 'why'> & object;

/** The decisions that a command line states, each signed. */
export function entriesOf(options: AdjustOptions, assignment: LoadedAssignment, report: string): Entry[] {
  if (options.problem !== undefined) checkPlace(assignment, options.problem, options.field);
  const found = [...aboutAll(options), ...aboutStudents(options, report)];
  if (found.length === 0)
    throw new Stop(exit.usage, 'what is decided? Say --points, --comment, --excuse, …; see --help');
  const signed = {
    by: options.by ?? userInfo().username,
    at: options.at ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  const why = options.why === undefined ? {} : { why: options.why };
  for (const { kind } of found)
    if (options.why === undefined && needReason.has(kind)) throw new Stop(exit.usage, `say why, with --why "…"`);
  return found.map((entry) => ({ ...entry, ...signed, ...why }) as Entry);
}

const needReason: ReadonlySet<string> = new Set(['points', 'reviewed', 'excused', 'extension']);

/** Decisions about the whole class. */
function aboutAll(options: AdjustOptions): Unsigned[] {
  const { group, groupId, paper, acceptName, acceptConvention, due, times } = options;
  const of = (name: keyof AdjustOptions): string => needed(options, name);
  return [
    ...(group === undefined
      ? []
      : [{ kind: 'group', ...defined({ id: groupId, paper }), students: group.split(',').map((id) => id.trim()) }]),
    ...(acceptName === undefined
      ? []
      : [{ kind: 'name', problem: of('problem'), name: acceptName, ...defined({ field: options.field }) }]),
    ...(acceptConvention === undefined
      ? []
      : [{ kind: 'convention', problem: of('problem'), convention: acceptConvention }]),
    ...(due === undefined ? [] : [policyOf(options, due)]),
    ...(times === undefined ? [] : timesIn(times)),
  ] as Unsigned[];
}

function policyOf(options: AdjustOptions, due: string): object {
  const { of, atMost, freeDays, grace } = options;
  const perDay = needed(options, 'perDay');
  return { kind: 'late-policy', due, perDay, ...defined({ of, atMost, freeDays, graceMinutes: grace }) };
}

/** Decisions about each of the students that were named. */
function aboutStudents(options: AdjustOptions, report: string): Unsigned[] {
  const { student: students = [], problem, field, points, comment, reviewed, excuse, extend, handedIn } = options;
  const place = defined({ problem, field });
  const any = points !== undefined || comment !== undefined || reviewed || excuse || extend !== undefined || handedIn;
  if (any && students.length === 0) throw new Stop(exit.usage, 'whose paper is it? Say --student');
  return students.flatMap((student): object[] => [
    ...(points === undefined ? [] : [pointsOf(options, student, points, report)]),
    ...(comment === undefined ? [] : [{ kind: 'comment', student, ...place, text: comment }]),
    ...(reviewed ? [{ kind: 'reviewed', student, ...submissionOf(report, student) }] : []),
    ...(excuse ? [{ kind: 'excused', student, ...defined({ problem }) }] : []),
    ...(extend === undefined ? [] : [{ kind: 'extension', student, days: extend }]),
    ...(handedIn === undefined ? [] : [{ kind: 'handed-in', student, time: handedIn }]),
  ]) as Unsigned[];
}

function pointsOf(options: AdjustOptions, student: string, points: string, report: string): object {
  const problem = needed(options, 'problem');
  const result = resultIn(report, student);
  const place = { problem, ...defined({ field: options.field }) };
  const machine = result && machineOf(result, place, points);
  return { kind: 'points', student, ...place, points, ...defined({ machine }) };
}

const submissionOf = (report: string, student: string): object =>
  defined({ submission: resultIn(report, student)?.submission || undefined });

function needed(options: AdjustOptions, name: keyof AdjustOptions): string {
  const value = options[name];
  const flag = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  if (typeof value !== 'string') throw new Stop(exit.usage, `this needs --${flag} as well`);
  return value;
}

/** An object without what is undefined. */
const defined = (object: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../../collections/catalogue.ts';
import type { Assignment } from '../../../records/assignment.ts';
import { complaintText } from '../../../records/complaint.ts';
import { type Course, readCourse } from '../../../records/course.ts';
import type { Roster } from '../../../records/roster.ts';
import { assignmentOf } from '../../assignments.ts';
import { exit, Stop } from '../../exit.ts';
import { exists, readBytes } from '../../read.ts';
import { rosterOf } from '../../roster.ts';

/** What the folder of a course holds. */
export interface CourseFolder {
  readonly course: Course;
  readonly assignments: readonly Assignment[];
  readonly roster: Roster;
}

/** The course's file and assignments. One that cannot be used is told of before anything is served. */
export function courseIn(folder: string, catalogue: Catalogue): CourseFolder {
  if (!existsSync(folder)) throw new Stop(exit.usage, `${folder}: there is no such folder`);
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== 'course.json' && !name.endsWith('.schema.json'),
  );
  const assignments = names.sort().map((name) => assignmentOf(catalogue, join(folder, name)));
  if (assignments.length === 0) throw new Stop(exit.nothing, `${folder} holds no assignment`);
  const course = courseAt(join(folder, 'course.json'), assignments);
  const roster = course.roster === undefined ? new Map() : rosterOf(join(folder, course.roster));
  return { course, assignments, roster };
}

function courseAt(path: string, assignments: readonly Assignment[]): Course {
  if (!exists(path)) return {};
  const bytes = readBytes(path);
  const reading = bytes.ok ? readCourse(bytes.bytes, path) : { ok: false as const, complaints: [bytes.complaint] };
  if (!reading.ok) throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
  const unknown = Object.keys(reading.course.assignments ?? {}).find((id) => !assignments.some((one) => one.id === id));
  if (unknown !== undefined)
    throw new Stop(
      exit.usage,
      `${path}: there is no assignment "${unknown}"; there are ${assignments.map(({ id }) => id).join(', ')}`,
    );
  return reading.course;
}

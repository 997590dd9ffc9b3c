import { join } from 'node:path';
import type { Catalogue } from '../../collections/catalogue.ts';
import { forStudent, type LoadedAssignment } from '../../marking/assignment.ts';
import type { Assignment } from '../../records/assignment.ts';
import { studentFileName } from '../../report/file-name.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { exists } from '../read.ts';
import { rosterOf } from '../roster.ts';
import { statementOf } from '../statement.ts';
import { talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { blank } from './blank.ts';
import { assignmentSchema } from './schema.ts';

/** A course's papers: whose, and where they go. */
export interface ForClass {
  readonly roster: string;
  readonly out: string;
}

/**
 * A folder for each student of a roster: the questions, a blank paper with its schema, and the assignment as it is set
 * for this student. That assignment holds the student's numbers and no seed, so that `check` works with it and nobody
 * can reckon another's.
 */
export function templatesFor(
  { roster, out }: ForClass,
  file: Assignment,
  assignment: LoadedAssignment,
  catalogue: Catalogue,
): ExitCode {
  const students = [...rosterOf(roster).keys()];
  for (const student of students) {
    const own = drawn(assignment, student);
    const folder = join(out, studentFileName(student));
    makeFolder(folder);
    const schema = `${assignment.id}.schema.json`;
    const files: Record<string, string> = {
      [schema]: JSON.stringify(assignmentSchema(own), null, 2),
      'assignment.json': JSON.stringify(withoutSeed(file, own), null, 2),
      'questions.md': questionsOf(own, catalogue),
    };
    for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), `${text.trimEnd()}\n`);
    writeOnce(join(folder, 'paper.json'), `${blank(own, student, `./${schema}`)}\n`);
  }
  talk(`${students.length} papers are written below ${out}: give each student the folder of the same name.`);
  talk('A student checks with: gradcheck check paper.json --assignment ./assignment.json');
  return exit.done;
}

function drawn(assignment: LoadedAssignment, student: string): LoadedAssignment {
  try {
    return forStudent(assignment, student);
  } catch (error) {
    throw new Stop(exit.usage, `${student}: ${(error as Error).message}`);
  }
}

/** The assignment file with the drawn givens in place of the seed they are drawn with. */
export function withoutSeed({ variants, ...file }: Assignment, own: LoadedAssignment): Assignment {
  return { ...file, problems: own.problems.map(({ set }) => set) };
}

const questionsOf = ({ title, problems }: LoadedAssignment, catalogue: Catalogue): string =>
  [`# ${title}`, ...problems.map((set) => statementOf(catalogue, set).replace(/^#/gm, '##'))].join('\n\n');

/** A paper that is there already may hold answers. */
function writeOnce(path: string, text: string): void {
  if (exists(path)) talk(`${path} is there already and stays as it is`);
  else writeWhole(path, text);
}

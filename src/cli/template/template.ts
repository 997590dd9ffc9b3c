import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forStudent, type LoadedAssignment } from '../../marking/assignment.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { schemasFolder } from '../package-files.ts';
import { exists } from '../read.ts';
import { print, talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { blank } from './blank.ts';
import { documentOf, formatOf, writeDocument } from './document.ts';
import { templatesFor } from './for-class.ts';
import { assignmentSchema } from './schema.ts';

export interface TemplateOptions extends CourseOptions {
  readonly assignment: string;
  readonly student: string;
  readonly out?: string | undefined;
  readonly roster?: string | undefined;
  readonly schema: boolean;
  readonly format?: string | undefined;
}

/**
 * `gradcheck template`: a submission with every field and no answer. Written to a file it gets the assignment's own
 * schema beside it, by which an editor completes and checks the names; printed, it points to the common schema.
 */
export async function template(options: TemplateOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(options);
  const file = assignmentOf(catalogue, options.assignment);
  const all = await loaded(catalogue, file);
  const { roster, out = `papers/${file.id}` } = options;
  if (roster !== undefined) return templatesFor({ roster, out }, file, all, catalogue);
  const assignment = ownOf(all, options.student);
  const schema = JSON.stringify(assignmentSchema(assignment), null, 2);
  const format = formatOf(options);
  if (format !== 'json') writeDocument(options, documentOf(format, catalogue, assignment, options.student), format);
  else if (options.schema) print(schema);
  else if (options.out === undefined) print(blank(assignment, options.student, commonSchema()));
  else writeBoth(options.out, assignment, options.student, schema);
  return exit.done;
}

/** Where every student has other numbers a paper is some student's. */
function ownOf(assignment: LoadedAssignment, student: string): LoadedAssignment {
  if (!assignment.variants) return assignment;
  if (student === '')
    throw new Stop(
      exit.usage,
      'every student has other numbers here; say whose paper with --student, or make everybody’s with --roster',
    );
  return forStudent(assignment, student);
}

/** From the working folder where the package lies in it, so that the file still serves on another machine. */
function commonSchema(): string {
  const path = join(schemasFolder, 'submission.schema.json');
  const near = relative('.', path).replaceAll('\\', '/');
  return near.startsWith('..') ? pathToFileURL(path).href : `./${near}`;
}

function writeBoth(out: string, assignment: LoadedAssignment, student: string, schema: string): void {
  if (exists(out)) throw new Stop(exit.usage, `${out} is there already, perhaps with answers; choose another name`);
  const beside = `${assignment.id}.schema.json`;
  makeFolder(dirname(resolve(out)));
  writeWhole(join(dirname(out), beside), `${schema}\n`);
  writeWhole(out, `${blank(assignment, student, `./${beside}`)}\n`);
  talk(`${out} and ${join(dirname(out), beside)} are written.`);
}

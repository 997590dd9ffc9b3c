import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shownPath } from '../../collections/author-fault.ts';
import { foldersOf, readConfig } from '../../collections/config.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { reasonOf } from '../file-faults.ts';
import { type CourseOptions, configFile, ofCourse, openCatalogue } from '../open-catalogue.ts';
import { packageFolder } from '../package-files.ts';
import { print } from '../talk.ts';
import { skeleton } from './skeleton.ts';

export interface NewOptions extends CourseOptions {
  readonly id: string;
}

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * `gradcheck problems new`: a folder that lint accepts once it is filled in, among the problems of the course. Where there
 * is no course yet, it begins here.
 */
export async function newProblem(options: NewOptions): Promise<ExitCode> {
  const { id } = options;
  if (!idPattern.test(id))
    throw usage(`"${id}" cannot be an id: small letters, digits and single dashes, such as "two-layers"`);
  if ((await openCatalogue(options)).ids.includes(id))
    throw usage(`there is a problem "${id}" already; choose another id`);
  const { problems, config, library } = await placeOf(options);
  const folder = join(problems, id);
  if (existsSync(folder)) throw usage(`${shownPath(folder)} is there already; choose another id, or remove it`);
  if (config !== undefined)
    write('.', { [config]: `${JSON.stringify({ problems: ['problems'], assignments: ['assignments'] })}\n` });
  write(folder, skeleton(id, library));
  const build = library === undefined ? 'npm run build && ' : '';
  const begun = config === undefined ? [] : [`${config} is made: a course begins here.`];
  const next = [
    `${shownPath(folder)} is made. Fill in its four files, then:`,
    `  ${build}npx gradcheck problems lint ${id}`,
  ];
  print([...begun, ...next].join('\n'));
  return exit.done;
}

interface Place {
  readonly problems: string;
  /** The configuration to write, where there is none yet. */
  readonly config?: string;
  /** What a problem imports; undefined in a checkout of gradcheck, where it imports the sources. */
  readonly library?: string;
}

async function placeOf({ config }: CourseOptions): Promise<Place> {
  const library = 'gradcheck';
  const file = configFile(config);
  if (file !== undefined) {
    const [problems] = foldersOf(file, await readConfig(file, ofCourse())).problems;
    if (problems === undefined)
      throw usage(`${shownPath(file)} names no folder of problems; write "problems": ["problems"]`);
    return { problems, library };
  }
  const isCheckout =
    existsSync(join(packageFolder, 'src')) && relative(realpathSync('.'), realpathSync(packageFolder)) === '';
  return isCheckout ? { problems: 'problems' } : { problems: 'problems', config: 'gradcheck.config.json', library };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    throw usage(`cannot write ${shownPath(folder)}: ${reasonOf(error)}`);
  }
}

const usage = (says: string): Stop => new Stop(exit.usage, says);

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Catalogue, catalogueOf } from '../collections/catalogue.ts';
import type { Collection, LoadModule } from '../collections/collection.ts';
import { findConfig, foldersOf, readConfig } from '../collections/config.ts';
import { collectionIn } from '../collections/folder.ts';
import { builtModule, courseModules } from '../collections/modules.ts';
import { withCourse } from '../collections/with-course.ts';
import { refuseAmong } from './among-submissions.ts';
import { exit, Stop } from './exit.ts';
import { packageFolder, problemsFolder } from './package-files.ts';

/** Which course: what every command may be told. */
export interface CourseOptions {
  /** The configuration of the course; the nearest from the working folder upward unless said. */
  readonly config?: string | undefined;
}

/** The problems and assignments that a command sees: those of Gradcheck, and those of the course it is run in. */
export const openCatalogue = ({ config }: CourseOptions): Promise<Catalogue> => catalogueAt(configFile(config));

/** The catalogue with the course of this configuration, where there is one. */
export async function catalogueAt(config: string | undefined): Promise<Catalogue> {
  return catalogueOf([shipped(), ...(config === undefined ? [] : [await courseOf(config)])]);
}

const shipped = (): Collection =>
  collectionIn(
    {
      problems: [problemsFolder],
      assignments: [join(problemsFolder, 'assignments')],
      sources: join(packageFolder, 'problems'),
    },
    builtModule,
  );

/** The file that `--config` names, or the nearest one; never one that lies among what is `graded`. */
export function configFile(named: string | undefined, graded: readonly string[] = []): string | undefined {
  if (named === undefined) {
    const found = findConfig('.');
    if (found !== undefined) refuseAmong(graded, found);
    return found;
  }
  if (!existsSync(named)) throw new Stop(exit.usage, `--config ${named}: there is no such file`);
  return resolve(named);
}

/** Loads the modules of a course, for which `gradcheck` is this program. */
export const ofCourse = (): LoadModule => courseModules(() => import('../index.ts'));

async function courseOf(file: string): Promise<Collection> {
  const config = await readConfig(file, ofCourse());
  const load = courseModules(async () => withCourse(await import('../index.ts'), config));
  return collectionIn({ ...foldersOf(file, config), config: file }, load);
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file lies in `src/cli` of the package, or in `dist/src/cli` once built. */
const here = dirname(fileURLToPath(import.meta.url));

/** The catalogue's own files (statements, assignments), beside the code that reads them. */
export const problemsFolder = join(here, '../../problems');

/** The schemas that editors complete from. */
export const schemasFolder = join(here, '../records/schemas');

/** The LaTeX package of the templates. */
export const styleFile = join(here, '../documents/templates/gradcheck.sty');

/** The folder of the package, which holds what is not built. */
export const packageFolder = [join(here, '../..'), join(here, '../../..')].find((folder) =>
  existsSync(join(folder, 'package.json')),
) as string;

/** A file of the build: what a process of its own runs, also where this code runs from its sources. */
export const builtFile = (name: string): string => join(packageFolder, 'dist/src', name);

/** Tells apart builds of the same version; nothing where the package was not built. */
export function buildId(): string {
  const path = join(packageFolder, 'dist/build-id');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

export const examplesFolder = join(packageFolder, 'submissions/examples');

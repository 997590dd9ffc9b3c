import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file lies in `src/cli` of the package, or in `dist/src/cli` once built. */
const here = dirname(fileURLToPath(import.meta.url));

/** The catalogue's own files (statements, assignments), beside the code that reads them. */
export const problemsFolder = join(here, '../../problems');

/** The schemas that editors complete from. */
export const schemasFolder = join(here, '../records/schemas');

/** The folder of the package, which holds what is not built. */
export const packageFolder = [join(here, '../..'), join(here, '../../..')].find((folder) =>
  existsSync(join(folder, 'package.json')),
) as string;

export const examplesFolder = join(packageFolder, 'submissions/examples');

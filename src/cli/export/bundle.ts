import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assignment } from '../../records/assignment.ts';
import { version } from '../../version.ts';

const programs = new URL('../../exports/autograder/', import.meta.url);

/** The zip for Gradescope: its two programs, the version to install, and the assignment as it is set. */
export async function bundle(assignment: Assignment): Promise<Uint8Array> {
  const { autograderZip } = await import('../../exports/gradescope.ts');
  const program = (name: string): Uint8Array => readFileSync(fileURLToPath(new URL(name, programs)));
  return autograderZip({
    'setup.sh': program('setup.sh'),
    run_autograder: program('run_autograder'),
    version: `${version}\n`,
    'assignment.json': `${JSON.stringify(assignment, null, 2)}\n`,
  });
}

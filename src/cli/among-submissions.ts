import { realpathSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { shownPath } from '../collections/author-fault.ts';
import { exit, Stop } from './exit.ts';

/**
 * A configuration is run. One that lies where papers are handed in may be a student's, so it is used only where somebody
 * names it: in a folder that is graded, or in one that several of the graded files lie in.
 */
export function refuseAmong(graded: readonly string[], config: string): void {
  const own = realpathSync(dirname(config));
  const paths = graded.flatMap(realOf);
  const below = paths.some(({ path, isFolder }) => isFolder && !relative(path, own).startsWith('..'));
  const beside = paths.filter(({ path, isFolder }) => !isFolder && dirname(path) === own).length > 1;
  if (!below && !beside) return;
  const shown = shownPath(config);
  throw new Stop(
    exit.usage,
    `${shown} lies among the submissions, and may be a student's, so it is not run; ` +
      `if it is the course's own, say --config ${shown}`,
  );
}

/** What is not there is for the search of the files to say. */
function realOf(path: string): { path: string; isFolder: boolean }[] {
  try {
    return [{ path: realpathSync(path), isFolder: statSync(path).isDirectory() }];
  } catch {
    return [];
  }
}

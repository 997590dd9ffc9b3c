import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the program, unless it is newer than all that it is made from. */
export default function build(): void {
  const built = statSync('dist/src/cli/main.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const made = ['src', 'problems'].flatMap(filesBelow).map((path) => statSync(path).mtimeMs);
  if (made.some((time) => time > built)) execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

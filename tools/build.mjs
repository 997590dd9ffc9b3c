// Compiles to dist/ and puts the files that are no TypeScript (templates, styles, schemas, statements) beside the code that reads them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { joinCore } from './core.mjs';
import { writeValidators } from './validators.mjs';

rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
for (const folder of ['src', 'problems']) {
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}
await writeValidators(resolve('dist'));
await joinCore(resolve('dist'));
// npm makes a program executable when it installs it, not when it is built again.
chmodSync('dist/src/cli/main.js', 0o755);

// Results are taken again only from the very same build, and a version in development keeps its number.
const files = ['dist/src', 'dist/problems'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const hash = createHash('sha256');
for (const path of files.sort()) hash.update(`${path.replaceAll('\\', '/')}\n`).update(readFileSync(path));
writeFileSync('dist/build-id', `${hash.digest('hex').slice(0, 16)}\n`);

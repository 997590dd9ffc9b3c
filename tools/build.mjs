// Compiles to dist/ and puts the files that are no TypeScript (templates, styles, schemas, statements) beside the code that reads them.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
for (const folder of ['src', 'problems']) {
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}
// npm makes a program executable when it installs it, not when it is built again.
chmodSync('dist/src/cli/main.js', 0o755);

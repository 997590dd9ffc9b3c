import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All that the tests, and the programs they start, put into the temporary folder: one folder, removed at the end. */
export default function setup(): () => void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'gradcheck-tests-'));
  // A database runs as another user, who has to get through it.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => {
    process.env.TMPDIR = before;
    if (before === undefined) delete process.env.TMPDIR;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const main = resolve('dist/src/cli/main.js');
if (!existsSync(main)) throw new Error('the program is not built: npm run build (npm test does it by itself)');

/** How a run of the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Where {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is taken to hang. */
  readonly timeout?: number;
  /** Is told of the process once it runs. */
  readonly started?: (child: ChildProcess) => void;
}

/** Runs `gradcheck` as a process of its own. */
export function gradcheck(
  args: readonly string[],
  { cwd, env, started, timeout = 60_000 }: Where = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env }, timeout });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  started?.(child);
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) => ended({ code, out, err }));
  });
}

export { folderWith } from './folder.ts';

/** A submission to csc420-a2 as text. */
export const paperOf = (student: string, fields: object = { dL_dw3: '0.0006' }): string =>
  JSON.stringify({ assignment: 'csc420-a2', student, answers: { 'backprop-by-hand': fields } });

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = '/usr/lib/postgresql';
const [version] = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];

/** Tests of the database are skipped where PostgreSQL is not installed. */
export const noPostgres = version === undefined;

/** A database server of its own, with nothing in it. */
export interface Postgres {
  readonly url: string;
  stop(): void;
}

/** Starts one in the temporary folder. It does not run as root, so root lends it another user. */
export async function postgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    // The user has to get through the folders above, too.
    chmodSync(tmpdir(), 0o755);
    chmodSync(folder, 0o755);
    execFileSync('chown', ['-R', 'postgres', folder]);
  }
  const run = (program: string, ...args: string[]): void => {
    const path = `${root}/${version}/bin/${program}`;
    const [command, ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', path, ...args] : [path, ...args];
    execFileSync(command as string, rest, { stdio: 'ignore', cwd: folder });
  };
  const port = await freePort();
  run('initdb', '-D', data, '-A', 'trust', '-U', 'gradcheck', '--no-sync');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60`;
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  return {
    url: `postgres://gradcheck@127.0.0.1:${port}/postgres`,
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
  };
}

/** A port of this machine that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

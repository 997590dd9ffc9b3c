import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The program while it serves pages. */
export interface Served {
  /** The one-time address that it printed. */
  readonly address: string;
  /** The server, without a path. */
  readonly origin: string;
  readonly child: ChildProcess;
  /** The addresses that were printed so far. */
  readonly printed: readonly string[];
  /** What it said to people. */
  said(): string;
  /** Ends it, as Ctrl-C does, and gives its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `gradcheck` with these arguments, and waits for the address that it prints. */
export function serve(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const child = spawn(process.execPath, [resolve('dist/src/cli/main.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  const printed: string[] = [];
  let said = '';
  const gone = new Promise<number | null>((ended) => child.on('close', ended));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((ready, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.push(...text.split('\n').filter((line) => line.startsWith('http')));
      const [address] = printed;
      if (address !== undefined)
        ready({ address, origin: new URL(address).origin, child, printed, said: () => said, end });
    });
    void gone.then((code) => failed(new Error(`it ended with ${code}: ${said}`)));
  });
  function end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    child.kill(signal);
    return gone;
  }
}

import type { FastifyInstance } from 'fastify';
import { exit, Stop } from '../exit.ts';
import { print, talk } from '../talk.ts';

/** A fault of ours, in the terminal: the page only says that there was one. */
export const reportFault = (fault: unknown): void =>
  talk(
    `This is a fault of gradcheck; please report it.\n${fault instanceof Error ? (fault.stack ?? fault.message) : fault}`,
  );

interface Where {
  readonly host: string;
  readonly port: number;
}

/** Listens, and gives the address. */
export async function listen(app: FastifyInstance, { host, port }: Where): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const says = refusals[(error as NodeJS.ErrnoException).code ?? ''];
    if (says === undefined) throw error;
    throw new Stop(exit.usage, `cannot listen on port ${port}: ${says}; choose another with --port`);
  }
}

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not',
};

/** Resolves when somebody ends the program. A second signal does not wait. */
export function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const signal of signals) process.removeListener(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Prints addresses whole: they are made before anybody knows on which port the server listens. */
export function announcer(): { readonly announce: (path: string) => void; readonly at: (server: string) => void } {
  let server: string | undefined;
  let waiting: string[] = [];
  const show = (): void => {
    if (server === undefined) return;
    for (const path of waiting) print(server + path);
    waiting = [];
  };
  return {
    announce: (path) => {
      waiting.push(path);
      show();
    },
    at: (address) => {
      server = address;
      show();
    },
  };
}

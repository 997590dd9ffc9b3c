import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Engine } from '../engine.ts';
import type { Desk } from '../paper/desk.ts';
import { appWith } from './app.ts';
import { authorRoutes } from './author-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { oneTimeAddress } from './one-time.ts';

export interface OpenOptions {
  readonly desk: Desk;
  readonly engine: Engine;
  /** The file that the answers are kept in, as the student knows it. */
  readonly file: string;
  /** The problem that an author tries, and sees what follows from. */
  readonly tried?: string | undefined;
  readonly announce: (path: string) => void;
  readonly report: (fault: unknown) => void;
}

const day = 24 * 3600 * 1000;

/** Is it this machine, by one of its own names? */
export const isLocal = (host: string): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

/** The server of a student's own machine: one paper, for whoever sees the terminal. */
export async function openServer({
  desk,
  engine,
  file,
  tried,
  announce,
  report,
}: OpenOptions): Promise<FastifyInstance> {
  const app = await appWith({
    secret: randomBytes(32).toString('hex'),
    https: false,
    isOwn: isLocal,
    perMinute: 1200,
    report,
    signInHelp: ['Open the address that the terminal shows.'],
  });
  const frame = {
    base: '',
    lead: 'Everything is kept as you type. Beside each answer stands how it was read; check as often as you like before you hand in.',
    rules: { hints: 3 as const },
    file,
    ...(tried !== undefined && { author: `/problem/${encodeURIComponent(tried)}` }),
  };
  await app.register(deskRoutes, { engine, placeOf: async () => ({ desk, frame }) });
  if (tried !== undefined) {
    const back = { to: '/', label: 'Try it' };
    await app.register(authorRoutes, { engine, assignment: desk.assignment, back });
  }
  const role = tried === undefined ? ('student' as const) : ('staff' as const);
  const session = () => ({ who: desk.student, role, until: Date.now() + 7 * day });
  oneTimeAddress(app, { session, home: '/', announce });
  return app;
}

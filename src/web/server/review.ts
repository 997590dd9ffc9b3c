import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { appWith } from './app.ts';
import { oneTimeAddress } from './one-time.ts';
import { isLocal } from './open.ts';
import { type ReviewOptions, reviewRoutes } from './review-routes.ts';

export interface ReviewServerOptions extends Omit<ReviewOptions, 'base'> {
  /** Who decides, as it is written to the decisions. */
  readonly by: string;
  readonly announce: (path: string) => void;
  readonly report: string;
  readonly fault: (fault: unknown) => void;
}

const day = 24 * 3600 * 1000;

/** The server of a teaching assistant's own machine: one report, for whoever sees the terminal. */
export async function reviewServer({ by, announce, fault, ...options }: ReviewServerOptions): Promise<FastifyInstance> {
  const app = await appWith({
    secret: randomBytes(32).toString('hex'),
    https: false,
    isOwn: isLocal,
    perMinute: 3000,
    report: fault,
    signInHelp: ['Open the address that the terminal shows.'],
  });
  await app.register(reviewRoutes, { ...options, base: '' });
  const session = () => ({ who: by, role: 'staff' as const, until: Date.now() + 7 * day });
  oneTimeAddress(app, { session, home: '/', announce });
  return app;
}

import { randomBytes } from 'node:crypto';
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { Result } from '../../records/result.ts';
import type { Engine } from '../engine.ts';
import { appWith } from './app.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { oneTimeAddress } from './one-time.ts';
import { isLocal } from './open.ts';

export interface FeedbackServerOptions {
  readonly result: Result;
  /** The paper that was marked. */
  readonly paper: string;
  readonly engine: Engine;
  readonly announce: (path: string) => void;
  readonly report: (fault: unknown) => void;
}

const day = 24 * 3600 * 1000;

/** The feedback that a student was given, on his own machine, with lines to try again. */
export async function feedbackServer(options: FeedbackServerOptions): Promise<FastifyInstance> {
  const { result, paper, engine, announce, report } = options;
  const app = await appWith({
    secret: randomBytes(32).toString('hex'),
    https: false,
    isOwn: isLocal,
    perMinute: 1200,
    report,
    signInHelp: ['Open the address that the terminal shows.'],
  });
  await app.register(formBody);
  await app.register(feedbackRoutes, { engine, base: '', resultOf: async () => result, paperOf: async () => paper });
  const session = () => ({ who: result.student, role: 'student' as const, until: Date.now() + 7 * day });
  oneTimeAddress(app, { session, home: '/feedback', announce });
  return app;
}

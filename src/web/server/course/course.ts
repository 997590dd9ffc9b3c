import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { onlyDevice } from '../../course/links.ts';
import { appWith } from '../app.ts';
import { launchRoutes } from '../lti/routes.ts';
import { providerRoutes } from '../sign-in/routes.ts';
import { homeRoutes } from './home.ts';
import type { CourseOptions } from './options.ts';
import { resultsFor } from './results.ts';
import { linkWith, signInRoutes, untilThen } from './sign-in.ts';
import { staffRoutes } from './staff.ts';
import { studentRoutes } from './student.ts';

/** The server of a course, and a link that signs somebody in. */
export interface CourseServer {
  readonly app: FastifyInstance;
  linkFor(who: string, role: 'student' | 'staff'): string;
}

/** A course's server: students fill in, check and hand in; staff decide. */
export async function courseServer(options: CourseOptions): Promise<CourseServer> {
  const { store, secret, origin } = options;
  const isCurrent = onlyDevice(store);
  const url = new URL(origin);
  const app = await appWith({
    secret,
    https: url.protocol === 'https:',
    isOwn: (host) => host === url.host,
    perMinute: options.perMinute,
    behindProxy: options.behindProxy,
    report: options.report,
    // Whoever was signed in by the provider of the course has used no link of ours.
    holds: async ({ who, link }) => link === undefined || isCurrent(who, link),
    ...(options.provider && { signInAt: '/sign-in' }),
    signInHelp: [
      'Open the link that your course sent you.',
      'A link can be used once, on one device; ask for another if yours was used.',
    ],
  });
  await app.register(formBody);
  signInRoutes(app, options);
  if (options.provider) providerRoutes(app, { ...options, provider: options.provider, until: untilThen });
  if (options.platform) launchRoutes(app, options, options.platform);
  homeRoutes(app, options);
  app.get('/healthz', { config: { open: true, rateLimit: false } }, async () => ({ ok: true }));
  for (const set of options.assignments) {
    const results = resultsFor(options, set);
    const student = { set, resultFor: results.of };
    await app.register(async (one) => studentRoutes(one, options, student), { prefix: `/a/${set.id}` });
    await app.register(async (one) => staffRoutes(one, options, { set, results }), { prefix: `/staff/${set.id}` });
  }
  return { app, linkFor: linkWith(options) };
}

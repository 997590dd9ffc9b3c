import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { render } from '../pages/environment.ts';
import { serveAssets } from './assets.ts';
import { useSchemas } from './schemas.ts';
import { onlyHosts, secure } from './security.ts';
import { type SessionOptions, useSessions } from './sessions.ts';

export interface AppOptions extends Pick<SessionOptions, 'secret' | 'https' | 'holds'> {
  /** The names that the server answers to. */
  readonly isOwn: (host: string) => boolean;
  /** Most requests of one person in a minute. */
  readonly perMinute: number;
  /** Takes a fault of ours, which the page only hints at. */
  readonly report: (fault: unknown) => void;
  /** Is another server before this one, which says who asks? */
  readonly behindProxy?: boolean;
  /** What somebody is told who is not signed in. */
  readonly signInHelp: readonly string[];
  /** Where somebody can sign in beside our links. */
  readonly signInAt?: string;
}

/** A server with everything that all our pages need, and none of them yet. */
export async function appWith(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: options.behindProxy ?? false,
    bodyLimit: 5_000_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  // gzip costs a page a millisecond. What is small, or no text, goes as it is.
  await app.register(compress, { encodings: ['gzip'], threshold: 4096 });
  secure(app);
  onlyHosts(app, options.isOwn);
  useSchemas(app);
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.report(error);
    const says = error.code?.startsWith('FST_CSRF') ? outdated : error.message;
    return failed(request, reply.code(status), status >= 500 ? fault : says);
  });
  app.setNotFoundHandler((request, reply) => failed(request, reply.code(404), 'There is no such page.'));
  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    const [says = ''] = options.signInHelp;
    const link = !request.session && options.signInAt && { to: options.signInAt, label: 'Sign in' };
    return failed(request, reply.code(request.session ? 403 : 401), says, { lines: options.signInHelp, link });
  };
  await useSessions(app, { ...options, refuse });
  await app.register(rateLimit, {
    max: options.perMinute,
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: (request) => request.session?.who ?? request.ip,
    errorResponseBuilder: (_, { after }) => tooMany(after),
  });
  serveAssets(app);
  return app;
}

const fault = 'This is a fault of Gradcheck, which has been written down. What you wrote is kept.';

/** The token of a page is of the sign-in before, or none. */
const outdated = 'You have signed in anew since this page was made; load it again.';

const tooMany = (after: string): Error =>
  Object.assign(new Error(`That was a great deal at once; go on in ${after}. Nothing is lost.`), { statusCode: 429 });

/** A refusal, as the page's script or as a person wants to read it. */
function failed(request: FastifyRequest, reply: FastifyReply, says: string, more: object = { lines: [says] }) {
  const isPage = request.headers.accept?.includes('text/html') === true;
  if (!isPage) return reply.send({ error: says });
  return reply.type('text/html').send(render('message.njk', { title: titleOf(reply.statusCode), ...more }));
}

const titles: Readonly<Record<number, string>> = {
  401: 'You are not signed in',
  403: 'This is not yours to see',
  404: 'There is no such page',
  429: 'Too much at once',
};
const titleOf = (status: number): string =>
  titles[status] ?? (status < 500 ? 'This cannot be done' : 'Something failed');

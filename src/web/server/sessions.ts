import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Who is signed in, and as what. */
export interface Session {
  readonly who: string;
  readonly role: 'student' | 'staff';
  /** Milliseconds since 1970. */
  readonly until: number;
  /** The link that was used, where one device only is signed in. */
  readonly link?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | undefined;
  }
  interface FastifyContextConfig {
    /** May be asked for without signing in. */
    open?: boolean;
    /** Only for staff. */
    staff?: boolean;
    /** Is posted to by others, and guards itself. */
    foreign?: boolean;
  }
}

export interface SessionOptions {
  /** What cookies are signed with; at least 32 characters. */
  readonly secret: string;
  /** Is the server reached by https? Then cookies are never sent otherwise. */
  readonly https: boolean;
  /** Does a session still hold? */
  readonly holds?: ((session: Session) => Promise<boolean>) | undefined;
  /** What somebody who is not signed in is told. */
  readonly refuse: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
}

/** Servers on one machine share their cookies, whatever their ports, so those of each are named by what it signs with. */
const family = 'gradcheck-';
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
/** A browser would keep those of every server that was ever started here; of so many it does. */
const mostCookies = 16;

/** Sessions in a signed cookie, so that several servers know them and a restart ends none; and tokens against forged forms. */
export async function useSessions(
  app: FastifyInstance,
  { secret, https, refuse, holds }: SessionOptions,
): Promise<void> {
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: https };
  await app.register(cookie, { secret });
  const name = family + shortHash(secret);
  await app.register(csrf, { cookieKey: `${name}-form`, cookieOpts: { ...cookieOptions, signed: true } });
  app.decorateRequest('session', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const session = sessionIn(request, name);
    request.session = session && (!holds || (await holds(session))) ? session : undefined;
    const { open, staff } = request.routeOptions.config;
    if (request.is404 || open) return;
    if (!request.session || (staff && request.session.role !== 'staff')) return refuse(request, reply);
  });
  app.addHook('preHandler', (request, reply, done) => {
    const safe =
      request.method === 'GET' || request.method === 'HEAD' || request.is404 || request.routeOptions.config.foreign;
    if (safe) done();
    else app.csrfProtection(request, reply, done);
  });
  app.decorate('signIn', (reply: FastifyReply, session: Session) => {
    const others = Object.keys(reply.request.cookies).filter((one) => one.startsWith(family) && !one.startsWith(name));
    for (const old of others.slice(0, -mostCookies)) reply.clearCookie(old, cookieOptions);
    return reply.setCookie(name, encoded(session), { ...cookieOptions, signed: true, maxAge: secondsLeft(session) });
  });
  // The guard of our forms is a secret that no other browser has.
  app.decorate('browserOf', ({ cookies }: FastifyRequest) => shortHash(cookies[`${name}-form`] ?? ''));
  app.decorate('signOut', (reply: FastifyReply) => reply.clearCookie(name, cookieOptions));
}

declare module 'fastify' {
  interface FastifyInstance {
    signIn(reply: FastifyReply, session: Session): FastifyReply;
    signOut(reply: FastifyReply): FastifyReply;
    /** What tells the browser that asks from all others. */
    browserOf(request: FastifyRequest): string;
  }
}

const encoded = (session: Session): string => Buffer.from(JSON.stringify(session)).toString('base64url');
const secondsLeft = ({ until }: Session): number => Math.max(0, Math.floor((until - Date.now()) / 1000));

function sessionIn(request: FastifyRequest, name: string): Session | undefined {
  const { valid, value } = request.unsignCookie(request.cookies[name] ?? '');
  if (!valid || value === null) return undefined;
  const session = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as Session;
  return session.until > Date.now() ? session : undefined;
}

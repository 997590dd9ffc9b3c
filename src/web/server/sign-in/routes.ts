import type { FastifyInstance } from 'fastify';
import type { Course } from '../../../records/course.ts';
import type { Roster } from '../../../records/roster.ts';
import { render } from '../../pages/environment.ts';
import { personIn, stranger } from './person.ts';
import type { Provider, Sent } from './provider.ts';

export interface SignInOptions {
  readonly provider: Provider;
  readonly course: Course;
  readonly roster: Roster;
  /** How the server is called from outside. */
  readonly origin: string;
  readonly until: () => number;
  /** Tells whoever runs the server of what went wrong elsewhere. */
  readonly tell: (says: string) => void;
}

const name = 'gradcheck-sign-in';
/** Somebody types a password in so many seconds. */
const patience = 900;

/** Signs people in by the provider of the course: there, back, and then as whom the roster or the staff has them. */
export function providerRoutes(app: FastifyInstance, options: SignInOptions): void {
  const { provider, origin, tell } = options;
  // Who comes back comes from elsewhere, and a strict cookie would not come along.
  const cookie = {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: origin.startsWith('https:'),
    signed: true,
  };

  app.get('/sign-in', { config: { open: true } }, async (_request, reply) => {
    try {
      const { url, sent } = await provider.start();
      return reply.setCookie(name, JSON.stringify(sent), { ...cookie, maxAge: patience }).redirect(url, 303);
    } catch (error) {
      tell(`Nobody can sign in: ${(error as Error).message}`);
      return reply.code(502).type('text/html').send(render('message.njk', unreachable));
    }
  });

  app.get('/sign-in/back', { config: { open: true } }, async (request, reply) => {
    const { valid, value } = request.unsignCookie(request.cookies[name] ?? '');
    reply.clearCookie(name, cookie).type('text/html');
    if (!valid || value === null) return reply.code(403).send(render('message.njk', forgotten));
    let claims: Readonly<Record<string, unknown>>;
    try {
      claims = await provider.finish(new URL(request.url, origin), JSON.parse(value) as Sent);
    } catch (error) {
      tell(`A sign-in was refused: ${(error as Error).message}`);
      return reply.code(403).send(render('message.njk', refused));
    }
    const person = personIn(claims, claimOf(options.course), options);
    if (!person) return reply.code(403).send(render('message.njk', stranger(claims, claimOf(options.course))));
    app.signIn(reply, { ...person, until: options.until() });
    // A page of ours has to lead on: a redirect would still count as coming from elsewhere, without the new cookie.
    return reply.send(render('message.njk', { title: `Signed in as ${person.who}`, lines: [], next: '/' }));
  });
}

const claimOf = ({ signIn }: Course): string => signIn?.claim ?? 'email';

const unreachable = {
  title: 'Signing in is not possible now',
  lines: ['The server that signs you in cannot be reached. Try again in a while; what you wrote is kept.'],
};
const forgotten = {
  title: 'Please sign in again',
  lines: ['This page was asked for without a sign-in under way in this browser, or it took too long.'],
  link: { to: '/sign-in', label: 'Sign in' },
};
const refused = {
  title: 'You were not signed in',
  lines: ['The server that signs you in did not confirm who you are.'],
  link: { to: '/sign-in', label: 'Sign in' },
};

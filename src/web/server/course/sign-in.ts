import type { FastifyInstance } from 'fastify';
import { ticketFor, ticketIn, useUp } from '../../course/links.ts';
import { render } from '../../pages/environment.ts';
import type { CourseOptions } from './options.ts';

const hour = 3600 * 1000;
/** A link can be used for so long; who has used it stays signed in for so long. */
export const linkHours = 48;
const sessionHours = 24 * 7;

/** Until when somebody who signs in now stays signed in. */
export const untilThen = (): number => Date.now() + sessionHours * hour;

/** A link that signs somebody in, once. */
export const linkWith =
  ({ origin, secret }: CourseOptions) =>
  (who: string, role: 'student' | 'staff'): string =>
    `${origin}/in/${ticketFor({ who, role, until: Date.now() + linkHours * hour }, secret)}`;

const useless = {
  title: 'This link cannot be used',
  lines: ['It was used already, or is too old. Ask your course for another; what you wrote is kept.'],
};

/** A link is looked at by scanners of mail before anybody clicks it, so it is used up only when somebody says so. */
export function signInRoutes(app: FastifyInstance, { secret, store }: CourseOptions): void {
  app.get<{ Params: { token: string } }>('/in/:token', { config: { open: true } }, (request, reply) => {
    const ticket = ticketIn(request.params.token, secret);
    // Whoever goes back to the link is in already.
    if (ticket && request.session?.link === ticket.nonce) return reply.redirect('/');
    const page = ticket
      ? {
          title: `Sign in as ${ticket.who}`,
          lines: ['The link is used up by this, and signs you out on other devices.'],
          action: { to: `/in/${request.params.token}`, label: 'Sign in' },
        }
      : useless;
    return reply.type('text/html').send(render('message.njk', { ...page, token: reply.generateCsrf() }));
  });
  app.post<{ Params: { token: string } }>('/in/:token', { config: { open: true } }, async (request, reply) => {
    const ticket = ticketIn(request.params.token, secret);
    if (!ticket || !(await useUp(store, ticket, app.browserOf(request))))
      return reply.code(403).type('text/html').send(render('message.njk', useless));
    const { who, role, nonce } = ticket;
    return app.signIn(reply, { who, role, until: untilThen(), link: nonce }).redirect('/', 303);
  });
  app.post('/out', async (_request, reply) => app.signOut(reply).redirect('/', 303));
}

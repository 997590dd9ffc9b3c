import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Session } from './sessions.ts';

export interface OneTimeOptions {
  readonly session: () => Session;
  /** Where the page lies that one comes to. */
  readonly home: string;
  /** Is told of an address that can be used once. */
  readonly announce: (path: string) => void;
}

/**
 * Signs in whoever comes by an address that only the terminal showed, once. When somebody comes by a used one, a new one
 * is shown there: a tab that was lost costs nothing, and who cannot see the terminal gets nothing.
 */
export function oneTimeAddress(app: FastifyInstance, { session, home, announce }: OneTimeOptions): void {
  let open = randomBytes(24).toString('base64url');
  const renew = (): void => {
    open = randomBytes(24).toString('base64url');
    announce(`/in/${open}`);
  };
  app.get<{ Params: { token: string } }>('/in/:token', { config: { open: true } }, (request, reply) => {
    if (request.session) return reply.redirect(home);
    if (!isSame(request.params.token, open)) {
      renew();
      return reply.code(403).type('text/plain').send('This address was used already. The terminal shows a new one.');
    }
    open = randomBytes(24).toString('base64url');
    return app.signIn(reply, session()).redirect(home);
  });
  announce(`/in/${open}`);
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

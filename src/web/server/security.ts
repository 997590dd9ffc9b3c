import type { FastifyInstance } from 'fastify';

/** Nothing comes from elsewhere, nothing is run that is no file of ours, and nobody shows our pages within theirs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The maths editor places its signs by style attributes; scripts and sheets stay our own. */
export const editorPolicy = `${policy}; style-src-attr 'unsafe-inline'`;

/** A page of a report says in itself which scripts and styles are its own; beyond that nothing is let in. */
export const pagePolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-frame-options': 'DENY',
};

/** Puts the headers on every answer; what a page of answers says is kept by no cache. */
export function secure(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/** Answers only to its own names: another site may point a name of its own at this machine. */
export function onlyHosts(app: FastifyInstance, isOwn: (host: string) => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isOwn(request.host)) return reply.code(421).type('text/plain').send('This server is not called so.');
  });
}

import type { FastifyInstance } from 'fastify';
import type { Engine } from '../engine.ts';
import { render } from '../pages/environment.ts';

export interface AuthorOptions {
  readonly engine: Engine;
  readonly assignment: string;
  /** Where one came from. */
  readonly back?: { readonly to: string; readonly label: string };
}

/** A problem as its author sees it: what follows from its working. It holds the key, so it is for staff. */
export async function authorRoutes(app: FastifyInstance, options: AuthorOptions): Promise<void> {
  const { engine, assignment, back } = options;
  const config = { staff: true };
  app.get<{ Params: { id: string } }>('/problem/:id', { config }, async ({ params }, reply) => {
    const told = await engine.author({ assignment, problem: params.id });
    reply.type('text/html');
    if (!told.ok)
      return reply.code(404).send(render('message.njk', { title: 'This cannot be shown', lines: [told.says] }));
    return reply.send(render('author.njk', { ...told.value, back }));
  });
}

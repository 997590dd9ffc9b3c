import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Result } from '../../records/result.ts';
import { render } from '../pages/environment.ts';
import type { DecisionBook } from '../review/book.ts';
import { type Decision, decide, undo } from '../review/decide.ts';
import { type Beside, detailView, workView } from '../review/detail.ts';
import { type Group, groupsOf } from '../review/groups.ts';
import { type Filter, queueView } from '../review/queue.ts';
import { decisionBody, queueQuery, undoBody } from './schemas.ts';

export interface ReviewOptions extends Beside {
  readonly title: string;
  /** Where the pages lie, without a slash at their end. */
  readonly base: string;
  /** The papers as the machine left them. */
  readonly results: () => Promise<readonly Result[]>;
  readonly book: DecisionBook;
  /** The folder of the report, whose pages are shown beside the queue. */
  readonly report: string;
  /** What puts the decisions to the papers, where they do not count at once. */
  readonly command?: string;
  /** Where the other assignments are, where there are any. */
  readonly home?: string;
  /** The page of the class, where the server makes it; else that of the report. */
  readonly classPage?: string;
}

/** The pages on which teaching assistants decide. */
export async function reviewRoutes(app: FastifyInstance, options: ReviewOptions): Promise<void> {
  const { results, book, base, title, command, home } = options;
  const groups = grouping(results);
  const config = { staff: true };

  app.get('/', { config }, async (request, reply) => {
    const token = reply.generateCsrf();
    const page = {
      title,
      base,
      command,
      home,
      token,
      who: request.session?.who,
      classPage: options.classPage ?? (hasPage(options.report) ? `${base}/report/index.html` : undefined),
    };
    return reply.type('text/html').send(render('review.njk', page));
  });

  app.get<{ Querystring: { show?: Filter; find?: string; most?: string } }>(
    '/queue',
    { config, schema: { querystring: queueQuery } },
    async ({ query: { show = 'open', find = '', most = '100' } }) => {
      const entries = await book.read();
      return {
        ...queueView([...(await groups()).values()], entries, { show, find, most: Number(most) }),
        papers: (await results()).length,
        decisions: entries.length,
      };
    },
  );

  app.get<{ Querystring: { id: string } }>('/group', { config }, async (request, reply) => {
    const group = (await groups()).get(request.query.id);
    if (!group)
      return reply.code(404).send({ error: 'There is no such group any more; the papers were graded again.' });
    return detailView(group, await book.read(), options);
  });

  app.get<{ Querystring: { student: string; problem: string } }>('/paper', { config }, async ({ query }, reply) => {
    const result = (await results()).find(({ student }) => student === query.student);
    return result ? workView(result, query.problem) : reply.code(404).send({ error: 'There is no such paper.' });
  });

  app.post<{ Body: Decision }>('/decide', { config, schema: { body: decisionBody } }, async (request, reply) => {
    const group = (await groups()).get(request.body.group);
    const fault = group
      ? faultIn(request.body, group)
      : 'There is no such group any more; the papers were graded again.';
    if (!group || fault) return reply.code(422).send({ error: fault });
    return book.change(decide(request.body, group, signed(request)));
  });

  app.post<{ Body: { at: string } }>('/undo', { config, schema: { body: undoBody } }, async ({ body, session }) => ({
    undone: await book.change(undo({ by: session?.who ?? '', at: body.at })),
  }));

  if (options.report !== '') reportFiles(app, options.report);
}

const hasPage = (report: string): boolean => report !== '' && existsSync(join(report, 'index.html'));

const signed = ({ session }: FastifyRequest) => ({
  by: session?.who ?? '',
  at: new Date().toISOString(),
});

/** What keeps a decision from being written. */
function faultIn({ action, points = '', text, field = '', students }: Decision, group: Group): string | undefined {
  const names = new Set<string>(group.members.map(({ student }) => student));
  if (students.some((student) => !names.has(student)))
    return 'A paper is not of this group any more; load the page again.';
  if (action !== 'name' && text.trim() === '') return 'Say why; the student reads it.';
  if (action === 'name' && group.kind === 'problem')
    return group.problems.includes(field) ? undefined : 'Say which problem is meant.';
  if (action === 'name') return group.kind === 'name' && field !== '' ? undefined : 'Say which field is meant.';
  if (action === 'reviewed')
    return group.kind === 'paper' ? undefined : 'Only a paper as a whole can be called reviewed.';
  if (group.kind !== 'answer') return 'This has no points to give.';
  if (action === 'points' && Number(points) > Number(group.mark.outOf))
    return `There are only ${group.mark.outOf} points.`;
  return undefined;
}

/** The groups by id, made anew when the papers are others. */
function grouping(results: () => Promise<readonly Result[]>): () => Promise<ReadonlyMap<string, Group>> {
  let of: readonly Result[] | undefined;
  let groups: ReadonlyMap<string, Group> = new Map();
  return async () => {
    const now = await results();
    if (now !== of) groups = new Map(groupsOf(now).map((group) => [group.id, group]));
    of = now;
    return groups;
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** The pages of the report hold their own scripts and styles, and each says in itself what may run. */
const reportPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self' data:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

function reportFiles(app: FastifyInstance, report: string): void {
  app.get<{ Params: { '*': string } }>('/report/*', { config: { staff: true } }, (request, reply) => {
    const root = resolve(report);
    const path = resolve(root, request.params['*'] || 'index.html');
    const type = types[extname(path)];
    if (!path.startsWith(root + sep) || !type || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return reply.callNotFound();
    reply.header('content-security-policy', reportPolicy).header('x-frame-options', 'SAMEORIGIN');
    return reply.type(type).send(readFileSync(path));
  });
}

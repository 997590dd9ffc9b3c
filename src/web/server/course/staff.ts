import type { FastifyInstance } from 'fastify';
import { csvText } from '../../../exports/cells.ts';
import { studentFileName } from '../../../report/file-name.ts';
import { classHtml, studentHtml } from '../../../report/index.ts';
import { decisionsIn } from '../../course/decisions.ts';
import { render } from '../../pages/environment.ts';
import { authorRoutes } from '../author-routes.ts';
import { scoreRoutes } from '../lti/scores.ts';
import { reviewRoutes } from '../review-routes.ts';
import { pagePolicy } from '../security.ts';
import { exported, exportNames } from './export.ts';
import type { CourseOptions, SetAssignment } from './options.ts';
import { regradeRoutes } from './regrade.ts';
import type { SetResults } from './results.ts';

/** What staff do with an assignment: decide, see the class, take results elsewhere, mark anew, look at the problems. */
export async function staffRoutes(
  app: FastifyInstance,
  options: CourseOptions,
  { set, results }: { readonly set: SetAssignment; readonly results: SetResults },
): Promise<void> {
  const { platform } = options;
  const base = `/staff/${set.id}`;
  const config = { staff: true };
  await app.register(reviewRoutes, {
    title: set.title,
    base,
    book: decisionsIn(options.store, set.id),
    report: '',
    classPage: `${base}/class`,
    home: '/',
    rubricOf: set.rubricOf,
    fieldsOf: set.fieldsOf,
    results: results.machine,
  });
  const back = { to: `${base}/course`, label: set.title };
  await app.register(authorRoutes, { engine: options.engine, assignment: set.id, back });
  await app.register(async (inner) => regradeRoutes(inner, options, set));
  app.get('/course', { config }, async (_request, reply) => {
    const page = {
      base,
      title: set.title,
      problems: set.problems,
      formats: exportNames,
      takesScores: platform !== undefined,
      papers: (await results.machine()).length,
    };
    return reply.type('text/html').send(render('course.njk', { ...page, token: reply.generateCsrf() }));
  });
  if (platform) scoreRoutes(app, options, { set, results, platform });
  classRoutes(app, set, results);
  exportRoutes(app, options, { set, results });
}

/** The class page links to its papers below `pages/`, so it lies beside them. */
function classRoutes(app: FastifyInstance, set: SetAssignment, results: SetResults): void {
  const config = { staff: true };
  app.get('/class', { config }, (_request, reply) => reply.redirect(`/staff/${set.id}/class/`));
  app.get('/class/', { config }, async (_request, reply) => {
    const { id, title, course } = set;
    const found = [...(await results.decided())];
    const page = classHtml({ assignment: id, title, ...(course && { course }), results: found, broken: [] });
    return reply.header('content-security-policy', pagePolicy).type('text/html').send(page);
  });
  app.get<{ Params: { name: string } }>('/class/pages/:name', { config }, async ({ params }, reply) => {
    const found = (await results.decided()).find(({ student }) => `${studentFileName(student)}.html` === params.name);
    if (!found) return reply.callNotFound();
    // The class page shows a paper beside its list.
    reply.header('content-security-policy', pagePolicy).header('x-frame-options', 'SAMEORIGIN');
    return reply.type('text/html').send(studentHtml(found));
  });
}

function exportRoutes(
  app: FastifyInstance,
  { roster, ofClass }: CourseOptions,
  { set, results }: { readonly set: SetAssignment; readonly results: SetResults },
): void {
  const config = { staff: true };
  app.get('/papers.csv', { config }, async (_request, reply) =>
    reply.type('text/csv').send(csvText(await results.rows())),
  );
  app.get('/grades.csv', { config }, async (_request, reply) => {
    const problems = set.problems.map(({ id }) => id);
    return reply
      .type('text/csv')
      .send(ofClass.gradebook(problems, await results.decided(), roster.size > 0 ? roster : undefined));
  });
  app.get<{ Params: { format: string } }>('/export/:format', { config }, async ({ params }, reply) => {
    const about = { assignment: set.id, title: set.title, outOf: set.outOf, problems: set.problems };
    const file = await exported(
      params.format,
      { ...about, ...(roster.size > 0 && { roster }) },
      await results.decided(),
    );
    if (!file) return reply.callNotFound();
    reply.header('content-disposition', `attachment; filename="${file.name}"`);
    return reply.type('application/octet-stream').send(file.bytes);
  });
}

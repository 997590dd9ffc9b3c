import type { FastifyInstance } from 'fastify';
import { csvText } from '../../../exports/cells.ts';
import { standingAt } from '../../course/clock.ts';
import { render } from '../../pages/environment.ts';
import { type CourseOptions, rulesOf, type SetAssignment } from './options.ts';
import { linkHours, linkWith } from './sign-in.ts';

/** The first page of whoever is signed in, and the links of a whole roster for staff. */
export function homeRoutes(app: FastifyInstance, options: CourseOptions): void {
  const { course, assignments, roster } = options;
  const linkFor = linkWith(options);
  app.get('/', async (request, reply) => {
    const isStaff = request.session?.role === 'staff';
    const shown = assignments.flatMap((set) => homeView(options, set, isStaff));
    const page = { title: course.title ?? 'Assignments', who: request.session?.who, isStaff, assignments: shown };
    const token = reply.generateCsrf();
    return reply.type('text/html').send(render('home.njk', { ...page, token, hours: linkHours, roster: roster.size }));
  });
  app.post('/links', { config: { staff: true } }, async (_request, reply) => {
    const rows = [...roster.values()].map(({ id, name = '', email = '' }) => [id, name, email, linkFor(id, 'student')]);
    const text = csvText([['student', 'name', 'email', 'link'], ...rows]);
    return reply.type('text/csv').header('content-disposition', 'attachment; filename="links.csv"').send(text);
  });
}

function homeView(options: CourseOptions, { id, title }: SetAssignment, isStaff: boolean) {
  const { isOpen, closed, isReleased, due } = standingAt(rulesOf(options, id), Date.now());
  if (!isOpen && !isStaff) return [];
  const says = isOpen ? (closed ?? due) : 'Not open yet.';
  const links = isStaff
    ? [
        { href: `/staff/${id}/`, label: 'Queue' },
        { href: `/staff/${id}/class`, label: 'Class' },
        { href: `/staff/${id}/course`, label: 'Problems, exports, regrade' },
      ]
    : isReleased
      ? [{ href: `/a/${id}/feedback`, label: 'Feedback' }]
      : [];
  return [{ id, title, says, href: isStaff ? '' : `/a/${id}/`, links }];
}

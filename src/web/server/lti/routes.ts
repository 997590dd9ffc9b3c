import type { FastifyInstance } from 'fastify';
import { render } from '../../pages/environment.ts';
import type { CourseOptions, SetAssignment } from '../course/options.ts';
import { untilThen } from '../course/sign-in.ts';
import { personIn, stranger } from '../sign-in/person.ts';
import type { Launch, Launching, Platform } from './platform.ts';
import { keepPlace } from './scores.ts';

const name = 'gradcheck-launch';
/** A platform answers by itself, within so many seconds. */
const patience = 300;

/** LTI 1.3: the course system begins a sign-in, says who comes to which assignment, and may ask for our key. */
export function launchRoutes(app: FastifyInstance, options: CourseOptions, platform: Platform): void {
  const { course, tell, origin } = options;
  const open = { open: true, foreign: true };
  // The platform's page posts to ours, and only a cookie for every site comes along; browsers want such ones encrypted.
  const cookie = { path: '/lti', httpOnly: true, sameSite: 'none' as const, secure: true, signed: true };

  app.get('/lti/keys', { config: { open: true } }, async () => platform.keys);

  app.route<{ Querystring: Record<string, string>; Body: Record<string, string> }>({
    method: ['GET', 'POST'],
    url: '/lti/login',
    config: open,
    handler: async ({ query, body }, reply) => {
      const { iss, login_hint: login, lti_message_hint: message } = { ...query, ...body };
      if (iss !== course.platform?.issuer || typeof login !== 'string')
        return reply.code(400).type('text/html').send(render('message.njk', unknown));
      const { url, sent } = platform.start({ login, message });
      return reply.setCookie(name, JSON.stringify(sent), { ...cookie, maxAge: patience }).redirect(url, 303);
    },
  });

  app.post<{ Body: Record<string, string> }>('/lti/launch', { config: open }, async (request, reply) => {
    const { valid, value } = request.unsignCookie(request.cookies[name] ?? '');
    reply.clearCookie(name, cookie);
    if (!valid || value === null) return reply.code(403).type('text/html').send(render('message.njk', forgotten));
    let launch: Launch;
    try {
      launch = await platform.finish(request.body ?? {}, JSON.parse(value) as Launching);
    } catch (error) {
      tell(`A launch was refused: ${(error as Error).message}`);
      return reply.code(403).type('text/html').send(render('message.njk', refused));
    }
    const claim = course.platform?.claim ?? 'email';
    const person = personIn(launch.claims, claim, options);
    if (!person)
      return reply
        .code(403)
        .type('text/html')
        .send(render('message.njk', stranger(launch.claims, claim)));
    const set = meant(options, launch, origin);
    if (set && person.role === 'student' && launch.scores)
      await keepPlace(options.store, set.id, person.who, launch.scores);
    app.signIn(reply, { ...person, until: untilThen() });
    // A page of ours has to lead on: a redirect would still count as coming from elsewhere, without the new cookie.
    const next = set ? (person.role === 'staff' ? `/staff/${set.id}/course` : `/a/${set.id}/`) : '/';
    return reply
      .type('text/html')
      .send(render('message.njk', { title: `Signed in as ${person.who}`, lines: [], next }));
  });
}

/** The assignment whose address the course system has. */
const meant = ({ assignments }: CourseOptions, { target }: Launch, origin: string): SetAssignment | undefined =>
  assignments.find(({ id }) => target.replace(/\/$/, '') === `${origin}/a/${id}`);

const unknown = {
  title: 'This course system is not known here',
  lines: ['Whoever runs the course has to put it in course.json, with the same issuer.'],
};
const forgotten = {
  title: 'Please open it once more',
  lines: [
    'Open the assignment in the course system again, in a window of its own: within another page it cannot work.',
  ],
};
const refused = {
  title: 'You were not signed in',
  lines: ['What the course system said of you could not be confirmed. Open the assignment there again.'],
};

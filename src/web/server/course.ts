import { randomUUID } from 'node:crypto';
import formBody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { adjusted } from '../../adjustments/adjusted.ts';
import { bookOf } from '../../adjustments/book.ts';
import type { Course, CourseRules } from '../../records/course.ts';
import type { Result } from '../../records/result.ts';
import type { Roster } from '../../records/roster.ts';
import { standingAt } from '../course/clock.ts';
import { decisionsIn } from '../course/decisions.ts';
import { onlyDevice, ticketFor, ticketIn, useUp } from '../course/links.ts';
import { type Job, progressOf, resultOf } from '../course/results.ts';
import type { Engine } from '../engine.ts';
import { render } from '../pages/environment.ts';
import { type Change, Desk } from '../paper/desk.ts';
import { stateOf } from '../paper/state.ts';
import { hashOf } from '../paper/text.ts';
import type { Beside } from '../review/view.ts';
import type { Store } from '../store/store.ts';
import { appWith } from './app.ts';
import { conflictView, deskRoutes, type Place, stateView } from './desk-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { changes } from './schemas.ts';

/** An assignment that a server sets. */
export interface SetAssignment extends Beside {
  readonly id: string;
  readonly title: string;
  /** sha256 of what its keys are made of. */
  readonly key: string;
}

export interface CourseOptions {
  readonly course: Course;
  readonly assignments: readonly SetAssignment[];
  readonly roster: Roster;
  readonly store: Store;
  readonly engine: Engine;
  /** Takes papers to be marked. */
  readonly enqueue: (job: Job) => Promise<void>;
  readonly secret: string;
  /** How the server is called from outside, as `https://grade.example.edu`. */
  readonly origin: string;
  readonly behindProxy: boolean;
  readonly perMinute: number;
  readonly report: (fault: unknown) => void;
}

const hour = 3600 * 1000;
/** A link can be used for so long; who has used it stays signed in for so long. */
const linkHours = 48;
const sessionHours = 24 * 7;

/** The server of a course, and a link that signs somebody in. */
export interface CourseServer {
  readonly app: FastifyInstance;
  linkFor(who: string, role: 'student' | 'staff'): string;
}

/** A course's server: students fill in, check and hand in; staff decide. */
export async function courseServer(options: CourseOptions): Promise<CourseServer> {
  const { store, secret, origin } = options;
  const isCurrent = onlyDevice(store);
  const url = new URL(origin);
  const app = await appWith({
    secret,
    https: url.protocol === 'https:',
    isOwn: (host) => host === url.host,
    perMinute: options.perMinute,
    behindProxy: options.behindProxy,
    report: options.report,
    holds: ({ who, link }) => isCurrent(who, link ?? ''),
    signInHelp: [
      'Open the link that your course sent you.',
      'A link can be used once, on one device; ask for another if yours was used.',
    ],
  });
  await app.register(formBody);
  const linkFor = (who: string, role: 'student' | 'staff'): string =>
    `${origin}/in/${ticketFor({ who, role, until: Date.now() + linkHours * hour }, secret)}`;
  signInRoutes(app, options);
  homeRoutes(app, options, linkFor);
  app.get('/healthz', { config: { open: true, rateLimit: false } }, async () => ({ ok: true }));
  for (const set of options.assignments) {
    await app.register(async (one) => studentRoutes(one, options, set), { prefix: `/a/${set.id}` });
    await app.register(async (one) => reviewRoutes(one, reviewOf(options, set)), { prefix: `/staff/${set.id}` });
  }
  return { app, linkFor };
}

/** A link is looked at by scanners of mail before anybody clicks it, so it is used up only when somebody says so. */
function signInRoutes(app: FastifyInstance, { secret, store }: CourseOptions): void {
  const useless = {
    title: 'This link cannot be used',
    lines: ['It was used already, or is too old. Ask your course for another; what you wrote is kept.'],
  };
  app.get<{ Params: { token: string } }>('/in/:token', { config: { open: true } }, (request, reply) => {
    const ticket = ticketIn(request.params.token, secret);
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
    if (!ticket || !(await useUp(store, ticket)))
      return reply.code(403).type('text/html').send(render('message.njk', useless));
    const { who, role, nonce } = ticket;
    return app.signIn(reply, { who, role, until: Date.now() + sessionHours * hour, link: nonce }).redirect('/', 303);
  });
  app.post('/out', async (_request, reply) => app.signOut(reply).redirect('/', 303));
}

const rulesOf = ({ course }: CourseOptions, id: string): CourseRules => course.assignments?.[id] ?? {};

function homeRoutes(app: FastifyInstance, options: CourseOptions, linkFor: CourseServer['linkFor']): void {
  const { course, assignments, roster } = options;
  app.get('/', async (request, reply) => {
    const isStaff = request.session?.role === 'staff';
    const shown = assignments.flatMap((set) => homeView(set, rulesOf(options, set.id), isStaff));
    const page = { title: course.title ?? 'Assignments', who: request.session?.who, isStaff, assignments: shown };
    const token = reply.generateCsrf();
    return reply.type('text/html').send(render('home.njk', { ...page, token, hours: linkHours, roster: roster.size }));
  });
  app.post('/links', { config: { staff: true } }, async (_request, reply) => {
    const rows = [...roster.values()].map(({ id, name = '', email = '' }) => [id, name, email, linkFor(id, 'student')]);
    const text = [['student', 'name', 'email', 'link'], ...rows].map((row) => row.map(cell).join(',')).join('\n');
    return reply.type('text/csv').header('content-disposition', 'attachment; filename="links.csv"').send(`${text}\n`);
  });
}

/** A spreadsheet would take a name that begins with such a sign for a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function homeView({ id, title }: SetAssignment, rules: CourseRules, isStaff: boolean) {
  const { isOpen, closed, isReleased, due } = standingAt(rules, Date.now());
  if (!isOpen && !isStaff) return [];
  const says = isOpen ? (closed ?? due) : 'Not open yet.';
  const links = isStaff
    ? [
        { href: `/staff/${id}/`, label: 'Queue' },
        { href: `/staff/${id}/papers.csv`, label: 'Papers and scores' },
      ]
    : isReleased
      ? [{ href: `/a/${id}/feedback`, label: 'Feedback' }]
      : [];
  return [{ id, title, says, href: isStaff ? '' : `/a/${id}/`, links }];
}

async function studentRoutes(app: FastifyInstance, options: CourseOptions, set: SetAssignment): Promise<void> {
  const { store, engine } = options;
  const rules = rulesOf(options, set.id);
  const placeOf = async ({ session }: FastifyRequest): Promise<Place | undefined> => {
    const { isOpen, closed, due } = standingAt(rules, Date.now());
    if (session?.role !== 'student' || !isOpen) return undefined;
    const desk = new Desk({ assignment: set.id, student: session.who }, { store, engine });
    const { handedIn } = await desk.state();
    const says = handedIn
      ? `Handed in at ${handedIn.at}. You may hand in again; the last counts.`
      : 'Not handed in yet.';
    const limits = { hints: rules.hints ?? 2, ...(rules.checks !== undefined && { checks: rules.checks }) };
    const lead = 'Everything is kept as you type, on this server. Beside each answer stands how it was read.';
    const frame = {
      base: `/a/${set.id}`,
      lead,
      rules: limits,
      due: closed ?? due,
      handIn: { says, closed: closed !== undefined },
    };
    return { desk, frame, ...(closed !== undefined && { closed }) };
  };
  await app.register(deskRoutes, { engine, placeOf });
  await app.register(async (inner) => {
    inner.addHook('preHandler', async (request, reply) => {
      const place = await placeOf(request);
      if (!place) return reply.callNotFound();
      request.place = place;
    });
    inner.post<{ Body: { changes: Change[] } }>('/hand-in', { schema: { body: changes } }, async (request, reply) => {
      const { desk, frame, closed } = request.place;
      if (closed !== undefined) return reply.code(403).send({ error: closed });
      const { state, conflicts } = await desk.change(request.body.changes);
      const about = { ...stateView(state, frame), conflicts: conflicts.map(conflictView) };
      if (conflicts.length > 0) return reply.code(409).send({ ...about, error: unsettled });
      const at = await handIn(store, desk);
      await options.enqueue({ assignment: set.id, student: desk.student });
      return { ...about, says: `Handed in at ${at}. You may hand in again; the last counts.` };
    });
    const visible = async ({ session }: FastifyRequest): Promise<Result | undefined> => {
      if (!session || !standingAt(rules, Date.now()).isReleased) return undefined;
      return resultFor(options, set, session.who);
    };
    await inner.register(feedbackRoutes, { engine, store, resultOf: visible });
  });
}

const unsettled =
  'Nothing was handed in: another page of yours has written other answers. Say which hold, then hand in.';

/** Hands in what stands there now: the event that says so names the paper's hash. */
async function handIn(store: Store, desk: Desk): Promise<string> {
  for (;;) {
    const state = await desk.state();
    const at = new Date().toISOString();
    const event = { id: randomUUID(), at, type: 'handed-in', hash: hashOf(desk.text(state)) };
    if ((await store.append(desk.stream, [event], state.seq)).ok) return at;
  }
}

/** A student's result with what people decided; the machine's own record stays as it is. */
async function resultFor(
  { store }: CourseOptions,
  { id, key }: SetAssignment,
  student: string,
): Promise<Result | undefined> {
  const result = await resultOf(store, { assignment: id, student }, key);
  return result && adjusted(result, bookOf({ entries: await decisionsIn(store, id).read() }));
}

function reviewOf(options: CourseOptions, set: SetAssignment) {
  const { store } = options;
  return {
    title: set.title,
    base: `/staff/${set.id}`,
    book: decisionsIn(store, set.id),
    report: '',
    regrade: 'The server',
    rubricOf: set.rubricOf,
    fieldsOf: set.fieldsOf,
    results: () => resultsOf(options, set),
    csv: () => papersCsv(options, set),
  };
}

/** The results of everybody whose paper is marked under the key that holds now. */
async function resultsOf({ store }: CourseOptions, { id, key }: SetAssignment): Promise<readonly Result[]> {
  const prefix = `result/${id}/`;
  const names = await store.names(prefix);
  const found = await Promise.all(
    names.map((name) => resultOf(store, { assignment: id, student: name.slice(prefix.length) }, key)),
  );
  return found.flatMap((result) => result ?? []);
}

async function papersCsv(options: CourseOptions, set: SetAssignment): Promise<string> {
  const prefix = `paper/${set.id}/`;
  const known = (await options.store.names(prefix)).map((name) => name.slice(prefix.length));
  const students = [...new Set([...options.roster.keys(), ...known])];
  const rows = await Promise.all(
    students.map(async (student) => {
      const job = { assignment: set.id, student };
      const { handedIn, checks } = progressOf(stateOf(await options.store.read(`${prefix}${student}`)));
      const result = await resultFor(options, set, job.student);
      return [
        student,
        handedIn ?? '',
        String(checks),
        result?.score ?? '',
        result?.outOf ?? '',
        result?.waiting ?? '',
        result?.status ?? '',
      ];
    }),
  );
  const head = ['student', 'handed in', 'checks', 'score', 'out of', 'waiting', 'status'];
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

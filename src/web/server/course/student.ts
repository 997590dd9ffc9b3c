import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { standingAt } from '../../course/clock.ts';
import { handedInText, paperStream } from '../../course/results.ts';
import { type Change, Desk } from '../../paper/desk.ts';
import { hashOf } from '../../paper/text.ts';
import type { Store } from '../../store/store.ts';
import { conflictView, deskRoutes, type Place, stateView } from '../desk-routes.ts';
import { feedbackRoutes } from '../feedback-routes.ts';
import { changes } from '../schemas.ts';
import { type CourseOptions, type ResultFor, rulesOf, type SetAssignment } from './options.ts';

const lead = 'Everything is kept as you type, on this server. Beside each answer stands how it was read.';
const handedInAt = (at: string): string => `Handed in at ${at}. You may hand in again; the last counts.`;

/** What a student does with an assignment: fill in, check, hand in, and read the feedback once it is out. */
export async function studentRoutes(
  app: FastifyInstance,
  options: CourseOptions,
  { set, resultFor }: { readonly set: SetAssignment; readonly resultFor: ResultFor },
): Promise<void> {
  const { store, engine } = options;
  const rules = rulesOf(options, set.id);
  const base = `/a/${set.id}`;
  const limits = { hints: rules.hints ?? 2, ...(rules.checks !== undefined && { checks: rules.checks }) };

  const placeOf = async ({ session }: FastifyRequest): Promise<Place | undefined> => {
    const { isOpen, closed, due, isReleased } = standingAt(rules, Date.now());
    if (session?.role !== 'student' || !isOpen) return undefined;
    const desk = new Desk({ assignment: set.id, student: session.who }, { store, engine });
    const { handedIn } = await desk.state();
    const says = handedIn ? handedInAt(handedIn.at) : 'Not handed in yet.';
    const frame = {
      base,
      home: '/',
      lead,
      rules: limits,
      due: closed ?? due,
      handIn: { says, closed: closed !== undefined },
      ...(isReleased && { feedback: `${base}/feedback` }),
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
    handInRoute(inner, options, set.id);
    await inner.register(feedbackRoutes, {
      engine,
      base,
      resultOf: async ({ session }) =>
        session && standingAt(rules, Date.now()).isReleased ? resultFor(session.who) : undefined,
      paperOf: async ({ session }) => {
        const job = { assignment: set.id, student: session?.who ?? '' };
        return handedInText(await store.read(paperStream(job)), job) ?? '';
      },
    });
  });
}

const unsettled =
  'Nothing was handed in: another page of yours has written other answers. Say which hold, then hand in.';

function handInRoute(app: FastifyInstance, { store, enqueue }: CourseOptions, assignment: string): void {
  app.post<{ Body: { changes: Change[] } }>('/hand-in', { schema: { body: changes } }, async (request, reply) => {
    const { desk, frame, closed } = request.place;
    if (closed !== undefined) return reply.code(403).send({ error: closed });
    const { state, conflicts } = await desk.change(request.body.changes);
    const about = { ...stateView(state, frame), conflicts: conflicts.map(conflictView) };
    if (conflicts.length > 0) return reply.code(409).send({ ...about, error: unsettled });
    const at = await handIn(store, desk);
    await enqueue({ assignment, student: desk.student });
    return { ...about, says: handedInAt(at) };
  });
}

/** Hands in what stands there now: the event that says so names the paper's hash. */
async function handIn(store: Store, desk: Desk): Promise<string> {
  for (;;) {
    const state = await desk.state();
    const at = new Date().toISOString();
    const event = { id: randomUUID(), at, type: 'handed-in', hash: hashOf(desk.text(state)) };
    if ((await store.append(desk.stream, [event], state.seq)).ok) return at;
  }
}

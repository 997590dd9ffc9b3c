import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Result } from '../../../records/result.ts';
import { render } from '../../pages/environment.ts';
import type { Store } from '../../store/store.ts';
import type { CourseOptions, SetAssignment } from '../course/options.ts';
import type { SetResults } from '../course/results.ts';
import type { Launch, Platform, Score } from './platform.ts';

type Place = NonNullable<Launch['scores']>;

const streamOf = (assignment: string, student: string): string => `launch/${assignment}/${student}`;

/** Keeps where the course system takes a student's score. */
export async function keepPlace(store: Store, assignment: string, student: string, place: Place): Promise<void> {
  const event = { id: randomUUID(), at: new Date().toISOString(), type: 'launched', ...place };
  await store.append(streamOf(assignment, student), [event]);
}

async function placeOf(store: Store, assignment: string, student: string): Promise<Place | undefined> {
  const last = (await store.read(streamOf(assignment, student))).at(-1)?.event;
  return last && { lineItem: String(last.lineItem), user: String(last.user) };
}

/** Sends the scores as they stand now to the course system, when somebody of the staff says so. */
export function scoreRoutes(
  app: FastifyInstance,
  { store, tell }: CourseOptions,
  {
    set,
    results,
    platform,
  }: { readonly set: SetAssignment; readonly results: SetResults; readonly platform: Platform },
): void {
  app.post('/scores', { config: { staff: true } }, async (_request, reply) => {
    const found = await Promise.all(
      (await results.decided()).map(async (result) => {
        const place = await placeOf(store, set.id, result.student);
        return place && { student: result.student, score: scoreOf(result, place) };
      }),
    );
    const known = found.filter((one) => one !== undefined);
    reply.type('text/html');
    const link = { to: `/staff/${set.id}/course`, label: 'Back' };
    try {
      const left = await platform.send(known.map(({ score }) => score));
      const lines = left.map(({ user, says }) => `${known.find((one) => one.score.user === user)?.student}: ${says}`);
      const title = `${known.length - left.length} of ${found.length} scores were sent`;
      const absent = found.length - known.length;
      if (absent > 0) lines.push(`${absent} came by a link of ours, and never from the course system.`);
      return reply.send(render('message.njk', { title, lines, link }));
    } catch (error) {
      tell(`No score could be sent: ${(error as Error).message}`);
      const lines = ['The course system gave no leave to send scores. Whoever runs this server sees why.'];
      return reply.code(502).send(render('message.njk', { title: 'No score was sent', lines, link }));
    }
  });
}

const scoreOf = ({ score, outOf, waiting }: Result, place: Place): Score => ({
  ...place,
  given: Number(score),
  outOf: Number(outOf),
  waits: Number(waiting) > 0,
});

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HintLevel } from '../../marking/self-check/level.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import { answer } from '../../report/html/filters.ts';
import type { Engine, Sheet, Told } from '../engine.ts';
import { markupOfCheck } from '../pages/checked.ts';
import { attemptView, type DeskFrame, deskView, leftText, textOf } from '../pages/desk-view.ts';
import { render } from '../pages/environment.ts';
import type { Change, Conflict, Desk } from '../paper/desk.ts';
import type { PaperState } from '../paper/state.ts';
import { editorAddress } from './assets.ts';
import { changes, checkBody, readBody } from './schemas.ts';
import { editorPolicy } from './security.ts';

/** The paper that a request is about. */
export interface Place {
  readonly desk: Desk;
  readonly frame: DeskFrame;
  /** Is it too late to write? Then why. */
  readonly closed?: string;
}

export interface DeskOptions {
  readonly engine: Engine;
  /** Whose paper; undefined where there is none for this request. */
  readonly placeOf: (request: FastifyRequest) => Promise<Place | undefined>;
}

const tooLate = (reason: string) => ({ error: reason });

/** The routes of a student's page, below wherever it lies. */
export async function deskRoutes(app: FastifyInstance, { engine, placeOf }: DeskOptions): Promise<void> {
  const sheets = new Map<string, Sheet>();
  const sheetOf = async ({ assignment, student }: Desk): Promise<Told<Sheet>> => {
    const name = JSON.stringify([assignment, student]);
    const known = sheets.get(name);
    if (known) return { ok: true, value: known };
    const found = await engine.sheet({ assignment, student });
    if (found.ok) sheets.set(name, found.value);
    const [oldest] = sheets.keys();
    if (sheets.size > 2000 && oldest !== undefined) sheets.delete(oldest);
    return found;
  };

  app.decorateRequest('place', null as unknown as Place);
  app.addHook('preHandler', async (request, reply) => {
    const place = await placeOf(request);
    if (!place) return reply.callNotFound();
    request.place = place;
  });

  app.get('/', async (request, reply) => {
    const { desk, frame } = request.place;
    const sheet = await sheetOf(desk);
    if (!sheet.ok) return reply.code(503).type('text/html').send(fault(sheet.says));
    const token = reply.generateCsrf();
    if (editorAddress !== undefined) reply.header('content-security-policy', editorPolicy);
    return reply
      .type('text/html')
      .send(render('desk.njk', { ...deskView(sheet.value, await desk.state(), frame), token, editor: editorAddress }));
  });

  app.get('/state', async ({ place: { desk, frame } }) => stateView(await desk.state(), frame));

  app.put<{ Body: { changes: Change[] } }>('/answers', { schema: { body: changes } }, async (request, reply) => {
    const { desk, closed, frame } = request.place;
    if (closed !== undefined) return reply.code(403).send(tooLate(closed));
    const { state, conflicts } = await desk.change(request.body.changes);
    return { ...stateView(state, frame), conflicts: conflicts.map(conflictView) };
  });

  app.post<{ Body: { problem: string; answers: Record<string, AnswerValue> } }>(
    '/read',
    { schema: { body: readBody } },
    async ({ body, place: { desk } }, reply) => {
      const { assignment, student } = desk;
      const told = await engine.read({ assignment, student, ...body });
      if (!told.ok) return reply.code(422).send({ error: told.says });
      return told.value.map(({ field, read, says }) => ({
        field,
        ...(read !== undefined && { read: answer(read).toString() }),
        ...(says !== undefined && { says }),
      }));
    },
  );

  app.post<{ Body: { changes: Change[]; hints: HintLevel } }>(
    '/check',
    { schema: { body: checkBody } },
    async (request, reply) => {
      const { desk, frame, closed } = request.place;
      const { changes: written, hints } = request.body;
      if (closed !== undefined && written.length > 0) return reply.code(403).send(tooLate(closed));
      const { conflicts } = await desk.change(written);
      const told = await desk.check(hints, frame.rules);
      const state = await desk.state();
      const about = { ...stateView(state, frame), conflicts: conflicts.map(conflictView) };
      if (!told.ok) return reply.code(422).send({ ...about, error: told.says });
      const { told: checked } = told.value;
      return { ...about, attempt: attemptView(told.value), ...(checked && markupOfCheck(checked)) };
    },
  );

  app.get('/paper.json', async ({ place: { desk } }, reply) =>
    reply
      .type('application/json')
      .header('content-disposition', `attachment; filename="${fileName(desk)}"`)
      .send(desk.text(await desk.state())),
  );

  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: 50_000_000 }, (_, body, done) =>
    done(null, body),
  );
  app.post<{ Querystring: { name: string }; Body: Buffer }>(
    '/upload',
    { bodyLimit: 50_000_000 },
    async (request, reply) => {
      const { desk, closed } = request.place;
      if (closed !== undefined) return reply.code(403).send(tooLate(closed));
      const { assignment, student } = desk;
      const name = String(request.query.name ?? '').slice(-200);
      const told = await engine.locate({ assignment, student, name, bytes: request.body.toString('base64') });
      if (!told.ok) return reply.code(422).send({ error: told.says });
      const { answers, asked, complaints } = told.value;
      return { answers: textsOf(answers), asked, complaints };
    },
  );
}

declare module 'fastify' {
  interface FastifyRequest {
    place: Place;
  }
}

const fault = (says: string): string => render('message.njk', { title: 'This cannot be shown', lines: [says] });

/** What the page has to know of the paper after something was written. */
export const stateView = (state: PaperState, frame: DeskFrame) => ({
  seq: state.seq,
  left: leftText(state, frame.rules),
  fields: Object.fromEntries(
    [...state.answers].map(([problem, fields]) => [
      problem,
      Object.fromEntries([...fields].map(([field, { value, seq, id }]) => [field, { text: textOf(value), seq, id }])),
    ]),
  ),
});

export const conflictView = ({ value, ...place }: Conflict) => ({ ...place, text: textOf(value) });

const textsOf = (answers: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>) =>
  Object.entries(answers).flatMap(([problem, fields]) =>
    Object.entries(fields).map(([field, value]) => ({ problem, field, value, text: textOf(value) })),
  );

const fileName = ({ assignment, student }: Desk): string =>
  `${`${assignment}-${student}`.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100)}.json`;

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Mark, Result } from '../../records/result.ts';
import { studentHtml } from '../../report/index.ts';
import { badge, isFault } from '../../report/verdicts.ts';
import type { Engine } from '../engine.ts';
import { render } from '../pages/environment.ts';
import type { valuesOf } from '../paper/text.ts';
import { pagePolicy } from './security.ts';

export interface FeedbackOptions {
  readonly engine: Engine;
  /** Where the pages lie, without a slash at their end. */
  readonly base: string;
  /** The paper that was marked, as a file. */
  readonly paperOf: (request: FastifyRequest) => Promise<string>;
  /** The result that the student may see now, with what people decided; undefined where there is none yet. */
  readonly resultOf: (request: FastifyRequest) => Promise<Result | undefined>;
}

interface Paper {
  readonly assignment: string;
  readonly student: string;
  readonly answers: ReturnType<typeof valuesOf>;
}

/** What a student sees after the marks are out: the feedback, and lines to try again. */
export async function feedbackRoutes(
  app: FastifyInstance,
  { engine, base, paperOf, resultOf }: FeedbackOptions,
): Promise<void> {
  app.get('/feedback', async (request, reply) => {
    const result = await resultOf(request);
    if (!result) return reply.callNotFound();
    return reply.type('text/html').send(render('feedback.njk', { ...result, base, lines: linesOf(result, base) }));
  });

  app.get('/feedback/page', async (request, reply) => {
    const result = await resultOf(request);
    if (!result) return reply.callNotFound();
    return reply.header('content-security-policy', pagePolicy).type('text/html').send(studentHtml(result));
  });

  const again = async (request: FastifyRequest, token: string, answer?: string): Promise<string | undefined> => {
    const { problem: id, field } = request.params as { problem: string; field: string };
    const result = await resultOf(request);
    const problem = result?.problems.find((one) => one.id === id);
    const mark = problem?.marks.find((one) => one.field === field);
    if (!result || !problem || !mark) return undefined;
    const above = problem.marks.slice(0, problem.marks.indexOf(mark)).filter(({ given }) => given !== undefined);
    const told = answer === undefined ? undefined : await tried(request, answer);
    const solution = result.solutionShown ? [mark.worked, mark.expected].filter(Boolean).join(' = ') : '';
    const shown = { ...mark, problem: problem.title, above, solution, answer: answer ?? mark.given ?? '' };
    return render('again.njk', { ...shown, token, base, told: told && toldView(told) });
  };

  /** The answer in the place of the old one, on the paper's own other numbers. Nothing of it is kept. */
  const tried = async (request: FastifyRequest, answer: string): Promise<Mark | string> => {
    const { problem, field } = request.params as { problem: string; field: string };
    const lines = answer
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const paper = JSON.parse(await paperOf(request)) as Paper;
    const value = lines.length > 1 ? lines : (lines[0] ?? '');
    const answers = { ...paper.answers, [problem]: { ...paper.answers[problem], [field]: value } };
    const { assignment, student } = paper;
    const marked = await engine.mark({ assignment, student, text: JSON.stringify({ ...paper, answers }) });
    if (!marked.ok) return marked.says;
    const found = marked.value.problems.find(({ id }) => id === problem)?.marks.find((one) => one.field === field);
    return found ?? (marked.value.messages ?? []).join(' ');
  };

  const send = async (request: FastifyRequest, reply: FastifyReply, answer?: string) => {
    const page = await again(request, reply.generateCsrf(), answer);
    return page === undefined ? reply.callNotFound() : reply.type('text/html').send(page);
  };
  app.get('/again/:problem/:field', (request, reply) => send(request, reply));
  app.post<{ Body: { answer?: string } }>('/again/:problem/:field', (request, reply) =>
    send(request, reply, String(request.body?.answer ?? '').slice(0, 20_000)),
  );
}

/** The lines that did not get all their points, where the problem does not go to a person. */
const linesOf = ({ problems }: Result, base: string) =>
  problems.flatMap(({ id, title, marks }) =>
    marks.filter(isFault).map(({ field, verdict }) => ({
      field,
      problem: title,
      verdict: badge(verdict),
      href: `${base}/again/${encodeURIComponent(id)}/${encodeURIComponent(field)}`,
    })),
  );

const toldView = (told: Mark | string) =>
  typeof told === 'string'
    ? { verdict: badge('unreadable'), says: told }
    : { verdict: badge(told.verdict), says: told.says ?? '' };

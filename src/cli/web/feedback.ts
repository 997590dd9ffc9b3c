import type { AnswerValue } from '../../records/answer-value.ts';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';
import { feedbackServer } from '../../web/server/feedback.ts';
import { assignmentOf } from '../assignments.ts';
import { type ExitCode, exit } from '../exit.ts';
import { configFile, openCatalogue } from '../open-catalogue.ts';
import { readBytes } from '../read.ts';
import { talk } from '../talk.ts';
import { engineOf } from './engine.ts';
import type { OpenPaperOptions } from './open-options.ts';
import { announcer, listen, reportFault, untilEnded } from './run.ts';

/** The record of a marked paper, where the file is one: what a course gives back. */
export function resultAt(path: string): Result | undefined {
  const bytes = path.endsWith('.json') ? readBytes(path) : { ok: false as const };
  return bytes.ok ? readResult(Buffer.from(bytes.bytes).toString('utf8')) : undefined;
}

/** `gradcheck open <result>`: the feedback, until the program is ended. */
export async function openFeedback(result: Result, options: OpenPaperOptions): Promise<ExitCode> {
  const assignment = assignmentOf(await openCatalogue(options), options.assignment ?? result.assignment);
  const ended = new AbortController();
  const limits = { seconds: 10, memory: 512 };
  const config = configFile(options.config);
  const engine = engineOf({ assignments: [assignment], config, count: 1, limits, signal: ended.signal });
  try {
    const address = announcer();
    const { announce } = address;
    const app = await feedbackServer({ result, paper: paperIn(result), engine, announce, report: reportFault });
    address.at(await listen(app, { host: '127.0.0.1', port: options.port }));
    talk(`This is the feedback to the paper of ${result.student}. Open the address; it can be used once.`);
    talk('Nothing that you try is kept. Ctrl-C ends this.');
    await untilEnded();
    await app.close();
  } finally {
    ended.abort();
    await engine.end();
  }
  return exit.done;
}

/** The answers as they stand in the record: a line, or the lines of the work. */
function paperIn({ assignment, student, problems }: Result): string {
  const answers = problems.map(({ id, marks }) => {
    const given = marks.flatMap(({ field, given: text }) =>
      text === undefined ? [] : [[field, linesIn(text)] as const],
    );
    return [id, Object.fromEntries(given)] as const;
  });
  return JSON.stringify({ assignment, student, answers: Object.fromEntries(answers) });
}

const linesIn = (text: string): AnswerValue => {
  const lines = text.split('\n');
  return lines.length > 1 ? lines : text;
};

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { restored } from '../../adjustments/restored.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';
import { reviewServer } from '../../web/server/review.ts';
import { adjustmentsBook } from '../adjust/book.ts';
import { adjustmentsFile } from '../adjustments.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { fieldsOf } from '../problem-list.ts';
import { talk } from '../talk.ts';
import { announcer, listen, reportFault, untilEnded } from './run.ts';

export interface ReviewCommandOptions extends CourseOptions {
  readonly report: string;
  readonly by?: string | undefined;
  readonly assignment?: string | undefined;
  readonly file?: string | undefined;
  readonly port: number;
}

/** `gradcheck review`: the queue of a report, until the program is ended. */
export async function review(options: ReviewCommandOptions): Promise<ExitCode> {
  const { report } = options;
  const results = resultsIn(report);
  const [first] = await results();
  if (!first) throw new Stop(exit.nothing, `${report} holds no results; gradcheck grade writes them`);
  const assignment = await loaded(await openCatalogue(options), await named(options, first.assignment));
  const file = options.file ?? adjustmentsFile(assignment.id);
  const address = announcer();
  const app = await reviewServer({
    title: first.title ?? assignment.title,
    results,
    book: adjustmentsBook(assignment.id, file),
    report,
    command: 'gradcheck grade',
    by: options.by ?? userInfo().username,
    announce: address.announce,
    fault: reportFault,
    ...beside(assignment),
  });
  address.at(await listen(app, { host: '127.0.0.1', port: options.port }));
  talk(`Open the address; it can be used once. Decisions are written to ${file}. Ctrl-C ends this.`);
  await untilEnded();
  await app.close();
  return exit.done;
}

const named = async (options: ReviewCommandOptions, id: string) =>
  assignmentOf(await openCatalogue(options), options.assignment ?? id);

/** What an assignment says beside its papers. */
export const beside = ({ problems }: LoadedAssignment) => ({
  rubricOf: (id: string, name: string): string | undefined => {
    const field = problems.find((one) => one.id === id)?.working.fields?.find((one) => one.name === name);
    return field && 'rubric' in field ? field.rubric : undefined;
  },
  fieldsOf: (id: string): readonly string[] => {
    const found = problems.find((one) => one.id === id);
    return found ? fieldsOf(found.problem, found.working).map(({ name }) => name) : [];
  },
});

/** The results of a report as the machine left them, read again when a run has changed them. */
function resultsIn(report: string): () => Promise<readonly Result[]> {
  let read: { readonly stamp: string; readonly results: readonly Result[] } | undefined;
  return async () => {
    const stamp = stampOf(report);
    if (read?.stamp !== stamp) read = { stamp, results: readAll(join(report, 'results')) };
    return read.results;
  };
}

function stampOf(report: string): string {
  const times = ['journal.jsonl', 'results'].map(
    (name) => statSync(join(report, name), { throwIfNoEntry: false })?.mtimeMs,
  );
  return times.join(' ');
}

const readAll = (folder: string): Result[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const result = readResult(readFileSync(join(folder, name), 'utf8'));
      return result ? [restored(result)] : [];
    });

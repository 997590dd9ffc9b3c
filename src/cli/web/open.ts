import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isDocument } from '../../documents/names.ts';
import { isBlank } from '../../reading/value.ts';
import type { Assignment } from '../../records/assignment.ts';
import { complaintText } from '../../records/complaint.ts';
import type { Submission } from '../../records/submission.ts';
import { studentFileName } from '../../report/file-name.ts';
import { oneLine } from '../../report/text/visible.ts';
import { Desk, isSame } from '../../web/paper/desk.ts';
import type { AnswerEvent, BegunEvent } from '../../web/paper/events.ts';
import { openServer } from '../../web/server/open.ts';
import { FileStore } from '../../web/store/file-store.ts';
import type { Problem } from '../../working/problem.ts';
import { assignmentOf } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { lock } from '../grade/lock.ts';
import { configFile, openCatalogue } from '../open-catalogue.ts';
import { problemOf } from '../problem-list.ts';
import { exists, nameOf, readBytes } from '../read.ts';
import { readLocated } from '../read-located.ts';
import { talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { engineOf } from './engine.ts';
import { openFeedback, resultAt } from './feedback.ts';
import type { OpenPaperOptions } from './open-options.ts';
import { announcer, listen, reportFault, untilEnded } from './run.ts';

/** What to open: the assignment, whose paper, the file that keeps it, and what stands in it. */
interface Opening {
  readonly assignment: Assignment;
  readonly student: string;
  readonly file: string;
  readonly found?: Submission;
  /** The problem that is tried, where it is no assignment that was named. */
  readonly tried?: string;
}

/** `gradcheck open`: a student's own page, until the program is ended. */
export async function open(options: OpenPaperOptions): Promise<ExitCode> {
  const result = resultAt(options.what);
  if (result) return openFeedback(result, options);
  const opening = await openingOf(options);
  const folder = join(dirname(resolve(opening.file)), '.gradcheck');
  makeFolder(folder);
  const unlock = lock(folder);
  try {
    await serve(opening, folder, options);
  } finally {
    unlock();
  }
  return exit.done;
}

async function serve(opening: Opening, folder: string, options: OpenPaperOptions): Promise<void> {
  const { assignment, student, file, tried } = opening;
  const ended = new AbortController();
  const limits = { seconds: 10, memory: 512 };
  const config = configFile(options.config);
  const engine = engineOf({ assignments: [assignment], config, count: 1, limits, signal: ended.signal });
  // The process that reads starts while the student opens the address, and not after.
  void engine.sheet({ assignment: assignment.id, student }).catch(() => {});
  const store = new FileStore(join(folder, 'papers'));
  const changed = (text: string): void => writeWhole(file, text);
  try {
    const desk = new Desk({ assignment: assignment.id, student }, { store, engine, changed });
    await take(desk, store, opening.found);
    const address = announcer();
    const app = await openServer({
      desk,
      engine,
      file: nameOf(file),
      tried,
      announce: address.announce,
      report: reportFault,
    });
    address.at(await listen(app, { host: '127.0.0.1', port: options.port }));
    talk(
      `This is the paper of ${student}. Open the address; it can be used once. Answers are kept in ${nameOf(file)}.`,
    );
    talk('Ctrl-C ends this.');
    await untilEnded();
    await app.close();
  } finally {
    await store.close();
    ended.abort();
    await engine.end();
  }
}

async function openingOf(options: OpenPaperOptions): Promise<Opening> {
  const { what } = options;
  if (exists(what) && (isDocument(what) || isPaper(what))) return ofPaper(options, what);
  const catalogue = await openCatalogue(options);
  if (!exists(what) && catalogue.ids.includes(what)) return trialOf(options, await problemOf(catalogue, what));
  const assignment = assignmentOf(catalogue, what);
  const file = options.file ?? `answers-${studentFileName(assignment.id)}.json`;
  if (exists(file)) return ofPaper({ ...options, file, assignment: what }, file);
  return { assignment, student: options.student ?? userInfo().username, file };
}

/** A problem by itself, as its author tries it before it is set. */
function trialOf({ student = userInfo().username, file }: OpenPaperOptions, { id, title }: Problem): Opening {
  const assignment = { id: `try-${id}`, title, problems: [{ problem: id }] };
  return { assignment, student, file: file ?? `answers-try-${id}.json`, tried: id };
}

/** A file with answers is a paper; an assignment has none. */
function isPaper(path: string): boolean {
  const bytes = readBytes(path);
  if (!bytes.ok) return false;
  return /"answers"\s*:/.test(Buffer.from(bytes.bytes).toString('utf8'));
}

/** A paper that was begun. Answers that were read from a document are kept in a file of their own beside it. */
async function ofPaper(options: OpenPaperOptions, path: string): Promise<Opening> {
  const catalogue = await openCatalogue(options);
  const { reading, assignment: loaded } = await readLocated(path, options.assignment, catalogue);
  for (const complaint of reading.complaints) talk(oneLine(complaintText(complaint), 500));
  if (!reading.ok || !loaded) throw new Stop(exit.incomplete, `${path} cannot be opened as a paper`);
  const { submission } = reading;
  const assignment = assignmentOf(catalogue, options.assignment ?? submission.assignment);
  const file = options.file ?? (isDocument(path) ? path.replace(/\.[^.]+$/, '.answers.json') : path);
  if (file !== path && exists(file)) return ofPaper({ ...options, file }, file);
  if (file !== path)
    talk(`What was read from ${nameOf(path)} is kept in ${nameOf(file)}; the document stays as it is.`);
  return { assignment, student: options.student ?? submission.student, file, found: submission };
}

/** What stands in the file counts, whoever wrote it there; what stood there before stays in the record. */
async function take(desk: Desk, store: FileStore, found: Submission | undefined): Promise<void> {
  const state = await desk.state();
  if (!found) {
    desk.keep(state);
    return;
  }
  const { givens, asked } = found;
  const begun: BegunEvent = { ...signed(), type: 'begun', ...(givens && { givens }), ...(asked && { asked }) };
  const written = Object.entries(found.answers).flatMap(([problem, fields]) =>
    Object.entries(fields).map(([field, value]) => ({ problem, field, value })),
  );
  const gone = [...state.answers].flatMap(([problem, fields]) =>
    [...fields.keys()].flatMap((field) =>
      found.answers[problem]?.[field] === undefined ? [{ problem, field, value: null }] : [],
    ),
  );
  const events = [...written, ...gone].flatMap(({ problem, field, value }): AnswerEvent[] => {
    const known = state.answers.get(problem)?.get(field)?.value ?? null;
    return isSame(known, value) || (isBlank(known) && isBlank(value))
      ? []
      : [{ ...signed(), type: 'answer', problem, field, value }];
  });
  await store.append(desk.stream, givens || asked ? [begun, ...events] : events);
}

const signed = () => ({ id: randomUUID(), at: new Date().toISOString() });

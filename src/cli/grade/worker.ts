// A process that reads and grades one paper at a time, so that a paper may bring it down and nothing else.
import { withAccepted } from '../../adjustments/accepted.ts';
import { paperOf } from '../../batch/paper.ts';
import { AuthorFault } from '../../collections/author-fault.ts';
import type { SubmissionOptions } from '../../records/submission.ts';
import { knownProblems } from '../assignments.ts';
import { exit, Stop } from '../exit.ts';
import { nameOf, readSubmissionAt } from '../read.ts';
import { writeClass } from './class-files.ts';
import { gradeStudent } from './grade-student.ts';
import { type Opened, opened } from './opened.ts';
import type { Answers, FromWorker, Setup, Task, ToWorker } from './tasks.ts';
import { endWithParent } from './watch-parent.ts';

let setup: Setup = { assignments: [], adjustments: [], selfContained: false };
let options: SubmissionOptions = {};
const ready = new Map<string, Opened>();

function setUp(given: Setup): void {
  const { adjustments, fallback } = given;
  const assignments = given.assignments.map((set) =>
    withAccepted(set, adjustments.find(({ assignment }) => assignment === set.id) ?? { entries: [] }),
  );
  setup = given;
  options = { known: knownProblems(assignments), ...(fallback !== undefined && { assignment: fallback }) };
}

async function openedOnce(id: string): Promise<Opened> {
  const found = ready.get(id) ?? (await opened(setup, id));
  ready.set(id, found);
  return found;
}

async function done(task: Task): Promise<Answers[Task['type']]> {
  if (task.type === 'identify')
    return paperOf(task.path, nameOf(task.path), await readSubmissionAt(task.path, options));
  const about = await openedOnce(task.assignment);
  if (task.type === 'grade') return gradeStudent(task, about, { ...options, loadedOf: () => about.assignment });
  if (task.type !== 'class') return (await import('../web/answer.ts')).webAnswer(task, about);
  writeClass(task, about);
  return true;
}

async function answerTo(task: Task): Promise<FromWorker> {
  try {
    return { answer: await done(task) };
  } catch (error) {
    if (error instanceof Stop) return { stop: { code: error.code, message: error.message } };
    if (error instanceof AuthorFault) return { stop: { code: exit.usage, message: error.message } };
    throw error;
  }
}

endWithParent();
process.on('message', (message: ToWorker) => {
  if ('setup' in message) setUp(message.setup);
  else void answerTo(message.task).then((answer) => process.send?.(answer));
});
process.send?.({ ready: true } satisfies FromWorker);

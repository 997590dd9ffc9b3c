import { gradeOne } from '../../batch/grade.ts';
import { usesOf } from '../../derived/thread.ts';
import { isDocument } from '../../documents/names.ts';
import { submissionOf } from '../../documents/submission.ts';
import { sheetOf } from '../../documents/templates/sheet.ts';
import { fieldsOf as declared } from '../../kinds/index.ts';
import { forStudent } from '../../marking/assignment.ts';
import { gradePaper } from '../../marking/paper.ts';
import { readingsOf } from '../../marking/readings.ts';
import { selfCheck } from '../../marking/self-check/self-check.ts';
import { complaintText } from '../../records/complaint.ts';
import { readSubmission, type SubmissionReading } from '../../records/submission.ts';
import type { Blank, Located, PaperText, Sheet, Told } from '../../web/engine.ts';
import type { Working } from '../../working/problem.ts';
import { statementOf } from '../statement.ts';
import { authorView } from './author.ts';
import type { Ground } from './ground.ts';
import type { WebAnswers, WebTask } from './tasks.ts';

/** Does what a page has asked for. */
export async function webAnswer(task: WebTask, ground: Ground): Promise<WebAnswers[WebTask['type']]> {
  switch (task.type) {
    case 'sheet':
      return { ok: true, value: sheet(ground, task.student) };
    case 'read':
      return readings(task, ground);
    case 'check':
      return check(task, ground);
    case 'mark':
      return { ok: true, value: gradeOne(ground.assignment, { student: task.student }, paper(task)) };
    case 'author':
      return authorView(ground, task.problem);
    case 'locate':
      return locate(task, ground);
  }
}

/** Other assignments than the page's are of no concern here. */
const paper = ({ assignment, text }: PaperText): SubmissionReading =>
  readSubmission(text, 'your answers', { assignment });

function sheet({ assignment, catalogue }: Ground, student: string): Sheet {
  const own = forStudent(assignment, student);
  const { questions, title } = sheetOf(own, student, (problem) => statementOf(catalogue, problem));
  const points = new Map(own.problems.map((problem) => [problem.id, String(problem.points)]));
  return {
    assignment: assignment.id,
    title,
    ...(assignment.course && { course: assignment.course }),
    student,
    questions: own.problems.flatMap(({ id, working }) => {
      const question = questions.find((one) => one.id === id);
      return question
        ? [
            {
              ...question,
              points: points.get(id) ?? '',
              blanks: question.blanks.map(
                linked(
                  working,
                  question.blanks.map(({ name }) => name),
                ),
              ),
            },
          ]
        : [];
    }),
  };
}

/** A blank, with the other blanks that its line is worked from. */
function linked(working: Working, names: readonly string[]): (blank: Omit<Blank, 'uses' | 'isFormula'>) => Blank {
  const kinds = new Map(declared(working).map(({ name, kind }) => [name, kind]));
  return (blank) => ({
    ...blank,
    isFormula: kinds.get(blank.name) === 'formula',
    uses: usesOf(blank.name, working, new Set(names)),
  });
}

function readings(task: Extract<WebTask, { type: 'read' }>, { assignment }: Ground): WebAnswers['read'] {
  const problem = forStudent(assignment, task.student).problems.find(({ id }) => id === task.problem);
  if (!problem) return { ok: false, says: `there is no problem "${task.problem}"` };
  return { ok: true, value: readingsOf(problem, task.answers) };
}

function check(task: Extract<WebTask, { type: 'check' }>, { assignment }: Ground): WebAnswers['check'] {
  const reading = paper(task);
  if (!reading.ok) return { ok: false, says: reading.complaints.map(complaintText).join('\n') };
  // Hints are held to what may be told by the key itself, so it is always at hand; it does not leave this process.
  const result = gradePaper({ ...assignment, solutionShown: true }, reading.submission);
  if (result.status === 'timeout') return { ok: false, says: (result.messages ?? []).join('\n') };
  return { ok: true, value: selfCheck(result, reading.submission, task.hints) };
}

function locate(task: Extract<WebTask, { type: 'locate' }>, { assignment }: Ground): Told<Located> {
  const bytes = Buffer.from(task.bytes, 'base64');
  const known = new Map([[assignment.id, assignment.problems.map(({ id }) => id)]]);
  const options = { assignment: assignment.id, known, loadedOf: () => assignment };
  const reading = isDocument(task.name)
    ? submissionOf(bytes, task.name, options)
    : readSubmission(bytes, task.name, { assignment: assignment.id, known });
  const complaints = reading.complaints.map(complaintText);
  if (!reading.ok) return { ok: false, says: complaints.join('\n') };
  const { answers, asked = [], student } = reading.submission;
  return { ok: true, value: { student, answers, asked, complaints } };
}

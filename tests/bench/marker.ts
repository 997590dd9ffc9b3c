import backprop from '../../problems/backprop-by-hand/problem.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { readSubmission, type Submission } from '../../src/records/submission.ts';
import { table } from '../measure/table.ts';
import { sorts, submissions } from './papers.ts';

const assignment = loadAssignment({ id: 'bench', title: 'Bench', problems: [{ problem: 'backprop-by-hand' }] }, [
  backprop,
]);
const linesOnPaper = backprop.work({}).lines.length;
const seed = 3;
const papers = 4000;
const warmUp = 400;

/** Marks a second on one core, beside what reading and writing the same papers costs without marking them. */
export function benchMarker(): void {
  const rows = sorts.map(({ name, lines }) => {
    const texts = submissions(lines, papers, seed);
    const read = texts.map(submissionOf);
    const marking = rate(read, (paper) => gradePaper(assignment, paper));
    const whole = rate(texts, (text) => JSON.stringify(gradePaper(assignment, submissionOf(text))));
    const floor = rate(texts, (text) => JSON.stringify(submissionOf(text)));
    const ratio = (floor / whole).toFixed(1);
    return [name, ...[marking, whole, floor].map((r) => Math.round(r).toLocaleString('en')), ratio];
  });
  const head = ['papers', 'marking: marks/s', 'read, mark, write', 'the floor: read, write', 'times the floor'];
  console.log(
    `marker: backprop by hand, ${papers} papers of ${linesOnPaper} lines each, seed ${seed}, one core, processor time\n`,
  );
  console.log(`${table(head, rows)}\n`);
}

function submissionOf(text: string): Submission {
  const reading = readSubmission(text, 'bench.json');
  if (!reading.ok) throw new Error(reading.complaints.map(({ says }) => says).join('; '));
  return reading.submission;
}

/** Lines a second of processor time, which other programs on the machine do not disturb as they do the clock. */
function rate<T>(inputs: readonly T[], work: (input: T) => unknown): number {
  for (const input of inputs.slice(0, warmUp)) work(input);
  const from = process.cpuUsage();
  for (const input of inputs) work(input);
  const { user, system } = process.cpuUsage(from);
  return (1e6 * inputs.length * linesOnPaper) / (user + system);
}

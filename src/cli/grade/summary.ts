import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import stringWidth from 'string-width';
import type { Entry } from '../../batch/entry.ts';
import type { Change } from '../../batch/regrade.ts';
import type { Result } from '../../records/result.ts';
import { studentTerminal } from '../../report/index.ts';
import { counted, listed, plural } from '../../report/text/counted.ts';
import { oneLine } from '../../report/text/visible.ts';
import { inColor, print, talk, width } from '../talk.ts';
import type { GradeOptions } from './options.ts';
import type { Run } from './run-assignment.ts';
import { recordOf } from './student-files.ts';

/** Most rows of a table; larger classes are read in the report. */
const mostRows = 40;

/** Prints what came of the runs: the whole page for one paper on a terminal, else a table; then where the reports are. */
export function printRuns(runs: readonly Run[], { ascii }: Pick<GradeOptions, 'ascii'>): void {
  const [only, second] = runs.flatMap(({ folder, entries }) => entries.map(({ student }) => recordOf(folder, student)));
  if (only && !second && process.stdout.isTTY)
    print(
      studentTerminal(JSON.parse(readFileSync(only, 'utf8')) as Result, { color: inColor(), ascii, width: width() }),
    );
  else for (const run of runs) print(table(run));
  for (const run of runs) tellRun(run);
}

function table({ assignment, entries: results }: Run): string {
  const shown = results.length > mostRows ? results.filter(({ status }) => status !== 'graded') : results;
  const rows = shown.slice(0, mostRows).map(rowOf);
  const wide = Math.max(0, ...rows.map(([student]) => stringWidth(student)));
  const lines = rows.map(([student, ...cells]) =>
    `  ${student}${' '.repeat(wide - stringWidth(student))}  ${cells.join('  ')}`.trimEnd(),
  );
  const left = results.length - rows.length;
  const rest = left > 0 ? [`  ${rows.length > 0 ? `the other ${left} are` : 'all are'} in the report`] : [];
  const papers = `${results.length} ${results.length === 1 ? 'paper' : 'papers'}`;
  return [`${assignment.id}: ${papers}${averageText(results)}`, ...lines, ...rest].join('\n');
}

const isGraded = ({ status }: Entry): boolean => status === 'graded' || status === 'needs-review';

function averageText(results: readonly Entry[]): string {
  const scores = results.filter(isGraded).map(({ score }) => Number(score));
  if (scores.length < 2) return '';
  const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
  return `, ${mean.toFixed(1)} of ${results[0]?.outOf} on average`;
}

/** A paper that was not graded has no score to show. */
function rowOf(result: Entry): [string, ...string[]] {
  const { student, score, outOf, waiting, status } = result;
  const graded = isGraded(result);
  if (result.excused) return [oneLine(student, 40), '-'.padStart(9), 'excused'];
  const points = graded ? `${score} / ${outOf}` : `- / ${outOf}`;
  const wait = graded && waiting !== '0' ? `, ${waiting} waiting for a person` : '';
  return [oneLine(student, 40), points.padStart(9), status === 'graded' ? '' : `${status}${wait}`];
}

function tellRun({ folder, entries: results, reused, kept, changes, assignment }: Run): void {
  for (const says of troubles(results)) talk(says);
  const again = results.filter(({ student, status }) => status === 'timeout' && reused.has(student)).length;
  if (again > 0)
    talk(
      `${counted(again, 'paper')} took too much at the last run and ${again === 1 ? 'was' : 'were'} not tried again; --fresh tries.`,
    );
  if (reused.size > 0)
    talk(`${reused.size} of ${results.length} taken from the last run: paper, key and version are the same.`);
  const old = kept.filter(({ key }) => key !== assignment.keyHash).length;
  const stale = old > 0 ? `, ${old} of them graded with another key` : '';
  if (kept.length > 0) talk(`${kept.length} earlier results stay in the report although not handed in again${stale}.`);
  if (changes.length > 0) talk(`Since the run before ${changesText(changes)}: ${folder}/changes.csv`);
  talk(`The report: ${pathToFileURL(`${folder}/index.html`).href}`);
}

/** Whose papers were not graded as they are, and why; many papers with the same trouble are told of once. */
function troubles(results: readonly Entry[]): string[] {
  // One that waits and has no more to say stands in the table already.
  const told = results.filter(
    ({ status, messages = [] }) => status !== 'graded' && !(status === 'needs-review' && messages.length === 0),
  );
  const same = new Map<string, string[]>();
  for (const { student, status, messages = [] } of told) {
    const says = `${status}${messages.map((one) => `\n  ${oneLine(one, 500)}`).join('')}`;
    same.set(says, [...(same.get(says) ?? []), oneLine(student)]);
  }
  return [...same].map(([says, students]) => {
    const more = students.length > mostNames ? ` and ${students.length - mostNames} more` : '';
    return `${students.slice(0, mostNames).join(', ')}${more}: ${says}`;
  });
}

const mostNames = 12;

/** `2 papers changed, 1 is new and 1 was not handed in again`. */
function changesText(changes: readonly Change[]): string {
  const of = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const [changed, added, gone] = [of('changed'), of('new'), of('withdrawn')];
  return listed([
    ...(changed > 0 ? [`${counted(changed, 'paper')} changed`] : []),
    ...(added > 0 ? [`${added} ${plural(added, 'is', 'are')} new`] : []),
    ...(gone > 0 ? [`${gone} ${plural(gone, 'was', 'were')} withdrawn`] : []),
  ]);
}

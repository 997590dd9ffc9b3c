import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type About,
  type Filled,
  type Filling,
  formats,
  type Score,
  scoreOf,
  type Writer,
} from '../../exports/index.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import { pointsText } from '../../marking/points.ts';
import type { Assignment } from '../../records/assignment.ts';
import type { Roster } from '../../records/roster.ts';
import { version } from '../../version.ts';
import { readTable } from '../csv.ts';
import { exit, Stop } from '../exit.ts';
import { print, talk } from '../talk.ts';
import { bundle } from './bundle.ts';
import type { ExportOptions } from './options.ts';
import { resultsIn, singleIn } from './results.ts';
import { sinkInto } from './sink.ts';

/** A report, and what of it goes to others. */
export interface Exported {
  readonly folder: string;
  readonly assignment: LoadedAssignment;
  /** As its file has it, for a grader that runs elsewhere. */
  readonly file: Assignment;
  readonly names: ReadonlySet<string>;
  readonly options: ExportOptions;
  readonly roster?: Roster;
}

/** Writes the results of a report in every format that was asked for, reading each result once. */
export async function exportReport(it: Exported): Promise<void> {
  const wanted = Object.keys(formats).filter((name) => it.names.has(name));
  const sheets = it.names.has('canvas') || it.names.has('moodle');
  if (wanted.length === 0 && !sheets) return;
  const about = aboutOf(it);
  const { sink, end, fail } = sinkInto(it.folder);
  try {
    const writers: Writer[] = [];
    for (const name of wanted) writers.push((await (formats[name] as (typeof formats)[string])()).start(about, sink));
    const scores: Score[] = [];
    for (const result of resultsIn(it.folder)) {
      for (const writer of writers) writer.add(result);
      if (sheets) scores.push(scoreOf(result));
    }
    const told = [...writers.flatMap((writer) => writer.end()), ...(await fillSheets(it, scores, sink))];
    if (it.names.has('gradescope')) sink('gradescope/autograder.zip', await bundle(it.file));
    end();
    for (const says of told) talk(says);
    if (it.names.has('github')) tellGithub(it);
  } catch (error) {
    fail();
    throw error;
  }
}

function aboutOf({ assignment, roster }: Exported): About {
  const { id, title, problems } = assignment;
  return {
    assignment: id,
    title,
    outOf: pointsText(problems.reduce((sum, { points }) => sum + points, 0)),
    problems: problems.map((problem) => ({ id: problem.id, title: problem.title })),
    gradcheck: version,
    at: new Date().toISOString(),
    ...(roster && { roster }),
  };
}

async function fillSheets(
  it: Exported,
  scores: readonly Score[],
  sink: (file: string, text: string) => void,
): Promise<string[]> {
  const { canvas, moodle, column } = it.options;
  const { title, outOf, roster, assignment } = aboutOf(it);
  const filling: Filling = {
    title,
    assignment,
    outOf,
    scores,
    ...(roster && { roster }),
    ...(column !== undefined && { column }),
  };
  const { canvasCsv, moodleCsv, moodleWorksheet } = await import('../../exports/index.ts');
  const told: string[] = [];
  const put = (file: string, filled: Filled): void => {
    if (!filled.ok) throw new Stop(exit.usage, filled.says);
    sink(file, filled.text);
    told.push(...filled.says);
  };
  if (canvas !== undefined) put('canvas.csv', canvasCsv(readTable(canvas), filling));
  if (moodle !== undefined) put('moodle-worksheet.csv', moodleWorksheet(readTable(moodle), filling));
  if (it.names.has('moodle')) put('moodle.csv', { ok: true, ...moodleCsv(filling) });
  return told;
}

/**
 * In GitHub Actions, where one paper is graded: its annotations to standard output, its summary and the result for
 * Classroom's reporter to the files that the runner names.
 */
function tellGithub({ folder }: Exported): void {
  const name = singleIn(join(folder, 'github'));
  if (name === undefined) return;
  const text = (ending: string): string => readFileSync(join(folder, 'github', `${name}${ending}`), 'utf8');
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output } = process.env;
  const annotations = text('.annotations.txt');
  if (annotations !== '') print(annotations);
  if (summary) appendFileSync(summary, text('.summary.md'));
  if (output) appendFileSync(output, `result=${Buffer.from(text('.json')).toString('base64')}\n`);
}

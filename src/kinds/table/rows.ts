import type { Reported, Row } from '../../reported/reported.ts';
import { countIn } from '../../reported/runs/count.ts';
import type { Claim } from '../../reported/runs/fit.ts';
import { judgeRuns, type RunsJudgement } from '../../reported/runs/judge.ts';
import type { RowRuns } from '../../working/field.ts';

/** A row that was held against reference runs. */
export interface JudgedRow {
  readonly label: string;
  readonly verdict: RunsJudgement['verdict'];
  readonly says: string;
}

function claimsOf({ figures }: Row, { numbers }: RowRuns, images: number): Claim[] {
  return Object.entries(numbers).flatMap(([column, { of, measure }]) => {
    const figure = figures.get(column);
    if (!figure) return [];
    const half = figure.exact ? 0 : 0.5 * 10 ** -figure.places;
    return [{ of, measure, value: figure.value.toNumber(), half, images }];
  });
}

/** The readings whose settings are those of the row; none for a row with settings of the student's own. */
function readingsOf({ figures }: Row, { by, readings }: RowRuns) {
  return readings.filter(({ band }) =>
    Object.entries(by).every(([column, setting]) => figures.get(column)?.value.toNumber() === band().spec[setting]),
  );
}

/** Holds each row against the reference runs of its settings, its numbers together. */
export function judgeRows(
  rows: readonly Row[],
  runs: RowRuns,
  reported: Reported,
  givens: ReadonlyMap<string, string>,
): JudgedRow[] {
  const images = countIn(runs.images, reported, givens);
  if (images === undefined) return [];
  return rows.flatMap((row) => {
    const claims = claimsOf(row, runs, images);
    const readings = readingsOf(row, runs);
    if (claims.length === 0 || readings.length === 0) return [];
    const { verdict, says } = judgeRuns(readings, claims);
    return [{ label: row.label, verdict, says }];
  });
}

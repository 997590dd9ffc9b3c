import type { ProblemResult, Result, Verdict } from '../../records/result.ts';
import { badge, verdicts } from '../verdicts.ts';
import { isMarked } from './papers.ts';
import type { HeatView } from './view.ts';

/** A line of the assignment, in the order of the page. */
export interface LineOfClass {
  readonly problem: string;
  readonly field: string;
}

/** Every line that somebody's paper has a mark for. */
export function linesOfClass(problems: ReadonlyMap<string, readonly ProblemResult[]>): LineOfClass[] {
  return [...problems].flatMap(([problem, found]) => {
    const fields = new Set<string>();
    for (const { marks } of found) for (const { field } of marks) fields.add(field);
    return [...fields].map((field) => ({ problem, field }));
  });
}

/** A paper's verdicts as one letter for each line; a dash where the paper has none. */
export function verdictLetters(result: Result, lines: readonly LineOfClass[]): string {
  if (!isMarked(result)) return '';
  const known = new Map(
    result.problems.flatMap(({ id, marks }) =>
      marks.map((mark) => [`${id}\u0000${mark.field}`, mark.verdict] as const),
    ),
  );
  return lines.map(({ problem, field }) => letterOf(known.get(`${problem}\u0000${field}`))).join('');
}

const letterOf = (verdict: Verdict | undefined): string =>
  verdict === undefined ? '-' : String.fromCharCode(97 + verdicts.indexOf(verdict));

/** How many papers have which verdict in each line of a problem. */
export function heatOf(problem: string, found: readonly ProblemResult[], lines: readonly LineOfClass[]): HeatView {
  const shown = new Set<Verdict>();
  const counts = new Map<string, { words: string; by: Map<Verdict, number> }>();
  for (const { marks } of found)
    for (const { field, verdict, name = '' } of marks) {
      shown.add(verdict);
      const line = counts.get(field) ?? { words: name, by: new Map<Verdict, number>() };
      line.by.set(verdict, (line.by.get(verdict) ?? 0) + 1);
      counts.set(field, line);
    }
  const columns = verdicts.filter((verdict) => shown.has(verdict));
  const rows = lines.flatMap(({ problem: of, field }, index) => {
    const line = of === problem ? counts.get(field) : undefined;
    if (!line) return [];
    const cells = columns.map((verdict) => {
      const n = line.by.get(verdict) ?? 0;
      return {
        n,
        share: Math.round((100 * n) / found.length),
        token: `${index}.${letterOf(verdict)}`,
        verdict: badge(verdict),
      };
    });
    return [{ field, words: line.words, cells }];
  });
  return { columns: columns.map(badge), rows };
}

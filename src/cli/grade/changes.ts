import stringWidth from 'string-width';
import { type Change, changeOf } from '../../batch/regrade.ts';
import { csvText } from '../../exports/cells.ts';
import { recordIn } from '../export/results.ts';
import { print } from '../talk.ts';

/** What a grading changes in a report: by student, changed papers apart from new and withdrawn ones. */
export function changesBetween(
  report: string,
  made: string,
  students: readonly string[],
  handedIn: ReadonlySet<string>,
): Change[] {
  return students.flatMap((student) => {
    const after = handedIn.has(student) ? recordIn(made, student) : undefined;
    return changeOf(recordIn(report, student), after) ?? [];
  });
}

/** All changes as a table that any program can read. */
export const changesCsv = (changes: readonly Change[]): string =>
  csvText(
    [
      ['student', 'kind', 'before', 'after', 'by', 'problems', 'why'],
      ...changes.map(({ student, kind, before, after, by, problems, why }) => [
        student,
        kind,
        before,
        after,
        by,
        problems.join('; '),
        why.join('; '),
      ]),
    ],
    // A change with its sign is a number, and no formula.
    { known: new Set(changes.map(({ by }) => by)) },
  );

/** The changes for a terminal of 80 columns, the largest first. */
export function printChanges(assignment: string, changes: readonly Change[], papers: number): void {
  const of = (kind: Change['kind']): Change[] => changes.filter((change) => change.kind === kind);
  const changed = of('changed').sort((a, b) => Math.abs(Number(b.by)) - Math.abs(Number(a.by)));
  const wide = Math.max(0, ...changes.map(({ student }) => stringWidth(student)));
  const name = (student: string): string => student + ' '.repeat(wide - stringWidth(student));
  const lines = changed.flatMap(({ student, before, after, by, problems, why }) => [
    `  ${name(student)}  ${before} → ${after}${by && `  (${by})`}  ${problems.join(', ')}`.trimEnd(),
    ...why.slice(0, most).map((text) => `      ${text}`),
    ...(why.length > most ? [`      and ${why.length - most} more lines`] : []),
  ]);
  const group = (heading: string, list: readonly Change[], of: (change: Change) => string): string[] =>
    list.length === 0 ? [] : ['', `${heading}: ${list.length}`, ...list.map((change) => `  ${of(change)}`)];
  print(
    [
      `${assignment}: ${papers} ${papers === 1 ? 'paper' : 'papers'}, ${changed.length} would change`,
      ...lines,
      ...group('New', of('new'), ({ student, after }) => `${name(student)}  ${after}`),
      ...group(
        'Not handed in this time; their results stay',
        of('withdrawn'),
        ({ student, before }) => `${name(student)}  ${before}`,
      ),
    ].join('\n'),
  );
}

const most = 4;

import { columnOf, readTable } from '../csv.ts';
import { exit, Stop } from '../exit.ts';

const students = ['student', 'id', 'student id', 'sid'];
const times = ['time', 'submission time', 'submitted at', 'handed in', 'created_at'];

/** When everyone handed in, from a CSV with a column of ids and one of times. */
export function timesIn(file: string): { kind: 'handed-in'; student: string; time: string }[] {
  const { header, rows } = readTable(file);
  const [student, time] = [columnOf(header, students), columnOf(header, times)];
  if (student < 0 || time < 0)
    throw new Stop(exit.usage, `${file}: it needs the columns "student" and "time"; it has ${header.join(', ')}`);
  return rows.flatMap(({ cells, line }) => {
    const [id = '', at = ''] = [cells[student]?.trim(), cells[time]?.trim()];
    if (at === '') return [];
    if (id === '') throw new Stop(exit.usage, `${file}:${line}: the row has a time and no student`);
    return [{ kind: 'handed-in', student: id, time: isoOf(at, `${file}:${line}`) }];
  });
}

/** The time in the one form that the file keeps; Gradescope writes `2026-10-02 03:59:00 -0400`. */
function isoOf(text: string, place: string): string {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?) ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text);
  const [, date, time, zone = ''] = found ?? [];
  const iso = `${date}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
  if (found && !Number.isNaN(Date.parse(iso))) return iso;
  throw new Stop(exit.usage, `${place}: "${text}" is no time with its zone; write it as 2026-10-02T03:59:00-04:00`);
}

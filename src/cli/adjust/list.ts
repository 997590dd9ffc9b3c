import { subjectOf } from '../../adjustments/stale.ts';
import type { Entry } from '../../records/adjustments.ts';

/** A decision in one line. */
export function entryLine(entry: Entry): string {
  const { by, at, why } = entry;
  const who = 'student' in entry ? `${entry.student}: ` : '';
  return `${who}${subjectOf(entry)}${detailOf(entry)} (${by}, ${at.slice(0, 10)}${why === undefined ? '' : `: ${why}`})`;
}

function detailOf(entry: Entry): string {
  switch (entry.kind) {
    case 'points':
      return entry.machine ? `, the machine gave ${entry.machine.points}` : '';
    case 'comment':
      return `: ${entry.text}`;
    case 'group':
      return ` of ${entry.students.join(', ')}`;
    case 'late-policy':
      return `: due ${entry.due}, ${entry.perDay} a day`;
    case 'handed-in':
      return `: ${entry.time}`;
    case 'extension':
      return ` of ${entry.days} days`;
    case 'name':
      return `: ${entry.name} stands for it`;
    case 'convention':
      return `: ${entry.convention}`;
    default:
      return '';
  }
}

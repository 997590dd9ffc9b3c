import type { Decision } from '../records/decisions.ts';
import type { ProblemResult, Result } from '../records/result.ts';

/** What people changed of a result, each in a few words: `q3, a1: 0 → 1 (ana)`. */
export function decisionsOf({ adjustments, problems }: Result): string[] {
  const { excused, late, group, stale = [] } = adjustments ?? {};
  const days = late && `${late.days} late, ${late.free} free`;
  return [
    ...(excused ? [`excused${by(excused)}`] : []),
    ...problems.flatMap(ofProblem),
    ...(late && !excused ? [`${days}: −${late.taken}`] : []),
    ...(group && group.length > 1 ? [`group of ${group.join(', ')}`] : []),
    ...stale.map(() => 'an adjustment no longer applies'),
  ];
}

function ofProblem({ id, score, machine, adjusted, excused, marks }: ProblemResult): string[] {
  const lines = marks.flatMap((mark) =>
    mark.machine && mark.adjusted
      ? [`${id}, ${mark.field}: ${mark.machine.points} → ${mark.points}${by(mark.adjusted)}`]
      : [],
  );
  if (excused) return [`${id}: excused${by(excused)}`];
  return adjusted && machine ? [`${id}: ${machine.score} → ${score}${by(adjusted)}`] : lines;
}

const by = ({ by: who }: Decision): string => ` (${who})`;

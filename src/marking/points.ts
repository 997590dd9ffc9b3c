import type { Ask } from '../working/problem.ts';

/**
 * How many points each field carries, as shares of its problem. A line with part marks carries them only when it is
 * shown; what is not shown stays with the answer. So a right answer alone earns everything, and nobody loses a point by
 * showing work that is right.
 */
export function sharesOf(asks: Readonly<Record<string, Ask>>, shown: (field: string) => boolean): Map<string, number> {
  const shares = new Map<string, number>();
  const give = (field: string, points: number) => shares.set(field, (shares.get(field) ?? 0) + points);
  for (const [answer, { points, steps = {} }] of Object.entries(asks)) {
    const parts = Object.entries(steps).filter(([step]) => shown(step));
    for (const [step, part] of parts) give(step, part);
    give(answer, points - parts.reduce((total, [, part]) => total + part, 0));
  }
  return shares;
}

/** Points as text: at most two decimals, without zeros at the end. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}

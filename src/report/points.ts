import { Decimal } from '../exact/decimal.ts';
import type { Mark } from '../records/result.ts';
import { plural } from './text/counted.ts';
import { remembered } from './text/remembered.ts';

/** Points of a maximum: earned, still to be decided, and lost. All as decimal text. */
export interface Points {
  readonly got: string;
  readonly outOf: string;
  readonly waiting: string;
  readonly lost: string;
}

/** The points of a paper or a problem. */
export function pointsOf({ score, outOf, waiting }: { score: string; outOf: string; waiting: string }): Points {
  return { got: score, outOf, waiting, lost: lost(score, outOf, waiting) };
}

/** The points of a line. */
export const markPoints = ({ points, outOf, waiting = '0' }: Mark): Points =>
  pointsOf({ score: points, outOf, waiting });

const lost = (got: string, outOf: string, waiting: string): string => lostOf(`${outOf} ${got} ${waiting}`);

/** The same few sums stand on every page. */
const lostOf = remembered((points: string): string => {
  const [outOf = '0', got = '0', waiting = '0'] = points.split(' ');
  return Decimal.max(0, new Decimal(outOf).minus(got).minus(waiting)).toString();
});

/** `1 point`, `2.5 points`. */
export const pointsText = (points: string): string => `${points} ${plural(Number(points), 'point')}`;

/** Did a line lose something? */
export const costs = (mark: Mark): boolean => Number(markPoints(mark).lost) > 0;

/** The points of a line in short: `1/2`, `1 waiting`, or a dash where it carries none. */
export function scoreText({ got, outOf, waiting }: Points): string {
  if (outOf === '0') return '–';
  return waiting === outOf ? `${outOf} waiting` : `${got}/${outOf}`;
}

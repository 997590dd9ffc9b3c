import { Decimal } from '../exact/decimal.ts';

/** Points as text: at most two decimals, never below nothing. */
export const pointsText = (points: Decimal): string => Decimal.max(0, points).toDecimalPlaces(2).toString();

/** The sum of texts of points. */
export const sum = (points: readonly string[]): Decimal =>
  points.reduce((total, one) => total.plus(one), new Decimal(0));

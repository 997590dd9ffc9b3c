import type { Decimal } from './decimal.ts';
import { wide } from './reverse-mode.ts';

const step = wide('1e-20');

/**
 * What a central difference may be off by: its own error h^2 |f'''| / 6 with h = 1e-20, and the 60 digits of f divided by
 * 2h. For functions whose values and third derivatives stay below 100 both are below 1e-37.
 */
export const differenceError = '1e-37';

/** The derivative of f at a point from two of its values, worked at 60 digits: (f(x + h) - f(x - h)) / 2h. */
export function centralDifference(f: (x: Decimal) => Decimal, at: Decimal): Decimal {
  return f(at.plus(step))
    .minus(f(at.minus(step)))
    .div(step.times(2));
}

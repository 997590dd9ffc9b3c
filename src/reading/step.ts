import { Decimal } from '../exact/decimal.ts';
import { agreement, cutOff, lies, type Scale, type Side } from './shown.ts';

/** One equality that a student shows. */
export interface ShownStep {
  readonly left: Side;
  readonly right: Side;
  readonly agrees: boolean;
  /** The right side is the left one cut off instead of rounded. */
  readonly note?: 'cut';
  /** What the left side comes to, with a few digits more than the right side has. */
  readonly own: string;
  /** The right side is the left one times 10 to this power (not 0): the decimal point was moved. */
  readonly powerOfTen?: number;
}

const shifts = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/** Judges one shown equality. */
export function stepBetween(left: Side, right: Side, scale: Scale): ShownStep {
  const found = agreement(left, right, scale);
  const shift = found === 'differs' ? powerOfTen(left, right) : undefined;
  return {
    left,
    right,
    agrees: found !== 'differs',
    ...(found === 'cut' ? { note: 'cut' } : {}),
    own: ownText(left.value, right, scale.places),
    ...(shift === undefined ? {} : { powerOfTen: shift }),
  };
}

function ownText(value: Decimal, { written }: Side, stated = 4): string {
  if (value.isInteger() || value.isZero()) return value.toFixed();
  const significant = (written?.significant ?? stated) - value.e;
  const places = Math.max((written?.places ?? stated) + 2, significant, 0);
  return value.toDecimalPlaces(places).toFixed();
}

/** One digit proves no shift: it may be anything. */
function powerOfTen(left: Side, { written }: Side): number | undefined {
  if (!written || written.significant < 2 || left.value.isZero()) return undefined;
  return shifts.find((shift) => {
    const shifted = left.value.times(new Decimal(10).pow(shift));
    return lies(shifted, written) || cutOff(shifted, written);
  });
}

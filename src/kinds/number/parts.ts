import type { Decimal } from '../../exact/decimal.ts';
import { half } from '../../exact/rounding.ts';
import { plainText } from '../../exact/written.ts';
import type { NumberReading } from '../../reading/number.ts';
import type { Part } from '../../records/result.ts';
import { code, english, type Message, say } from '../../working/message.ts';
import { lastOf } from './shown.ts';

type ReadAnswer = Extract<NumberReading, { kind: 'read' }>;
type Step = ReadAnswer['steps'][number];

/** What the shown lines of work deserve, and whether the line that holds the answer adds up. */
export interface Parts {
  readonly parts: Part[];
  readonly lastAgrees: boolean;
  /** Of the first equality of the last line that does not hold. */
  readonly says?: Message;
  /** What that equality's left side comes to. */
  readonly own?: Decimal;
}

/** Judges shown arithmetic: each equality by itself, whatever became of the value. `places`: those asked for. */
export function partsOf(reading: ReadAnswer, places: number | undefined): Parts {
  const holds = (step: Step): boolean => step.agrees || agreesAsAsked(step, places);
  const first = lastOf(reading)?.steps.find((step) => !holds(step));
  const equalities = reading.steps.map((step) => partOf(step, holds(step)));
  const unread = reading.unread.map((line): Part => {
    const says = `Line ${line.line + 1} of the work could not be read: ${line.reason}. It was passed over.`;
    return { given: `line ${line.line + 1}`, verdict: 'unreadable', says };
  });
  return {
    parts: [...equalities, ...unread],
    lastAgrees: !first,
    ...(first && { says: wrongSum(first), own: first.left.value }),
  };
}

function partOf(step: Step, holds: boolean): Part {
  const { left, right, own } = step;
  const stated = {
    given: `${left.given} ${right.approximate ? '≈' : '='} ${right.given}`,
    sides: [left.read, right.read],
    ...(right.written && { value: plainText(right.written) }),
  };
  return holds
    ? { ...stated, verdict: 'correct' }
    : { ...stated, verdict: 'inconsistent', own, says: english(wrongSum(step)) };
}

/** Digits beyond those asked for cost nothing in shown arithmetic either. */
function agreesAsAsked({ left, right: { written } }: Step, places: number | undefined): boolean {
  if (places === undefined || !written || written.exact || written.places <= places) return false;
  return left.value.minus(written.value.toDecimalPlaces(places)).abs().lte(half(places));
}

function wrongSum({ left, right, own, powerOfTen }: Step): Message {
  const off = powerOfTen === undefined ? '' : `: the decimal point is ${placesOff(Math.abs(powerOfTen))} off`;
  return say`The arithmetic shown, ${code(left.read)}, comes to ${own}, not ${right.given}${off}.`;
}

const placesOff = (n: number): string => `${['', 'one', 'two', 'three'][n] ?? n} ${n === 1 ? 'place' : 'places'}`;

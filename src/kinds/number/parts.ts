import type { NumberReading } from '../../answers/number.ts';
import type { Decimal } from '../../exact/decimal.ts';
import { half } from '../../exact/rounding.ts';
import type { Part } from '../../records/result.ts';

type ReadAnswer = Extract<NumberReading, { kind: 'read' }>;
type Step = ReadAnswer['steps'][number];

/** What the shown lines of work deserve, and whether the line that holds the answer adds up. */
export interface Parts {
  readonly parts: Part[];
  readonly lastAgrees: boolean;
  /** Of the first equality of the last line that does not hold. */
  readonly says?: string;
  /** What that equality's left side comes to. */
  readonly own?: Decimal;
}

/** Judges shown arithmetic: each equality by itself, whatever became of the value. `places`: those asked for. */
export function partsOf(reading: ReadAnswer, places: number | undefined): Parts {
  const judged = reading.steps.map((step) => ({ step, agrees: step.agrees || agreesAsAsked(step, reading, places) }));
  const inLast = judged.slice(judged.length - equalitiesIn(reading.read.split('\n').at(-1) ?? ''));
  const first = inLast.find(({ agrees }) => !agrees);
  const equalities = judged.map(({ step, agrees }): Part => (agrees ? agreed(step) : disagreed(step)));
  const unread = reading.unread.map((line): Part => {
    const says = `Line ${line.line + 1} of the work could not be read: ${line.reason}. It was passed over.`;
    return { given: `line ${line.line + 1}`, verdict: 'unreadable', says };
  });
  return {
    parts: [...equalities, ...unread],
    lastAgrees: !first,
    ...(first && { says: wrongSum(first.step), own: first.step.left }),
  };
}

const equalitiesIn = (read: string): number => read.match(/ [=≈] /g)?.length ?? 0;

const agreed = ({ given }: Step): Part => ({ given, verdict: 'correct' });
const disagreed = (step: Step): Part => ({
  given: step.given,
  verdict: 'inconsistent',
  own: step.own,
  says: wrongSum(step),
});

/** Digits beyond those asked for cost nothing in shown arithmetic either. */
function agreesAsAsked({ left, given }: Step, { values }: ReadAnswer, places: number | undefined): boolean {
  if (places === undefined) return false;
  const right = values.find((value) => given.endsWith(value.text));
  if (!right || right.exact || right.places <= places) return false;
  return left.minus(right.value.toDecimalPlaces(places)).abs().lte(half(places));
}

function wrongSum({ given, own, powerOfTen }: Step): string {
  const [left = given, right = ''] = given.split(/ [=≈] (?=[^=≈]*$)/);
  const off = powerOfTen === undefined ? '' : `: the decimal point is ${placesOff(Math.abs(powerOfTen))} off`;
  return `The arithmetic shown, ${left}, comes to ${own}, not ${right}${off}.`;
}

const placesOff = (n: number): string => `${['', 'one', 'two', 'three'][n] ?? n} ${n === 1 ? 'place' : 'places'}`;

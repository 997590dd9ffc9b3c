import { saidOnce } from '../exact/ignored.ts';
import { type Answered, kindOf, type MarkingPlace, type Outcome } from '../kinds/index.ts';
import type { Asked } from '../records/located.ts';
import type { Mark } from '../records/result.ts';
import type { Field } from '../working/field.ts';
import { english, type Message, renamed } from '../working/message.ts';
import { contradicted } from './contradicted.ts';
import { type PaperPlace, statedInstead } from './elsewhere.ts';
import { pointsText } from './points.ts';

/** A mark with its points as numbers, so that totals do not add up rounded parts. */
export interface Scored {
  readonly mark: Mark;
  readonly points: number;
  readonly waiting: number;
}

/** What a field may earn, and whether it was asked for. */
export interface Stake {
  readonly outOf: number;
  readonly asked: boolean;
}

/** The mark of an answer that was handed in, of whatever kind. */
export function markOf({ field, given, reading }: Answered, place: PaperPlace, stake: Stake): Scored {
  const kind = kindOf(field);
  if (reading.kind === 'read') {
    const outcome = kind.mark(reading.value, field, place, given);
    const otherwise = kind.otherwise?.(reading.value, field);
    return scored(
      field,
      place,
      stake,
      { given },
      contradicted(outcome, { name: field.name, asked: stake.asked }, place, otherwise),
    );
  }
  const reason = reading.kind === 'unreadable' ? reading.reason : 'it is empty';
  const says = `This could not be read as ${kind.noun}: ${reason}. A person will look; nothing is lost until then.`;
  return scored(field, place, stake, { given }, { verdict: 'unreadable', earns: 0, waits: 1, says });
}

/** The mark of a field that was asked for and not answered. */
export function blankMark(field: Field, place: MarkingPlace, stake: Stake): Scored {
  const says = 'No answer was handed in for this line.';
  return scored(field, place, stake, {}, { verdict: 'blank', earns: 0, says });
}

/** The mark of a field for which a document shows something that nobody but a person can place. */
export function askedMark(field: Field, place: PaperPlace, stake: Stake, { candidates, why }: Asked): Scored {
  const shown = candidates.length > 0 ? ` Found: ${candidates.map((one) => `"${one}"`).join('; ')}.` : '';
  const stated = statedInstead(field.name, place.working, place.reported, place.elsewhere);
  const says = `No answer was surely found: ${why}.${shown}${stated} A person will look; nothing is lost until then.`;
  return scored(field, place, stake, {}, { verdict: 'review', earns: 0, waits: 1, says });
}

function scored(
  field: Field,
  { working, statedIn }: MarkingPlace,
  { outOf, asked }: Stake,
  handedIn: Pick<Mark, 'given'>,
  { earns, waits = 0, read, value, verdict, says, notes, carriedFrom, ...found }: Outcome,
): Scored {
  const { expected, worked, ...about } = kindOf(field).about(field, working);
  const points = earns * outOf;
  const waiting = waits * outOf;
  const inEnglish = (message: Message): string => english(renamed(message, statedIn));
  // The record is read by people too: what matters first.
  const mark: Mark = {
    field: field.name,
    ...handedIn,
    ...(read !== undefined && { read }),
    ...(value !== undefined && { value }),
    verdict,
    ...(expected !== undefined && { expected }),
    points: pointsText(points),
    outOf: pointsText(outOf),
    ...about,
    ...(worked !== undefined && { worked }),
    asked,
    ...(says !== undefined && { says: inEnglish(says) }),
    ...(notes && { notes: saidOnce(notes.map(inEnglish)) }),
    ...(carriedFrom && { carriedFrom: [...new Set(carriedFrom.map((name) => statedIn(name) ?? name))] }),
    ...found,
    ...(waiting > 0 && { waiting: pointsText(waiting) }),
  };
  return { mark, points, waiting };
}

import type { Judgement, Remark } from '../judging/judgement.ts';
import { listed, type Message, say } from '../working/message.ts';
import type { Wordable } from './wordable.ts';

const remarks: Readonly<Partial<Record<Remark, (it: Wordable) => Message>>> = {
  'more-places': ({ shown, places }) =>
    `${shown.places} places are given; ${places} were asked for, and more does no harm.`,
  'digits-beyond': (it) =>
    `At the ${it.places} places asked for this is right. The digits after that do not follow from the numbers above; it costs nothing.`,
  'cut-beyond': ({ shown }) =>
    `The digits after the ${ordinal(shown.places)} place were cut off instead of rounded; it costs nothing.`,
  hidden: ({ judgement }) =>
    say`It follows from your own numbers as well: the rounding hides the difference${from(judgement)}.`,
  'not-from-own': ({ judgement }) =>
    say`This is the right value, though it does not follow from your own ${listed(judgement.roots)}.`,
};

const from = ({ roots }: Judgement): Message => (roots.length > 0 ? say` from ${listed(roots)}` : '');

/** Remarks that cost nothing. */
export const notes = (it: Wordable): Message[] =>
  it.judgement.remarks.flatMap((remark) => {
    const text = remarks[remark]?.(it);
    return text === undefined ? [] : [text];
  });

const ordinal = (n: number): string => `${n}${{ 1: 'st', 2: 'nd', 3: 'rd' }[n] ?? 'th'}`;

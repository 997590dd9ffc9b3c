import { inNumbers, solutionOf } from '../../derived/solution.ts';
import type { Shown } from '../../exact/agreement.ts';
import type { Judgement } from '../../judging/judgement.ts';
import { type NumberReading, readNumberAnswer } from '../../reading/number.ts';
import type { AnswerValue } from '../../reading/value.ts';
import type { Follows, Verdict } from '../../records/result.ts';
import type { NumberField } from '../../working/field.ts';
import { keyOf } from '../../working/key.ts';
import { type Message, sentences } from '../../working/message.ts';
import type { Working } from '../../working/problem.ts';
import { earned, undecided } from '../earned.ts';
import type { About, Kind, MarkingPlace, Outcome, Reading, ReadingPlace } from '../kind.ts';
import { notes } from '../remarks.ts';
import { slips } from '../told.ts';
import { middleText } from '../values.ts';
import type { Wordable } from '../wordable.ts';
import { says } from '../wording.ts';
import { type Parts, partsOf } from './parts.ts';
import { sidesOf, toCount, toShown } from './shown.ts';
import { waiting } from './waiting.ts';
import { workedText } from './worked.ts';

type Understood = Extract<NumberReading, { kind: 'read' }>;

/** The number of a line of the working, with the arithmetic shown for it. */
export const number: Kind<NumberField, Understood> = {
  kind: 'number',
  noun: 'a number',
  read: readNumber,
  said: ({ read }) => read,
  numbers: ({ value }, { name }, working) =>
    new Map([[name, isCount(name, working) ? toCount(value) : toShown(value)]]),
  mark: markNumber,
  about: aboutLine,
};

function readNumber(
  value: AnswerValue,
  { name }: NumberField,
  { working, numberOf }: ReadingPlace,
): Reading<Understood> {
  const { places, exact } = keyOf(working).get(name) ?? {};
  const fields = working.lines.map((line) => line.name);
  const reading = readNumberAnswer(value, {
    field: name,
    fields,
    valueOf: numberOf,
    ...(places !== undefined && { places }),
    asks: isCount(name, working) ? 'count' : 'places',
    commas: exact?.abs().lt(belowThousands) ?? false,
    ...(working.functions?.length && { functions: working.functions }),
    ...(working.aliases && { aliases: working.aliases }),
    ...(working.names[name] && { words: working.names[name] }),
  });
  return reading.kind === 'read' ? { kind: 'read', value: reading } : reading;
}

/** Does a line ask for a whole number, to the last digit? */
const isCount = (name: string, working: Working): boolean =>
  'exact' in working.rounding && keyOf(working).get(name)?.exact.isInteger() === true;

/** A comma in an answer of this size is a decimal comma: what it would separate is ten times as much or more. */
const belowThousands = 100;

const solvedLines = new WeakMap<Working, ReadonlyMap<string, About>>();

function aboutLine({ name }: NumberField, working: Working): About {
  const known =
    solvedLines.get(working) ??
    new Map(
      solutionOf(working).map((solved) => {
        const { formula, words, value: expected, worked } = solved;
        return [solved.name, { formula, ...(words && { name: words }), expected, worked }];
      }),
    );
  solvedLines.set(working, known);
  return known.get(name) ?? {};
}

/** A line that was handed in, and all that its mark is made from. */
interface MarkedLine {
  readonly name: string;
  readonly reading: Understood;
  readonly judgement: Judgement;
  readonly shown: Shown;
  readonly place: MarkingPlace;
}

function markNumber(reading: Understood, { name }: NumberField, place: MarkingPlace): Outcome {
  const judgement = place.judged.get(name);
  const shown = place.shown.get(name);
  if (!judgement || !shown) throw new Error(`"${name}" was read and not judged`);
  const line: MarkedLine = { name, reading, judgement, shown, place };
  const wordable = wordableOf(line);
  const parts = partsOf(reading, wordable.places);
  const verdict = miscopied(line, parts) ?? verdictOf(judgement, parts.lastAgrees);
  const text = textOf(wordable, verdict, parts);
  const found = slips(wordable);
  const sides = sidesOf(reading);
  const remarks = [...reading.notes, ...notes(wordable)];
  const waits = waiting(reading, judgement, place);
  if (waits) return { read: reading.read, value: shown.text, ...waits };
  return {
    read: reading.read,
    value: shown.text,
    ...(sides.length > 1 && { sides: sides.map((side) => side.read) }),
    verdict,
    earns: earned(judgement, place.policy),
    ...(text && { says: text }),
    ...undecided(judgement, place.policy, text),
    ...(judgement.roots.length > 0 && judgement.verdict === 'carried' && { carriedFrom: [...judgement.roots] }),
    ...(found.length > 0 && { slips: found }),
    ...(parts.parts.length > 0 && { parts: parts.parts }),
    ...(remarks.length > 0 && { notes: remarks }),
    ...followsOf(line),
    ...(judgement.weak && { weak: true }),
  };
}

function textOf(wordable: Wordable, verdict: Verdict, parts: Parts): Message | undefined {
  const said = says(wordable);
  const { verdict: judged } = wordable.judgement;
  if (judged === 'wrong' && parts.says) return parts.says;
  if (verdict === 'inconsistent')
    return sentences(`The value is right${said ? ` for your numbers` : ''} and keeps its points.`, parts.says);
  return said || parts.says ? sentences(said, parts.says) : undefined;
}

/**
 * The arithmetic shown comes to the right value, and another was written for it: the paper itself proves the slip, and
 * its kind where one fits.
 */
function miscopied({ name, judgement, place }: MarkedLine, parts: Parts): Verdict | undefined {
  const key = keyOf(place.working).get(name);
  if (judgement.verdict !== 'wrong' || !parts.own || !key) return undefined;
  const { places } = key;
  const isRight = places === undefined ? parts.own.eq(key.exact) : parts.own.toDecimalPlaces(places).eq(key.stated);
  if (!isRight) return undefined;
  return judgement.explained?.explanations.some(({ miswritten }) => miswritten) ? 'slip' : 'inconsistent';
}

/** A right value under arithmetic that does not give it is still a right value; the mark says that the two disagree. */
const verdictOf = ({ verdict }: Judgement, agrees: boolean): Verdict =>
  !agrees && (verdict === 'correct' || verdict === 'carried') ? 'inconsistent' : verdict;

function wordableOf({ name, judgement, shown, place }: MarkedLine): Wordable {
  const { working, affected } = place;
  const places = keyOf(working).get(name)?.places;
  const uses = judgement.line.inputs.filter(affected);
  const allShown = judgement.line.inputs.every((input) => working.givens.has(input) || place.shown.has(input));
  return { judgement, shown, allShown, places, uses };
}

/** The value that the student's own numbers lead to, and the line with those numbers in it. */
function followsOf({ name, judgement, shown, place }: MarkedLine): { follows?: Follows } {
  if (!judgement.follows) return {};
  const { working } = place;
  const text = (input: string): string | undefined => place.shown.get(input)?.text ?? working.givens.get(input);
  const asked = keyOf(working).get(name)?.places ?? shown.places;
  const places = judgement.verdict === 'carried' ? asked : Math.max(asked, shown.places);
  const { formula, inputs } = judgement.line;
  const known = inputs.every((input) => text(input) !== undefined);
  const value = known
    ? workedText(formula, (input) => text(input) ?? '0', places)
    : middleText(judgement.follows, places);
  // Of numbers at the end of what floats hold nothing can be told.
  if (!Number.isFinite(Number(value))) return {};
  const from = inputs.filter((input) => place.shown.has(input));
  const worked = inNumbers(formula, text);
  const agrees = judgement.verdict === 'carried';
  return { follows: { value, from: from.length > 0 ? from : [...judgement.roots], worked, agrees } };
}

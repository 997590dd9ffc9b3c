import { type Interval, point } from '../../exact/interval.ts';
import { readWritten } from '../../exact/written.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { Part } from '../../records/result.ts';
import type { ClassNames } from '../../reported/classes.ts';
import { reportOf } from '../../reported/confusion-report.ts';
import { type Decision, decide, readRelation } from '../../reported/relation.ts';
import { formsOf } from '../../reported/sentences.ts';
import { cutWindow, figureOf } from '../../reported/window.ts';
import type { ClaimsField } from '../../working/field.ts';
import { code, english, say } from '../../working/message.ts';
import { type Kind, type MarkingPlace, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { matrixIn, type OwnMatrix } from '../matrix/matrix.ts';
import { linesIn } from '../text.ts';

/** What the paper says of its own matrix: each claim is a formula, or a sentence in one of the problem's forms. */
export const claims: Kind<ClaimsField, readonly string[]> = {
  kind: 'claims',
  noun: 'claims',
  read: (value: AnswerValue): Reading<readonly string[]> =>
    isBlank(value) ? { kind: 'blank' } : { kind: 'read', value: linesIn(value).filter((line) => line.trim() !== '') },
  numbers: noNumbers,
  mark: markClaims,
  about: () => ({}),
};

function markClaims(lines: readonly string[], field: ClaimsField, place: MarkingPlace): Outcome {
  const own = matrixIn(field.of, place);
  const agreed = own && agreedReading(lines, field, own);
  const parts = lines.map((line) =>
    agreed ? judge(line, field, agreed) : unread(line, 'there is no matrix to hold it against'),
  );
  const of = (...verdicts: string[]): number => parts.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const [right, open] = [of('correct'), of('review')];
  const firstWrong = parts.find(({ verdict }) => verdict === 'wrong');
  const verdict = firstWrong ? 'wrong' : open > 0 ? 'review' : 'correct';
  const says =
    firstWrong?.says ?? (open > 0 ? 'Some of these are for a person to read; nothing is lost until then.' : undefined);
  return { verdict, earns: right / parts.length, waits: open / parts.length, parts, ...(says && { says }) };
}

const unread = (given: string, why: string): Part => ({
  given,
  verdict: 'review',
  says: `A person reads this sentence: ${why}.`,
});

/**
 * One table is read in one way only: in the one in which most of the claims are true. Where two ways make as many true,
 * each claim may still be judged in both, unless some are true in one way only and some in the other.
 */
function agreedReading(lines: readonly string[], { forms }: ClaimsField, own: OwnMatrix): OwnMatrix {
  const held = lines.flatMap((line) => {
    const [only, ...more] = meanings(line, forms, own.names);
    return only && more.length === 0 ? [inReadings(only, own).map(({ isTrue }) => isTrue)] : [];
  });
  const count = (at: number): number => held.filter((one) => one[at] === true).length;
  const only = (at: number): boolean => held.some((one) => one[at] === true && one.some((other) => other === false));
  const [first, second] = own.readings;
  if (!first || !second || !only(0) || !only(1)) return own;
  return { ...own, readings: [count(1) > count(0) ? second : first], others: count(0) === count(1) ? 'tied' : 'fewer' };
}

interface InReading {
  readonly rows: string;
  readonly why: string | undefined;
  readonly decisions: readonly Decision[];
  readonly isTrue: boolean;
}

/** For each reading of the rows what becomes of a meaning. */
function inReadings({ holds: said, slots }: Meaning, { names, readings }: OwnMatrix): InReading[] {
  return readings.map(({ rows, confusion }) => {
    const { functions, values } = reportOf(confusion, names);
    const { holds, written } = withWritten(said);
    const reading = readRelation(holds, functions);
    const numbers = (name: string) => written.get(name) ?? fixed(slots.get(name) ?? values.get(name));
    const decisions = reading.ok ? reading.relations.map((one) => decide(one, numbers)) : [];
    const isTrue = reading.ok && decisions.every(({ holds }) => holds === true);
    return { rows, decisions, isTrue, why: reading.ok ? undefined : reading.reason };
  });
}

/** What a sentence of several meanings says must be so in each of them. */
function judge(given: string, { forms }: ClaimsField, own: OwnMatrix): Part {
  const parts = meanings(given, forms, own.names).map((meaning) => judgeMeaning(given, meaning, own));
  const [first, ...others] = parts;
  if (!first) return unread(given, 'it is in none of the forms that can be checked');
  return others.every(({ verdict }) => verdict === first.verdict)
    ? first
    : unread(given, 'it may mean more than one thing');
}

/** Is it true of the matrix in every reading of its rows, in one, or in none? */
function judgeMeaning(given: string, meaning: Meaning, own: OwnMatrix): Part {
  const found = inReadings(meaning, own);
  const [first] = found;
  if (!first || first.why !== undefined) return unread(given, first?.why ?? 'it could not be read');
  if (found.some(({ decisions }) => decisions.some(({ holds }) => holds === 'unknown')))
    return unread(given, 'a name in it is none of the classes');
  const truths = found.filter(({ isTrue }) => isTrue);
  const right: Part = { given, verdict: 'correct', read: meaning.holds };
  if (truths.length === found.length) return right;
  if (truths[0]) {
    const says = `True where the rows of the matrix are the ${truths[0].rows} classes, so that is how it is read.`;
    return { ...right, says };
  }
  if (own.others !== undefined)
    return unread(
      given,
      `it is not true where the rows of the matrix are the ${first.rows} classes, as others of your claims need them`,
    );
  const sides = first.decisions.find(({ holds }) => holds === false);
  const says = english(
    say`By your own matrix this is not so: the two sides of ${code(meaning.holds)} come to ${sideText(sides?.left)} and ${sideText(sides?.right)}.`,
  );
  return { given, verdict: 'wrong', read: meaning.holds, says };
}

const sideText = (side: Interval | undefined): string =>
  side ? String(Number(((side.lo + side.hi) / 2).toPrecision(4))) : '';

/** A decimal number that stands alone on a side of an equation is as wide as its digits leave it: `precision(cat) = 0.59`. */
function withWritten(holds: string): { holds: string; written: Map<string, Interval> } {
  const written = new Map<string, Interval>();
  if (/[<>≤≥≠!]/.test(holds)) return { holds, written };
  const sides = holds.split(/(=|\sand\s)/).map((side) => {
    const reading = /^\s*\d*\.\d+\s*$/.test(side) ? readWritten(side.trim()) : undefined;
    if (!reading?.ok) return side;
    const name = `written${written.size + 1}`;
    written.set(name, cutWindow(figureOf({ ...reading.written, exact: false })));
    return ` ${name} `;
  });
  return { holds: sides.join(''), written };
}

const fixed = (value: number | undefined) => (value === undefined ? undefined : point(value));

interface Meaning {
  readonly holds: string;
  readonly slots: ReadonlyMap<string, number>;
}

/** The relations that a sentence or formula may state. */
function meanings(given: string, forms: ClaimsField['forms'], names: ClassNames): Meaning[] {
  const said = formsOf(given, forms, names);
  const relations = new Map(said.map((one) => [JSON.stringify([one.holds, [...one.slots]]), one]));
  if (relations.size > 0) return [...relations.values()];
  const isFormula = /[=<>≤≥]/.test(given) && given.includes('(');
  return isFormula ? [{ holds: given.replace(percentage, asShare), slots: new Map() }] : [];
}

/** `precision(dog) = 76%` */
const percentage = /(\d{1,3}(?:\.\d{1,9})?) ?%/g;
const asShare = (whole: string): string => {
  const reading = readWritten(whole);
  return reading.ok ? reading.written.value.toFixed(reading.written.places) : whole;
};

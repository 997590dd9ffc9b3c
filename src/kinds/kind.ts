import type { Shown } from '../exact/agreement.ts';
import type { Decimal } from '../exact/decimal.ts';
import type { Judgement } from '../judging/judgement.ts';
import type { AnswerValue } from '../reading/value.ts';
import type { Mark, Verdict } from '../records/result.ts';
import type { Reported } from '../reported/reported.ts';
import type { Field } from '../working/field.ts';
import type { Message } from '../working/message.ts';
import type { Working } from '../working/problem.ts';

/** What an answer was understood as. */
export type Reading<R> =
  | { readonly kind: 'read'; readonly value: R }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What reading may look at: the problem, and the numbers of the answers that were read before this one. */
export interface ReadingPlace {
  readonly working: Working;
  readonly numberOf: (name: string) => Decimal | undefined;
}

/** The policies of an assignment that marking asks for. */
export interface MarkingPolicy {
  readonly solutionShown: boolean;
  /** Do lines that lost their power to tell right from wrong keep their points? */
  readonly degenerate: 'points' | 'no-points';
  /** The share of the points for a value that is right but for its rounding. */
  readonly roundingShare: number;
}

/** An answer that was handed in, as it was read. */
export interface Answered {
  readonly field: Field;
  /** As handed in, as one text: lines of work under each other. */
  readonly given: string;
  readonly reading: Reading<unknown>;
  /** The lines of the working that it states. */
  readonly numbers: ReadonlyMap<string, Shown>;
  /** What it says of a run of the student's own. */
  readonly reported: Reported;
}

/** What marking may look at: the problem, and all answers to it, read and judged. */
export interface MarkingPlace {
  /** By the conventions that the paper follows. */
  readonly working: Working;
  readonly policy: MarkingPolicy;
  readonly answered: ReadonlyMap<string, Answered>;
  /** The numbers of all answers, by line. */
  readonly shown: ReadonlyMap<string, Shown>;
  readonly judged: ReadonlyMap<string, Judgement>;
  /** What all answers say of a run of the student's own. */
  readonly reported: Reported;
  /** Does a line hang on a wrong one? */
  readonly affected: (line: string) => boolean;
  /** The field that stated a line which was not handed in by its own name: a wrong shape, not one of its numbers. */
  readonly statedIn: (line: string) => string | undefined;
}

/** What an answer deserves. What the mark holds beside it (field, points, names) is the same for all kinds. */
export interface Outcome
  extends Pick<Mark, 'read' | 'value' | 'sides' | 'slips' | 'parts' | 'follows' | 'carriedFrom' | 'weak'> {
  readonly says?: Message;
  /** What costs nothing. */
  readonly notes?: readonly Message[];
  readonly verdict: Verdict;
  /** The share of its points that it earns. */
  readonly earns: number;
  /** The share that a person decides; none unless said. */
  readonly waits?: number;
}

/** What the page says of a field, whatever was answered. */
export type About = Pick<Mark, 'name' | 'formula' | 'worked' | 'expected'>;

/**
 * A kind of answer: how it is read, which lines of the working it states, what it deserves. Numbers, shapes, choices,
 * formulas go through this one path, and nothing outside a kind's folder asks which kind a field is of.
 */
export interface Kind<F extends Field = Field, R = unknown> {
  readonly kind: F['kind'];
  /** What could not be read, in a message: "a number". */
  readonly noun: string;
  /** Takes a value of any form and refuses what it cannot read with certainty. Never throws. */
  read(value: AnswerValue, field: F, place: ReadingPlace): Reading<R>;
  /** The numbers that the answer states, by the line of the working whose value each is. */
  numbers(read: R, field: F, working: Working): ReadonlyMap<string, Shown>;
  /** How it was read, in the plain notation; nothing for kinds that keep the answer's own words. */
  said?(read: R): string;
  /** What it says of a run of the student's own; nothing for kinds whose answers can be worked out. */
  reports?(read: R, field: F, working: Working): Reported;
  /** Another quantity that may stand in its place, an error for an accuracy: as this one, and what is said where it is taken so. */
  otherwise?(read: R, field: F): { readonly reported: Reported; readonly note: string } | undefined;
  mark(read: R, field: F, place: MarkingPlace, given: string): Outcome;
  /** What the field asks for, with its right answer: the solution is left out where it is not shown. */
  about(field: F, working: Working): About;
}

/** The numbers of a kind that states none. */
export const noNumbers = (): ReadonlyMap<string, Shown> => new Map();

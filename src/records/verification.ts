/** What was held against what: the name of the rule in every report. */
export type Rule =
  | 'proof-disagrees'
  | 'proof-missing'
  | 'key-value-wrong'
  | 'key-value-missing'
  | 'key-name-unknown'
  | 'key-value-unreadable'
  | 'key-file-unusable'
  | 'problem-unusable';

/** Where a check points; lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer, for answer-key files. */
  readonly pointer?: string;
}

/** One thing that was checked, and what came of it. */
export interface Check {
  /** The problem, or the answer-key file, that it belongs to. */
  readonly suite: string;
  readonly name: string;
  readonly rule: Rule;
  /** `failed`: a key is wrong; `error`: it could not be checked; `skipped`: a method cannot run on this machine. */
  readonly status: 'passed' | 'failed' | 'error' | 'skipped';
  readonly seconds: number;
  readonly place?: Place;
  /** What was found and what would mend it; for `passed` what was proved. */
  readonly says: string;
}

/** The record of a run of `verify`: every report of it is written from this alone. */
export interface Verification {
  readonly version: 1;
  readonly gradcheck: string;
  /** When it ran: ISO 8601 in UTC. */
  readonly at: string;
  /** The seed of the variants. */
  readonly seed: string;
  readonly checks: readonly Check[];
}

/** What each rule means, in one sentence, and what mends a failure. */
export const rules: Readonly<Record<Rule, { readonly says: string; readonly mend: string }>> = {
  'proof-disagrees': {
    says: 'A second method gives another value than the working.',
    mend: 'Look at the line named; either its formula or the proof is wrong.',
  },
  'proof-missing': {
    says: 'No second method proves a line that is asked for.',
    mend: 'Add a method to proof.ts that gives the line.',
  },
  'key-value-wrong': {
    says: 'A value of an answer key is not the value that the givens lead to.',
    mend: 'Write the right value, or mend the givens of the assignment.',
  },
  'key-value-missing': { says: 'An answer key lacks an answer that is asked for.', mend: 'Add the answer.' },
  'key-name-unknown': {
    says: 'A name in an answer key is no problem, or no line of its problem.',
    mend: 'Use the name that the message suggests.',
  },
  'key-value-unreadable': { says: 'A value of an answer key cannot be read.', mend: 'Write it as a number.' },
  'problem-unusable': {
    says: 'A problem, or its second method, cannot be loaded or run.',
    mend: 'Mend what the message names.',
  },
  'key-file-unusable': { says: 'An answer-key file cannot be used.', mend: 'Mend what the message names.' },
};

import type { Comment, Decision, PaperAdjustments } from './decisions.ts';
import type { Place } from './located.ts';

/**
 * What the grader found, as data: the versioned record between the marker and every page. A page reads nothing else.
 *
 * Sentences (`says`, `notes`, …) are plain text in which a formula stands between back-ticks in the plain notation
 * (`` `sigmoid(-1.368)` ``), so that one sentence serves the page (typeset), Markdown (as it is) and a terminal.
 * Numbers are text, so that the places that were written survive.
 */
export type Verdict =
  | 'correct'
  | 'carried'
  | 'rounding'
  | 'slip'
  | 'wrong'
  | 'inconsistent'
  | 'implausible'
  | 'consistent'
  | 'blank'
  | 'unreadable'
  | 'review';

export type SlipKind =
  | 'sign'
  | 'dropped-term'
  | 'dropped-factor'
  | 'extra'
  | 'swapped'
  | 'skipped-step'
  | 'wrong-function'
  | 'inverted'
  | 'power'
  | 'off-by-one'
  | 'floor-ceil'
  | 'transposed'
  | 'averaged'
  | 'digit'
  | 'magnitude'
  | 'convention'
  | 'misconception';

export type Status = 'graded' | 'needs-review' | 'invalid-submission' | 'grader-error' | 'timeout';

/** Bits at which an explanation counts as proved: false ones stay under 1 % however many mutants there are. */
export const proved = 7.6;

/** One explanation of a wrong number. Listed likeliest first. */
export interface Slip {
  kind: SlipKind;
  /** The line where it happened. */
  step: string;
  /** Bits for this explanation against chance; from `proved` on it is proved. */
  evidence: string;
  says: string;
  /** For a declared misconception. */
  id?: string;
  /** The formula with the slip in it, numbers in place, e.g. `sigmoid(-1.368)`. */
  formula?: string;
  /** What that formula gives, at the places the student wrote. */
  value?: string;
  /** The kind of slip in words that hold no number: hint level 2. */
  hint: string;
  /** What would have caught it: "A quick check" on the page. Holds no value of the key. */
  check?: string;
  /** Is it in the mark's `says` already? */
  told?: boolean;
}

/** One shown line of work, or one side of an equals sign. */
export interface Part {
  given: string;
  verdict: Verdict;
  read?: string;
  /** The two sides of the equals sign as they were understood, in the plain notation. */
  sides?: string[];
  /** The number on the right, as plain decimal text; absent where no number was understood. */
  value?: string;
  /** What the shown arithmetic comes to, where it differs from what was written. */
  own?: string;
  says?: string;
}

/** The value that the student's own earlier numbers lead to. */
export interface Follows {
  value: string;
  from: string[];
  /** The line with the student's numbers in it. */
  worked: string;
  agrees: boolean;
}

export interface Mark {
  field: string;
  /** As handed in; lines of work are joined by line feeds. Absent for `blank`. */
  given?: string;
  /** Where it stood in the document that it was read from. */
  where?: Place;
  /** How it was read. */
  read?: string;
  /** The number that was understood and judged, as plain decimal text; absent where none was. */
  value?: string;
  /** The sides of the equals signs that the answer ends in, in the plain notation, where there are several. */
  sides?: string[];
  verdict: Verdict;
  /** The key at the stated rounding; absent when the solution is not shown. */
  expected?: string;
  /** What counts; where a person changed it, `machine` holds what the machine gave. The verdict is always the machine's. */
  points: string;
  outOf: string;
  /** Points that a person has to decide. */
  waiting?: string;
  machine?: { points: string; waiting?: string };
  adjusted?: Decision;
  comments?: Comment[];
  /** Was the answer asked for, or only shown on the way? */
  asked: boolean;
  says?: string;
  carriedFrom?: string[];
  slips?: Slip[];
  parts?: Part[];
  /** Remarks that cost nothing. */
  notes?: string[];
  follows?: Follows;
  /** What the line is, in words: "the output of the first hidden neuron". */
  name?: string;
  /** The line's formula in the plain notation: `sigmoid(z1)`. */
  formula?: string;
  /** The same line with the solution's numbers in it: `sigmoid(1.368)`; absent when the solution is not shown. */
  worked?: string;
  /** The value says little: it has one significant digit. */
  weak?: boolean;
}

export interface ProblemResult {
  /** The key in the submission (`as`). */
  id: string;
  /** The problem's own id. */
  problem: string;
  title: string;
  score: string;
  outOf: string;
  waiting: string;
  /** What the marks alone come to, where people changed the points. */
  machine?: { score: string; outOf: string; waiting: string };
  /** Points for the whole problem that a person set. */
  adjusted?: Decision;
  excused?: Decision;
  comments?: Comment[];
  /** The givens in the order of the problem, as text or nested lists of text. */
  givens: Record<string, unknown>;
  /** The stated rounding in words: "Every step is rounded to 4 decimal places." */
  rounding: string;
  marks: Mark[];
  /** Lines that were handed in and are no field of this problem; each with the nearest right name. */
  unknown?: { field: string; given: string; likely?: string[]; says: string }[];
}

export interface Result {
  version: 1;
  assignment: string;
  title?: string;
  course?: string;
  student: string;
  score: string;
  outOf: string;
  /** Points that wait for a person, part of neither score nor loss. */
  waiting: string;
  status: Status;
  /** What the machine alone came to, where people changed it. */
  machine?: { score: string; outOf: string; waiting: string; status: Status };
  adjustments?: PaperAdjustments;
  /** Why, when the status is not `graded`; names file, place and mend. */
  messages?: string[];
  /** sha256 of the submission as handed in. */
  submission: string;
  /** sha256 of what the keys are made of: problems, givens, points, rounding. */
  key: string;
  gradcheck: string;
  solutionShown: boolean;
  problems: ProblemResult[];
  /** Problems that were handed in and are not set; each with those that are likely meant. */
  unknown?: { problem: string; likely: string[]; says: string }[];
}

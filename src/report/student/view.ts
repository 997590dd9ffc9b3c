import type { Part } from '../../records/result.ts';
import type { Points } from '../points.ts';
import type { Badge } from '../verdicts.ts';

/**
 * A student's page as data, ready to be written in any format. Sentences hold formulas between back-ticks; names,
 * formulas and worked lines are in the plain notation; `given` is the student's own text.
 */
export interface StudentView {
  readonly student: string;
  readonly title: string;
  readonly course?: string;
  /** Absent where nothing was marked. */
  readonly points?: Points;
  /** Sentences: what is right, what the loss is, where to start. */
  readonly headline: readonly string[];
  /** The same points as shares of a bar. */
  readonly bar: readonly BarPart[];
  /** Why a paper is not marked, or not wholly, with the mend; and the heading of these. */
  readonly messages: readonly string[];
  readonly messagesTitle: string;
  readonly look: readonly LookView[];
  readonly problems: readonly ProblemView[];
  /** The verdicts that this page shows. */
  readonly legend: readonly Badge[];
  /** A line to name as an example when a mark is questioned. */
  readonly example?: Pick<Place, 'problem' | 'field'>;
  readonly provenance: { readonly gradcheck: string; readonly submission: string; readonly key: string };
}

/** A part of the points: earned, lost or still to be decided. */
export interface BarPart {
  readonly id: 'got' | 'lost' | 'wait';
  readonly share: string;
  readonly text: string;
}

/** A line of a problem, and where it stands on the page. */
export interface Place {
  readonly anchor: string;
  readonly problem: string;
  readonly field: string;
  /** What the line is, in words, for those who do not see its symbol. */
  readonly words: string;
}

/** A line to look at first. */
export interface LookView extends Place {
  readonly verdict: Badge;
  /** What the line is, in words; the problem's title where it has none. */
  readonly label: string;
  /** Does the page hold several problems, so that this one must be named? */
  readonly several: boolean;
  readonly says: string;
  readonly cost: string;
}

export interface ProblemView {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  readonly points: Points;
  /** A symbol for each line; for a long problem one for each verdict, with how many there are. */
  readonly strip: readonly { readonly verdict: Badge; readonly n?: number }[];
  readonly stripText: string;
  readonly summary: string;
  readonly givens: readonly GivenView[];
  readonly rounding: string;
  /** The label of the fold, where every line is right. */
  readonly folded?: string;
  readonly solutionShown: boolean;
  readonly lines: readonly LineView[];
  /** Remarks that several lines share. */
  readonly remarks: readonly { readonly fields: readonly string[]; readonly says: string }[];
  readonly unknown: readonly { readonly field: string; readonly given: string; readonly says: string }[];
  readonly revise: readonly string[];
}

/** One given or a row of them: `w1` to `w6`. */
export interface GivenView {
  readonly names: readonly string[];
  /** The names as they are shown: the first and the last of a long row. */
  readonly shown: readonly string[];
  readonly values: readonly string[];
  /** A matrix, where the value is one. */
  readonly matrix?: readonly (readonly string[])[];
}

/** The thread along the lines that one wrong number went through. */
export type Rail = 'start' | 'node' | 'through' | 'end';

export interface LineView {
  readonly anchor: string;
  readonly field: string;
  readonly name?: string;
  /** `a1 = sigmoid(z1)`, or the field alone. */
  readonly equation: string;
  readonly verdict: Badge;
  readonly points: Points;
  readonly rail?: Rail;
  /** Absent for a blank line. */
  readonly given?: string;
  /** Its cells, where it is rows of them. */
  readonly rows?: readonly (readonly string[])[];
  /** It is long, and there is no solution beside it. */
  readonly wide?: true;
  /** The number that was understood, as plain decimal text. */
  readonly value?: string;
  /** How it was read, where that is not plain to see. */
  readonly read?: string;
  /** The right value, and the line that gives it: `sigmoid(1.368) = 0.7971`. */
  readonly solution?: { readonly value: string; readonly line: string };
  /** The value from the student's own numbers, and the lines that differ from the solution. */
  readonly own?: { readonly value: string; readonly from: readonly Place[]; readonly agrees: boolean };
  readonly notes: readonly string[];
  readonly parts: readonly PartView[];
  readonly why?: WhyView;
}

export interface PartView extends Omit<Part, 'verdict'> {
  readonly verdict: Badge;
  readonly digits?: DigitsView;
}

/** Why a line lost points, with its evidence. */
export interface WhyView {
  readonly tone: Badge['tone'];
  readonly tag: string;
  readonly says: string;
  readonly digits?: DigitsView;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}

/** Numbers under each other, digit below digit. */
export interface DigitsView {
  readonly caption: string;
  readonly rows: readonly DigitRow[];
}

export interface DigitRow {
  /** A sentence: what the number is. */
  readonly label: string;
  readonly text: string;
  readonly say?: string;
  /** One character each; equally many in all rows, aligned at the decimal point. */
  readonly cells: readonly DigitCell[];
}

/** `same`: as in the student's number; `differs`; `beyond`: more digits than the student wrote. */
export interface DigitCell {
  readonly character: string;
  readonly mark?: 'same' | 'differs' | 'beyond';
}

import type { Rounding } from '../exact/rounding.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import type { Site } from '../expressions/sites.ts';
import type { Expression } from '../expressions/tree.ts';
import type { Names } from '../formulas/names.ts';
import type { SlipKind } from '../records/result.ts';
import type { Arrays } from './arrays/arrays.ts';
import type { Aliases, Alternative, Ask, Convention } from './asked.ts';
import type { Check, Results } from './check.ts';
import type { DeclaredField } from './field.ts';
import type { Given } from './given.ts';
import type { Message } from './message.ts';

/** What a line or a given is, as data: the kernel of the convolution C1, the parameters of the third layer. */
export interface Role {
  /** The layer that it belongs to; none for what belongs to the whole, as a total does. */
  readonly layer?: string;
  /** What a sentence calls the layer: "layer 3". */
  readonly words?: string;
  /** What sort of layer it is: `conv`. */
  readonly type: string;
  /** Which of its numbers: `kernel`, `size`, `parameters`. */
  readonly of: string;
}

/** One line of a worked solution, read. */
export interface Line {
  readonly name: string;
  readonly formula: Expression;
  /** The lines and givens it uses. */
  readonly inputs: readonly string[];
  /** What is used in its place by one who leaves this step out; default: its single input. */
  readonly skip?: string;
  /** The array whose cell it is. */
  readonly array?: string;
  /** What it is among like lines: the output size of the convolution C1. */
  readonly role?: Role;
  /** What each term of its sum is: `weights`, `biases`. */
  readonly terms?: readonly string[];
}

/**
 * How many of those who show only some lines come to the next one in which way, as shares that add up to at most 1: from
 * the numbers as they wrote them with nothing rounded on the way; with all digits from the givens on; with every hidden
 * line rounded as the question states; at the places they write; in any other order.
 */
export interface RoundingShares {
  readonly written: number;
  readonly unrounded: number;
  readonly stated: number;
  readonly places: number;
  readonly any: number;
}

/** A worked solution with its givens in place: what every derivation starts from. */
export interface Working {
  readonly rounding: Rounding;
  /** The numbers that are given, as text, by name. */
  readonly givens: ReadonlyMap<string, string>;
  /** Givens that are no numbers: lists of labels, words. */
  readonly data?: ReadonlyMap<string, Given>;
  /** What must hold between the numbers that a paper reports. */
  readonly checks?: readonly Check[];
  /** What its fields state of a run, for other problems of the same run to agree with. */
  readonly results?: Results;
  readonly lines: readonly Line[];
  readonly names: Readonly<Record<string, string>>;
  readonly counts: boolean;
  readonly groups: readonly (readonly string[])[];
  readonly conventions: readonly Convention[];
  readonly misconceptions: readonly Convention[];
  readonly alternatives?: readonly Alternative[];
  readonly variants?: readonly Variant[];
  /** Ways in which students say what the question says anyway. */
  readonly stated?: readonly string[];
  /** In place of the usual ones, where a course knows its students. */
  readonly roundingShares?: RoundingShares;
  /** Conventions that are right unless an assignment says which are. */
  readonly accepted?: readonly string[];
  /** Those each symbol may be taken for, where the names and the groups do not say. */
  readonly siblings?: ReadonlyMap<string, readonly string[]>;
  /** What the givens and the lines are among like ones. */
  readonly roles?: ReadonlyMap<string, Role>;
  /** How it speaks of its lines, where their names do not tell enough. */
  readonly voice?: Voice;
  /** Slips of this sort of working or of this course, beside those of every formula. */
  readonly operators?: readonly Operator[];
  /** Fields that are no lines. */
  readonly fields?: readonly DeclaredField[];
  /** The symbols of its formulas. */
  readonly symbols?: Names;
  /** The arrays whose cells its lines are. */
  readonly arrays?: Arrays;
  /** Functions of the author's own. */
  readonly functions?: readonly Fn[];
  /** Other labels that people write for a line, a field or a given. */
  readonly aliases?: Aliases;
  /** What is asked, where it hangs on the givens; otherwise what the problem asks. */
  readonly asks?: Readonly<Record<string, Ask>>;
}

/** Another working that the question may be taken for: a sister of the network asked about. */
export interface Variant {
  readonly says: string;
  readonly working: Working;
}

/** What a slip did, in words; formulas and names stand between back-ticks. */
export interface Wording {
  /** "The factor `w6` is missing." */
  readonly says: Message;
  /** The kind of slip without any number. */
  readonly hint: string;
  /** What would have caught it. */
  readonly check: string;
  /** The words say by themselves where it happened, or are about the whole working. */
  readonly place?: 'said';
}

/** How a sort of working speaks of its lines. */
export interface Voice {
  /** The words of a slip in one line. */
  readonly inOne: (wording: Wording, line: Line, working: Working) => Wording;
  /** The words of the same slip in lines that are alike. */
  readonly inAll: (wording: Wording, lines: readonly Line[], working: Working) => Wording;
  /** The words of a slip that reaches wherever its symbol stands. */
  readonly anywhere: (wording: Wording, working: Working) => Wording;
  /** What a sentence calls these lines: "both convolutions". */
  readonly place: (lines: readonly Line[]) => Message;
}

/**
 * - `structural`: the working is another one, as against a number that was read or copied wrongly.
 * - `common`: so frequent that the numbers of a variant must tell two of them apart.
 * - `copying`: a number was read or copied wrongly.
 */
export type Trait = 'structural' | 'common' | 'copying';

/** One change of one formula, as a person makes it. */
export interface Edit {
  readonly tree: Expression;
  /** What was done at this place, free of names: the same trace in lines of one shape is one consistent slip. */
  readonly trace: string;
  readonly wording: Wording;
  /** Bits above the price of the operator. */
  readonly dearer?: number;
}

/** One slip in a whole working: the formulas of the lines that it changes, where it happened first. */
export interface Slip {
  readonly trees: Iterable<readonly [line: string, formula: Expression]>;
  readonly wording: Wording;
  /** Bits above the price of the operator. */
  readonly dearer?: number;
  /** Slips of one family share its prior weight; those without one share that of their kind. */
  readonly family?: string;
  /** Its values need not be whole numbers, although the working counts. */
  readonly fractions?: boolean;
  /** What a declaration calls it. */
  readonly id?: string;
}

/**
 * One sort of slip: everything that the rest of the program knows about it. It is tried at every place of every formula
 * (`edits`), on the working as a whole (`slips`, which may look at formulas and names but at no number, so that what it
 * finds holds for every variant), or on the numbers of one working (`ofNumbers`).
 */
export interface Operator {
  /** Its own name. */
  readonly id: string;
  /** The kind of slip that a mark shows. */
  readonly kind: SlipKind;
  /** Bits: how unlikely this sort of slip is before any number is seen. */
  readonly price: number;
  /** What sort of slip it is: see `Trait`. */
  readonly traits: readonly Trait[];
  /** Slips of one family share its prior weight; without one, those of a kind do. */
  readonly family?: string;
  /** The slips of one place in a formula. */
  readonly edits?: (site: Site, line: Line, working: Working) => readonly Edit[];
  /** The slips of a whole working, which hang on no number of it. */
  readonly slips?: (working: Working) => readonly Slip[];
  /** The slips that hang on the numbers of a working. */
  readonly ofNumbers?: (working: Working) => readonly Slip[];
}

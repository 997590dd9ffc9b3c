import type { Expression } from '../expressions/tree.ts';
import type { SlipKind } from '../records/result.ts';
import type { Operator, Wording, Working } from '../working/working.ts';

/** A worked solution with one slip in it: the formulas of the lines that the slip changed. */
export interface Mutant {
  readonly operator: Operator;
  readonly kind: SlipKind;
  readonly price: number;
  /** The first line that it changes. */
  readonly step: string;
  readonly trees: ReadonlyMap<string, Expression>;
  readonly wording: Wording;
  /** Its values need not be whole numbers, although the working counts. */
  readonly fractions?: boolean;
  /** Slips of one family share its prior weight. */
  readonly family: string;
  /** The mutant on top of which this one comes: conventions with a slip. */
  readonly on?: Mutant;
  /** Of a declared misconception or convention. */
  readonly id?: string;
  /** In the trees stands, for this given, a number that is not yet said: one that it may be misread as. */
  readonly reads?: Reads;
}

/** A given that is misread. */
export interface Reads {
  readonly given: string;
  /** Its text where a convention brings it; else that of the working. */
  readonly text?: string;
  /** The words of the working in which it is misread: a convention brings its own. */
  readonly names: Working['names'];
  /** What is said before the words of the misreading. */
  readonly before?: string;
}

/** What one operator makes of a working; the first of the lines is where it happened. */
export function mutant(
  operator: Operator,
  slip: {
    readonly trees: Iterable<readonly [string, Expression]>;
    readonly wording: Wording | (() => Wording);
    readonly dearer?: number | undefined;
    readonly family?: string | undefined;
    readonly fractions?: boolean | undefined;
    readonly id?: string | undefined;
  },
): Mutant {
  const trees = new Map(slip.trees);
  const [step = ''] = trees.keys();
  const { kind } = operator;
  const family = slip.family ?? operator.family ?? kind;
  const price = operator.price + (slip.dearer ?? 0);
  const { fractions, id } = slip;
  return {
    operator,
    kind,
    price,
    step,
    trees,
    get wording() {
      return worded(slip);
    },
    family,
    ...(fractions && { fractions }),
    ...(id !== undefined && { id }),
  };
}

const words = new WeakMap<object, Wording>();

/** The words are made when they are asked for: few of some ten thousand slips ever are. */
function worded(slip: { readonly wording: Wording | (() => Wording) }): Wording {
  if (typeof slip.wording !== 'function') return slip.wording;
  const made = words.get(slip) ?? slip.wording();
  words.set(slip, made);
  return made;
}

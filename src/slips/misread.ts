import { throughout } from '../expressions/throughout.ts';
import { symbol } from '../expressions/tree.ts';
import { lowered, ref, say } from '../working/message.ts';
import { prices } from '../working/prices.ts';
import { plainVoice } from '../working/voice.ts';
import type { Operator, Trait, Wording, Working } from '../working/working.ts';
import { literal } from './literal.ts';
import { type Misreading, misreadings } from './misreadings.ts';
import { type Mutant, mutant } from './mutant.ts';

/** Stands for the number that a given was misread as; no formula has this symbol. */
export const misreadSymbol = '\u0000misread';

const reading = (id: string, kind: Operator['kind'], price: number, traits: readonly Trait[]): Operator => ({
  id,
  kind,
  price,
  traits,
});

/** A number that is given, misread: the operator of each sort of misreading. */
const sorts: Readonly<Record<Misreading['sort'], Operator>> = {
  changed: reading('digit-misread', 'digit', prices.digit, ['copying']),
  exchanged: reading('digits-exchanged', 'digit', prices.exchanged, ['copying']),
  lost: reading('digit-lost', 'digit', prices.exchanged, ['copying']),
  moved: reading('point-moved', 'magnitude', prices.magnitude, ['copying']),
  off: reading('given-one-off', 'off-by-one', prices.offByOne, []),
  sign: reading('minus-of-a-given-lost', 'sign', prices.sign, ['structural', 'common']),
};

/** The operator of a misreading. */
export const operatorOf = ({ sort }: Misreading): Operator => sorts[sort];

/** Any of them, as long as the number is not said. */
const anyReading: Operator = reading('given-misread', 'digit', 0, ['copying']);
const inOneLine = 1;
const unsaid = { says: '', hint: '', check: '' };

/** Every given misread in the whole working, and only where one line copies it; as what is not said yet. */
export function misread(working: Working): Mutant[] {
  return [...working.givens.keys()].flatMap((given) => {
    const users = working.lines.filter((line) => line.inputs.includes(given));
    const trees = users.map(({ name, formula }) => [name, throughout(formula, given, symbol(misreadSymbol))] as const);
    const reads = { given, names: working.names };
    const copied = trees.map((tree) => ({
      ...mutant(anyReading, { trees: [tree], wording: unsaid, dearer: inOneLine }),
      reads,
    }));
    return trees.length > 1 ? [...copied, { ...mutant(anyReading, { trees, wording: unsaid }), reads }] : copied;
  });
}

/** The text that a given is misread from. */
const textRead = ({ reads }: Mutant, { givens }: Working): string =>
  reads?.text ?? givens.get(reads?.given ?? '') ?? '';

/** The family whose prior weight a misreading shares. */
export const familyOf = ({ on }: Mutant, { kind }: Misreading): string => (on ? `${kind} ${on.id}` : kind);

/** A slip with the misread number said. */
export function said(slip: Mutant, one: Misreading, working: Working): Mutant {
  const trees = [...slip.trees].map(
    ([name, tree]) => [name, throughout(tree, misreadSymbol, literal(one.text))] as const,
  );
  const { step, fractions, on, id } = slip;
  let words: Wording | undefined;
  return {
    step,
    ...(fractions && { fractions }),
    ...(on && { on }),
    ...(id !== undefined && { id }),
    operator: operatorOf(one),
    kind: one.kind,
    price: one.price + slip.price,
    family: familyOf(slip, one),
    trees: new Map(trees),
    get wording() {
      words ??= worded(slip, one, working);
      return words;
    },
  };
}

function worded(slip: Mutant, one: Misreading, working: Working): Wording {
  const { given = '', before = '', names = working.names } = slip.reads ?? {};
  const says = say`${ref(given)} was read as ${one.text} instead of ${textRead(slip, working)}.`;
  const wording = (working.voice ?? plainVoice).anywhere({ ...one.wording, says }, { ...working, names });
  return { ...wording, says: say`${before}${before === '' ? wording.says : lowered(wording.says)}` };
}

const known = new Map<string, readonly Misreading[]>();
const most = 5000;

const ofWorkings = new WeakMap<Working, WeakMap<Mutant, readonly Misreading[]>>();

/** The misreadings of the given that a slip misreads. */
export function readingsOf(slip: Mutant, working: Working): readonly Misreading[] {
  const bySlip = ofWorkings.get(working) ?? new WeakMap<Mutant, readonly Misreading[]>();
  ofWorkings.set(working, bySlip);
  const made = bySlip.get(slip) ?? find(slip, working);
  bySlip.set(slip, made);
  return made;
}

/** Those of the last few thousand numbers are remembered. */
function find(slip: Mutant, working: Working): readonly Misreading[] {
  const text = textRead(slip, working);
  const counts = working.counts && !slip.fractions;
  const key = `${counts} ${text}`;
  const list = known.get(key) ?? misreadings(text, counts);
  if (known.size >= most) known.clear();
  known.set(key, list);
  return list;
}

import { parseFormula } from '../../src/expressions/plain.ts';
import { judge } from '../../src/judging/carried.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import { english } from '../../src/working/message.ts';
import type { Family, Slipped } from '../support/families/family.ts';
import { families, heldBack } from '../support/families/index.ts';
import { shownOf } from '../support/shown.ts';
import { percent, table } from './table.ts';
import { written } from './worked.ts';

const places = 6;

/** What becomes of one paper with one slip. */
export interface Outcome {
  readonly family: string;
  readonly says: string;
  /** Every number agrees with the right one. */
  readonly invisible: boolean;
  /** The first wrong line is named, and it is the line of the slip. */
  readonly named: boolean;
  /** A line above the slip, or another than the first wrong one, is blamed. */
  readonly misplaced: boolean;
  readonly charges: number;
  /** Undefined where the answer is right whatever was done above. */
  readonly finalNamed: boolean | undefined;
  /** A wrong answer was called right. */
  readonly passed: boolean;
  readonly first: string;
  readonly final: string;
}

const isCharged = ({ verdict }: Judgement): boolean => verdict === 'slip' || verdict === 'wrong';

export function outcomeOf({ problem, answer }: Family, [says, over]: Slipped): Outcome {
  const working = problem.work({});
  const trees = new Map(Object.entries(over).map(([line, text]) => [line, parseFormula(text)]));
  const right = written(working, new Map(), places, true);
  const lines = written(working, trees, places, true);
  const judged = (kept: Record<string, string>): Map<string, Judgement> =>
    judge(working, new Map(Object.entries(kept).map(([name, text]) => [name, shownOf(text)])), new Set([answer]));
  const all = judged(lines);
  const charges = [...all.values()].filter(isCharged);
  const [first] = charges;
  const final = judged({ [answer]: lines[answer] ?? '' }).get(answer);
  // What the rounding on the way did to the answer is no other answer.
  const unrounded = [new Map(), trees].map((by) => written(working, by, places, false));
  const isAnother = (line: string): boolean => unrounded[0]?.[line] !== unrounded[1]?.[line];
  const differ = Object.keys(lines).filter((name) => lines[name] !== right[name]);
  return {
    family: problem.id,
    says,
    invisible: differ.length === 0,
    named: first?.verdict === 'slip' && trees.has(first.line.name),
    misplaced: first !== undefined && !trees.has(first.line.name),
    charges: charges.length,
    finalNamed: lines[answer] === right[answer] ? undefined : final?.verdict === 'slip',
    passed: differ.length > 0 && isAnother(answer) && final?.verdict === 'correct',
    first: `${first?.line.name} ${first?.verdict} ${first?.explained?.bits.toFixed(1)}: ${english(first?.explained?.explanations[0]?.wording.says ?? '')}`,
    final: `${final?.verdict} ${final?.explained?.bits.toFixed(1)}: ${english(final?.explained?.explanations[0]?.wording.says ?? '')}`,
  };
}

export const outcomes = (of: readonly Family[] = families): Outcome[] =>
  of.flatMap((one) => one.slips.map((slip) => outcomeOf(one, slip)));

/** Slips in problems that the operators were not made for. */
export const familiesTable = (): string => tableOf(outcomes());

/** The same in families that were written down before the operators were looked at. */
export const heldBackTable = (): string => tableOf(outcomes(heldBack));

function tableOf(all: readonly Outcome[]): string {
  const row = (name: string, of: readonly Outcome[]): (string | number)[] => {
    const seen = of.filter(({ invisible }) => !invisible);
    const share = (is: (one: Outcome) => boolean): string => percent(seen.filter(is).length, seen.length);
    return [
      name,
      seen.length,
      share((o) => o.named),
      share((o) => o.charges === 1),
      percent(seen.filter((o) => o.finalNamed).length, seen.filter((o) => o.finalNamed !== undefined).length),
      seen.filter((o) => o.misplaced).length,
      seen.filter((o) => o.passed).length,
    ];
  };
  const names = [...new Set(all.map(({ family }) => family))];
  const head = [
    'family',
    'slips',
    'first wrong line named, %',
    'charged once, %',
    'final alone named, %',
    'misplaced',
    'called right',
  ];
  const rows = names.map((name) =>
    row(
      name,
      all.filter(({ family }) => family === name),
    ),
  );
  return table(head, [...rows, row('all', all)]);
}

import { agreement, isRightly, type Shown } from '../exact/agreement.ts';
import { chance } from '../exact/chance.ts';
import { point } from '../exact/interval.ts';
import { proved } from '../records/result.ts';
import { misplacedWeight } from '../slips/copies.ts';
import type { Explanation } from '../slips/explain.ts';
import { floatsOf } from '../working/key.ts';
import { ref, say } from '../working/message.ts';
import type { Working } from '../working/problem.ts';
import type { Judgement } from './judgement.ts';

type Judgements = Map<string, Judgement>;
type Pair = readonly [Judgement, Judgement];

/** A paper, and how it is judged with other numbers in it. */
interface Judged {
  readonly working: Working;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly walked: (numbers: ReadonlyMap<string, Shown>) => Judgements;
  readonly pays: (line: string) => boolean;
}

const isWrong = ({ verdict }: Judgement): boolean => verdict === 'slip' || verdict === 'wrong';
const charges = (judged: Judgements): number => [...judged.values()].filter(isWrong).length;

/**
 * Two answers that stand in each other's place are one slip, charged once. What follows is judged from the numbers as
 * they stand, or as they were meant if then fewer lines are wrong.
 */
export function withExchange(plain: Judgements, paper: Judged): Judgements {
  const pair = pairIn(plain, paper);
  if (!pair) return plain;
  const [a, b] = pair.map(({ line }) => line.name) as [string, string];
  const back = new Map(paper.shown);
  back.set(a, { ...(paper.shown.get(b) as Shown) });
  back.set(b, { ...(paper.shown.get(a) as Shown) });
  const meant = paper.walked(back);
  return named(charges(meant) + 2 < charges(plain) ? meant : plain, pair, paper);
}

function pairIn(plain: Judgements, paper: Judged): Pair | undefined {
  const wrong = [...plain.values()].filter(isWrong);
  for (const [i, a] of wrong.entries())
    for (const b of wrong.slice(i + 1)) if (evidence(a, b, paper) >= proved) return [a, b];
  return undefined;
}

/** Does each of the two stand where the other belongs? In bits against two numbers by chance. */
function evidence(a: Judgement, b: Judgement, { working, shown }: Judged): number {
  const [one, other] = [a, b].map(({ line }) => shown.get(line.name) as Shown) as [Shown, Shown];
  const [keyA, keyB] = [a, b].map(({ line }) => floatsOf(working).get(line.name) ?? Number.NaN) as [number, number];
  if (one.value === other.value || !isOf(one, keyB) || !isOf(other, keyA)) return -Infinity;
  const weight = misplacedWeight / Math.max(1, working.lines.length - 1);
  const by = chance(one.value, 10 ** -one.places, keyA) * chance(other.value, 10 ** -other.places, keyB);
  return Math.log2(weight / by);
}

/** Within what the rounding on the way does to a value. */
const isOf = (shown: Shown, value: number): boolean =>
  isRightly(agreement(shown, point(value))) ||
  Math.abs(shown.value - value) <= (shown.exact ? 0 : 2 * 10 ** -shown.places);

function named(judged: Judgements, [a, b]: Pair, { working, shown, pays }: Judged): Judgements {
  const [first, second] = !pays(a.line.name) && pays(b.line.name) ? [b, a] : [a, b];
  const bits = evidence(a, b, { working, shown, pays, walked: () => judged });
  const explanation: Explanation = {
    kind: 'swapped',
    step: first.line.name,
    wording: {
      says: say`${ref(a.line.name)} and ${ref(b.line.name)} are exchanged: each has the value of the other.`,
      hint: 'Two answers stand in each other’s place.',
      check: 'Does each number stand in the line it belongs to?',
    },
    bits,
    share: 1,
    value: shown.get(first.line.name)?.value ?? Number.NaN,
    mutants: [],
    miswritten: true,
  };
  const explained = { explanations: [explanation], bits, proved: true, gain: 0 };
  const roots = [first.line.name];
  return new Map(judged)
    .set(first.line.name, { ...first, verdict: 'slip', roots: [], remarks: [], explained })
    .set(second.line.name, { line: second.line, weak: second.weak, verdict: 'carried', roots, remarks: ['same-slip'] });
}

import { proved } from '../records/result.ts';
import { type Explained, type Explanation, onlyMiswritten } from '../slips/explain.ts';
import { matterOf } from '../slips/matter.ts';
import type { Mutant } from '../slips/mutants.ts';
import type { Line, Working } from '../working/problem.ts';
import type { Judgement } from './judgement.ts';

/** More than these are what anything fits. */
const mostInForce = 12;

/** A slip that a wrong line may have. */
interface Charged {
  readonly mutant: Mutant;
  readonly root: string;
}

/** What was charged so far, and what later lines say of it. */
export class Charges {
  private readonly judgements: Map<string, Judgement>;
  private readonly inForce: Charged[] = [];
  private readonly slips: Charged[] = [];

  constructor(judgements: Map<string, Judgement>) {
    this.judgements = judgements;
  }

  get any(): boolean {
    return this.inForce.length > 0;
  }

  /** Those that change one of these lines. */
  reaching(lines: readonly Line[]): readonly Charged[] {
    return this.inForce.filter(({ mutant }) => lines.some(({ name }) => mutant.trees.has(name)));
  }

  /** A later line used what a wrong one should have been: its number was only written down wrongly. */
  miswritten(root: string): void {
    const judged = this.judgements.get(root);
    const explained = judged?.explained && onlyMiswritten(judged.explained);
    if (!judged || !explained || judged.remarks.includes('repaired')) return;
    const verdict = explained.proved ? 'slip' : 'wrong';
    this.judgements.set(root, { ...judged, verdict, explained, remarks: [...judged.remarks, 'repaired'] });
  }

  /** A later line shows which of several slips it was: those that reached it. Its digits add to the evidence. */
  confirmed(root: string, slips: ReadonlySet<Mutant>, surprise: number): void {
    const judged = this.judgements.get(root);
    if (!judged?.explained) return;
    const left = judged.explained.explanations.filter((e) => e.mutants.some((mutant) => slips.has(mutant)));
    const all = left.reduce((total, { share }) => total + share, 0);
    const gain = Math.max(0, surprise - Math.log2(mostInForce));
    const explanations = left.map((e) => ({ ...reworded(e, slips), share: e.share / all, bits: e.bits + gain }));
    const bits = Math.max(...explanations.map((e) => e.bits));
    const explained = { ...judged.explained, explanations, bits, proved: bits >= proved };
    this.judgements.set(root, { ...judged, verdict: explained.proved ? 'slip' : judged.verdict, explained });
  }

  /**
   * The slip of a wrong line, where an earlier line has the same one: what was lost and gained is the same, though the
   * formulas are not alike, as when the biases are left out of a convolution and of a layer of units. One of the two
   * is proved; what the other's digits say is added to it.
   */
  repeated(working: Working, { explanations, proved: sure }: Explained, surprise: number): Charged | undefined {
    const [first] = explanations;
    const own = (sure ? explanations.slice(0, 1) : explanations).flatMap(({ mutants }) => mutants);
    for (const mutant of first ? own : []) {
      const matter = matterOf(mutant, working);
      if (matter === undefined) continue;
      const same = this.slips.filter((one) => matterOf(one.mutant, working) === matter);
      const root = same.find((one) => sure || this.judgements.get(one.root)?.verdict === 'slip')?.root;
      if (root === undefined) continue;
      this.confirmed(root, new Set(same.map((one) => one.mutant)), surprise);
      return { mutant, root };
    }
    return undefined;
  }

  /** Slips that may show in later lines as well. Proved or not: a second line that one of them gives is no accident. */
  putInForce(root: string, { explanations }: Explained): void {
    for (const { mutants, share } of explanations.slice(0, mostInForce))
      for (const mutant of share > 0.02 ? mutants : []) {
        this.slips.push({ mutant, root });
        if (mutant.trees.size > 1 || !mutant.trees.has(root)) this.inForce.push({ mutant, root });
      }
  }
}

/** The words of the slip that a later line confirmed, which may reach further than the one in this line alone. */
function reworded(explanation: Explanation, slips: ReadonlySet<Mutant>): Explanation {
  const sure = explanation.mutants.find((mutant) => slips.has(mutant));
  return sure ? { ...explanation, kind: sure.kind, wording: sure.wording } : explanation;
}

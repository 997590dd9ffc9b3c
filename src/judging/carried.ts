import { type Agreement, isRightly, type Shown } from '../exact/agreement.ts';
import type { Interval } from '../exact/interval.ts';
import { type Explained, explain } from '../slips/explain.ts';
import type { Mutant } from '../slips/mutants.ts';
import { through } from '../slips/wrong-line.ts';
import type { Message } from '../working/message.ts';
import type { Line, Working } from '../working/problem.ts';
import { Charges } from './charges.ts';
import { excused, isOneDigit, saysLittle, surprise } from './digits.ts';
import { earlyRounding, habitWords } from './early.ts';
import { withExchange } from './exchanged.ts';
import { digitsBeyond, isPlain } from './finer.ts';
import { fromMixed, fromRecomputed } from './instead.ts';
import type { Finding, Judgement, Remark } from './judgement.ts';
import { Paper } from './paper.ts';
import { roundedCount } from './rounded-count.ts';
import { Step } from './step.ts';
import { isTrivial } from './trivial.ts';

/**
 * Judges every written line of a working, in working order, each from the student's own numbers: an error is charged
 * where it happened and followed through the rest.
 *
 * @param shown the numbers that could be read, by line
 * @param answers the lines whose rounding the question states, where it rounds only at the end
 * @param pays whether a line carries points: a slip that shows in several lines is charged on one that does
 */
export function judge(
  working: Working,
  shown: ReadonlyMap<string, Shown>,
  answers: ReadonlySet<string>,
  pays: (line: string) => boolean = () => true,
): Map<string, Judgement> {
  const walked = (numbers: ReadonlyMap<string, Shown>): Map<string, Judgement> => {
    const walk = new Walk(new Paper(working, numbers), answers, pays);
    for (const line of working.lines) walk.visit(line);
    return walk.judgements;
  };
  return withExchange(walked(shown), { working, shown, walked, pays });
}

class Walk {
  readonly judgements = new Map<string, Judgement>();
  private readonly charges = new Charges(this.judgements);
  private readonly paper: Paper;
  private readonly answers: ReadonlySet<string>;
  private readonly pays: (line: string) => boolean;
  /** Wrong lines without points whose slip was charged further down. */
  private readonly paid = new Set<string>();
  private last: { readonly step: Step; readonly explained: Explained } | undefined;

  constructor(paper: Paper, answers: ReadonlySet<string>, pays: (line: string) => boolean) {
    this.paper = paper;
    this.answers = answers;
    this.pays = pays;
  }

  visit(line: Line): void {
    const shown = this.paper.shown.get(line.name);
    const step = new Step(line, shown, this.paper.policy(line, shown), this.paper);
    if (!shown) {
      this.paper.stand(line.name, step.unwritten());
      return;
    }
    const finding = this.charged(line, this.find(step, shown));
    this.judgements.set(line.name, { line, weak: this.paper.isWeak(line), ...finding });
    const repaired = finding.remarks.some((remark) => remark === 'not-from-own' || remark === 'recomputed');
    for (const root of repaired ? finding.roots : []) this.charges.miswritten(root);
    this.paper.stand(line.name, step.written(shown, finding));
  }

  /** A slip in a line without points is charged on the first line with points that follows from it. */
  private charged(line: Line, finding: Finding): Finding {
    const { verdict, roots, remarks } = finding;
    if (verdict !== 'carried' || remarks.includes('recomputed') || !this.pays(line.name)) return finding;
    const free = roots.filter((root) => !this.pays(root) && !this.paid.has(root));
    for (const root of free) this.paid.add(root);
    return free.length === 0 ? finding : { ...finding, remarks: [...remarks, 'charged-here'] };
  }

  /** The cases in their order; the first that fits decides. A number too large for a float is compared with nothing. */
  private find(step: Step, shown: Shown): Finding {
    if (!Number.isFinite(shown.value)) return { verdict: 'wrong', roots: [], remarks: [] };
    return (
      (step.affected ? this.fromOwn(step, shown) : this.fromTruth(step, shown)) ??
      (fromRecomputed(this.paper, step) ? this.carried(step, ['recomputed']) : undefined) ??
      this.sameSlip(step, shown) ??
      this.ownSlip(step, shown)
    );
  }

  private fromTruth(step: Step, shown: Shown): Finding | undefined {
    const how = excused(this.paper, this.answers, step, step.agrees(step.truth));
    const order = this.ordered(step, shown, how);
    if (order === 'slip') return undefined;
    const right = how ?? step.agreesBeforeRounding('truth') ?? step.agreesWidely(step.truth, 'truth');
    if (right === 'right' || (right === 'right-at-places' && !this.paper.isWeak(step.line)))
      return this.right(step, shown, right, order);
    if (right === 'right-at-places') return undefined;
    // A count that a slip gives to the last digit is no rounded one.
    if (right && step.policy.exact && this.isSlip(step, shown)) return undefined;
    if (right && saysLittle(step, shown)) return { verdict: 'wrong', roots: [], remarks: ['one-digit'] };
    if (!right && this.isOneDigit(step, shown, step.truth))
      return { verdict: 'wrong', roots: [], remarks: ['one-digit'] };
    const habit = right ? habitWords(right, step, shown) : this.early(step, shown, 'truth');
    return habit ? { verdict: 'rounding', roots: [], remarks: [], habit } : undefined;
  }

  /**
   * A number with more places than asked may lie within what all orders of rounding together can reach, and yet be none
   * that a person gets. Then a slip that gives its digits is the slip; and where there is none a person decides, unless
   * it is one place more, for which any of what was rounded on the way may have been.
   */
  private ordered(step: Step, shown: Shown, how: Agreement): Remark[] | 'slip' {
    const beyond = isRightly(how) ? digitsBeyond(step, shown) : 0;
    if (beyond === 0 || isPlain(this.paper, step, shown)) return [];
    if (this.isSlip(step, shown)) return 'slip';
    return beyond > 1 ? ['no-order'] : [];
  }

  /** What rounding too early may have given, unless a slip is proved. */
  private early(step: Step, shown: Shown, from: 'truth' | 'own'): Message | undefined {
    const excuse = step.policy.exact ? roundedCount : earlyRounding;
    const habit = excuse(this.paper, step, shown, from);
    return habit && !this.isSlip(step, shown) ? habit : undefined;
  }

  /** One digit of a count, unless a slip is proved. */
  private isOneDigit(step: Step, shown: Shown, legal: Interval | undefined): boolean {
    return isOneDigit(step, shown, legal) && !this.isSlip(step, shown);
  }

  private isSlip(step: Step, shown: Shown): boolean {
    return this.explained(step, shown).proved;
  }

  /** Found once for a line: it takes longer than all else. */
  private explained(step: Step, shown: Shown): Explained {
    if (this.last?.step !== step) this.last = { step, explained: explain(this.paper.wrongLine(step, shown)) };
    return this.last.explained;
  }

  private right(step: Step, shown: Shown, how: Agreement, remarks: Remark[]): Finding {
    return { verdict: 'correct', roots: [], remarks: [...remarks, ...step.beyond(shown, how)] };
  }

  private fromOwn(step: Step, shown: Shown): Finding | undefined {
    const own = excused(
      this.paper,
      this.answers,
      step,
      step.agrees(step.own) ?? step.agreesBeforeRounding('own') ?? step.agreesWidely(step.own, 'own'),
    );
    const truth = step.agrees(step.truth);
    const isRight = truth === 'right' || (truth === 'right-at-places' && !this.paper.isWeak(step.line));
    if (own && isRight) return this.right(step, shown, truth, ['hidden']);
    const order = this.ordered(step, shown, own);
    if (order !== 'slip' && isRightly(own)) return this.carried(step, [...order, ...step.beyond(shown, own)]);
    if (isRight) return { ...this.right(step, shown, truth, ['not-from-own']), roots: step.roots };
    if (order === 'slip') return undefined;
    if (own && saysLittle(step, shown)) return { verdict: 'wrong', roots: [], remarks: ['one-digit'] };
    if (!own && this.isOneDigit(step, shown, step.own)) return { verdict: 'wrong', roots: [], remarks: ['one-digit'] };
    const habit = own ? habitWords(own, step, shown) : this.early(step, shown, 'own');
    return habit ? { ...this.carried(step, []), habit } : undefined;
  }

  private carried(step: Step, remarks: Remark[], roots = step.roots): Finding {
    const degenerate: Remark[] = isTrivial(this.paper, step, remarks, roots) ? ['degenerate'] : [];
    const follows = step.own ? { follows: step.own } : {};
    return { verdict: 'carried', roots, remarks: [...remarks, ...degenerate], ...follows };
  }

  /**
   * A slip that explains a wrong line above, and reaches this one as well, is not charged again: a given misread
   * throughout, or a slip in an unwritten line that both hang on.
   */
  private sameSlip(step: Step, shown: Shown): Finding | undefined {
    if (!this.charges.any) return undefined;
    const wrong = this.paper.wrongLine(step, shown);
    const value = (mutant: Mutant) => through(wrong, mutant.trees, wrong.own, step.policy.grid);
    const fitting = this.charges
      .reaching([...wrong.hidden, wrong.line])
      .filter(({ mutant }) => isRightly(step.agrees(value(mutant))));
    const [first] = fitting;
    if (!first) return undefined;
    const { root } = first;
    this.charges.confirmed(root, new Set(fitting.flatMap((f) => (f.root === root ? [f.mutant] : []))), surprise(step));
    return this.again(step, root, value(first.mutant));
  }

  /** A line with a slip that is charged further up. */
  private again(step: Step, root: string, follows: Interval | undefined): Finding {
    const roots = [...new Set([root, ...step.roots])];
    return { ...this.carried(step, ['same-slip'], roots), ...(follows && { follows }) };
  }

  private ownSlip(step: Step, shown: Shown): Finding {
    const wrong = this.paper.wrongLine(step, shown);
    const explained = this.explained(step, shown);
    if (!explained.proved && fromMixed(this.paper, step)) return this.carried(step, ['mixed']);
    const again = this.charges.repeated(this.paper.working, explained, surprise(step));
    if (again) return this.again(step, again.root, through(wrong, again.mutant.trees, wrong.own, step.policy.grid));
    if (this.pays(step.line.name)) this.charges.putInForce(step.line.name, explained);
    const follows = step.affected && step.own ? { follows: step.own } : {};
    return { verdict: explained.proved ? 'slip' : 'wrong', roots: [], remarks: [], explained, ...follows };
  }
}

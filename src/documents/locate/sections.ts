import type { Slot } from './fields.ts';
import { bareLabel, type Labelled } from './labels.ts';
import type { Naming } from './naming.ts';
import type { Scope } from './scope.ts';
import { answerIn, clean } from './shape.ts';
import type { Statement } from './statements.ts';
import { wordsOf } from './words.ts';

/** The sub-section of a field, "Layer C1:", in which a general label or none is of this field. */
export class Sections {
  private readonly slots: readonly Slot[];
  private readonly naming: Naming;
  private open: { readonly slot: Slot; filled: boolean; readonly label: string } | undefined;
  /** Fields that a sub-section of their own has answered by a general label, such as "total". */
  private readonly answered = new Set<Slot>();

  constructor(slots: readonly Slot[], naming: Naming) {
    this.slots = slots;
    this.naming = naming;
  }

  /** A heading ends a sub-section, and so does the beginning of the next of a like name. */
  pass(statement: Statement): void {
    if (statement.kind === 'heading' || this.isLike(statement)) this.open = undefined;
  }

  enter(slot: Slot, statement: Statement, how: Labelled['how']): void {
    if (opens(statement, how)) this.open = { slot, filled: false, label: statement.lead.text };
  }

  /** The field has its answer, or another field was answered within its sub-section. */
  fill(): void {
    if (this.open) this.open.filled = true;
  }

  /** Takes the answer of the sub-section. */
  take(): Slot | undefined {
    if (this.open) this.answered.add(this.open.slot);
    this.fill();
    return this.open?.slot;
  }

  /** "100 hidden units" after "500 hidden units": the next sub-section of a like name. */
  private isLike({ lead }: Statement): boolean {
    if (!this.open || lead.text.length > 60) return false;
    const bare = (text: string): string =>
      wordsOf(text)
        .filter((word) => !/\d/.test(word))
        .join(' ');
    return bare(lead.text) !== '' && bare(lead.text) === bare(this.open.label);
  }

  /** In a sub-section "Layer C1" a general label ("total parameters") or none is of this field. */
  has(statement: Statement, labelled: Labelled | undefined, scope: Scope): boolean {
    const { open } = this;
    if (!open || open.filled || !open.slot || statement.relation === 'row') return false;
    if (statement.relation === 'beside' && this.naming.isPartOfName(statement, [open.slot])) return false;
    if (!scope.problems.includes(open.slot.problem)) return false;
    if (labelled?.slots.includes(open.slot)) return false;
    if (labelled && (labelled.how === 'symbol' || labelled.slots.some(({ name }) => name !== 'total'))) return false;
    const isGeneral = wordsOf(bareLabel(statement.lead.text)).every((word) => isGeneralFor(open.slot, word));
    if (!isGeneral || statement.sides.length === 0) return false;
    const answer = answerIn(open.slot, statement);
    const isAll = statement.relation !== 'is' || answer?.text === clean(statement.sides[0]?.text ?? '');
    return !this.mayBeTotal(open.slot, labelled) && answer !== undefined && isAll;
  }

  /** Under the last field "total" may be that of all, unless the fields before were answered in this way as well. */
  private mayBeTotal(slot: Slot, labelled: Labelled | undefined): boolean {
    if (!labelled) return false;
    const own = this.slots.filter(
      ({ problem, field }) => problem === slot.problem && field.kind === 'number' && field.name !== 'total',
    );
    return own.at(-1) === slot && this.answered.size === 0;
  }
}

const isGeneralFor = ({ field }: Slot, word: string): boolean =>
  general.has(word) || (field.kind === 'accuracy' && /^(?:test|accuracy|error|score)$/.test(word));

const general = new Set(
  'total parameter trainable learnable operation answer result value layer computation calculation weight bias'.split(
    ' ',
  ),
);

const preposition = /^\W*(?:for|in|with|on|at|by|to|of)\s/i;

/** Does a label without an answer begin a sub-section? */
const opens = ({ relation, kind, first, lead }: Statement, how: Labelled['how']): boolean =>
  how !== 'within' &&
  how !== 'context' &&
  !preposition.test(lead.text) &&
  (kind === 'heading' || relation === ':' || ((first || relation === '') && lead.text.length < 60));

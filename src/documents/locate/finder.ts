import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Block, WriteUp } from '../document.ts';
import type { Candidate, Doubt, Evidence } from './candidates.ts';
import { hasNearer, statementsIn, tailed } from './chain.ts';
import { behindColons, introduced } from './colons.ts';
import { byContext } from './context.ts';
import { type Slot, slotsOf } from './fields.ts';
import { filledIn } from './filled-in.ts';
import type { Findings } from './findings.ts';
import { bareLabel, bySymbol, byWords, type Labelled } from './labels.ts';
import { byMeaning } from './meaning/assign.ts';
import { Naming } from './naming.ts';
import { goesFurther, isOfLastNumber, isOfOneCell, isOpen, isShapeCell, isShare, namesRow } from './no-answers.ts';
import { questionTables } from './question-column.ts';
import { telling } from './questions.ts';
import { amountsIn, saidIn } from './said.ts';
import { type Scope, scopesOf } from './scope.ts';
import { Sections } from './sections.ts';
import { counts, isCounted, spokenAnswer, trailingWords } from './sentences.ts';
import { answerIn, type Text } from './shape.ts';
import { type Statement, spokenOf } from './statements.ts';
import { inContext } from './surroundings.ts';
import { wordsOf } from './words.ts';

/** A label of several fields, to be looked at again when all else is known. */
interface Deferred {
  readonly statement: Statement;
  readonly labelled: Labelled;
  readonly order: number;
  readonly scope: Scope;
  readonly by: Evidence;
}

/** Looks through a document for the answers to an assignment. */
export function find(writeUp: WriteUp, assignment: LoadedAssignment): Findings {
  const finder = new Finder(questionTables(writeUp.blocks), assignment);
  finder.run();
  return finder;
}

class Finder implements Findings {
  readonly slots: readonly Slot[];
  readonly scopes: readonly Scope[];
  readonly statements: readonly Statement[];
  candidates: Candidate[] = [];
  readonly doubts: Doubt[] = [];
  private readonly deferred: Deferred[] = [];
  readonly blocks: readonly Block[];
  private readonly naming: Naming;
  private readonly sections: Sections;

  constructor(blocks: readonly Block[], { problems, ...assignment }: LoadedAssignment) {
    this.blocks = blocks;
    this.slots = slotsOf({ problems, ...assignment });
    this.scopes = scopesOf(blocks, problems, this.slots);
    const words = new Map(problems.map((problem) => [problem, telling(problem, problems)]));
    this.naming = new Naming(blocks, this.slots, words, this.scopes);
    this.sections = new Sections(this.slots, this.naming);
    this.statements = statementsIn(blocks, this.scopes);
  }

  run(): void {
    this.blocks.forEach((block, i) => {
      const filled = block.kind === 'answer' ? filledIn(block, i, this.scopeOf({ block: i }), this.slots) : undefined;
      if (filled) this.candidates.push(filled);
    });
    this.statements.forEach((statement, order) => {
      this.statement(statement, order);
    });
    this.blocks.forEach((block, i) => {
      if (block.kind === 'prose') this.sentences(block, i);
    });
    for (const again of this.deferred) this.resolve(again);
    this.candidates = this.candidates.filter((one) => !goesFurther(one, this.statements));
    for (const one of byMeaning(this)) if (!goesFurther(one, this.statements)) this.candidates.push(one);
    for (const candidate of byContext(this)) this.candidates.push(candidate);
  }

  /** What sentences say without a relation. */
  private sentences(block: Block, i: number): void {
    const scope = this.scopeOf({ block: i });
    const slots = this.within(scope);
    if (slots.length === 0) return;
    const order = this.statements.findIndex((statement) => statement.block === i);
    for (const { label, side, after } of saidIn(block.passage)) {
      const statement = spokenOf(label, side, i);
      const own = bySymbol(statement, slots) ?? byWords(label, slots);
      const before = this.naming.before(statement);
      const labelled = inContext(label, slots, { before, own, least: 0 }) ?? (own?.how === 'within' ? undefined : own);
      if (labelled && !labelled.slots.some((slot) => counts(slot, after) || !isShare(slot, side)))
        this.take(statement, labelled, order, scope, 'sentence');
    }
  }

  /** Of several problems the one that the same paragraph answers beyond doubt. */
  private resolve({ statement, labelled, order, scope, by }: Deferred): void {
    const sure = [
      ...new Set(this.candidates.filter(({ block }) => block === statement.block).map(({ slot }) => slot.problem)),
    ];
    const slots = sure.length === 1 ? labelled.slots.filter(({ problem }) => sure.includes(problem)) : labelled.slots;
    const answer = slots[0] && answerIn(slots[0], statement);
    if (slots.length === 1 && slots[0] && answer)
      this.add(slots[0], answer, statement, by, labelled.label, order, scope);
    else if (answer)
      this.doubts.push({ slots, ...answer, label: labelled.label, source: this.blocks[statement.block]?.source ?? 0 });
  }

  private readonly scopeOf = ({ block }: Pick<Statement, 'block'>): Scope =>
    this.scopes[block] ?? { problems: [], by: 'anywhere' };

  private within({ problems }: Scope): Slot[] {
    return this.slots.filter(({ problem, field }) => problems.includes(problem) && !whole.has(field.kind));
  }

  private statement(given: Statement, order: number): void {
    const scope = this.scopeOf(given);
    const slots = this.within(scope);
    if (slots.length === 0) return;
    this.sections.pass(given);
    const whole = tailed(given);
    if (given.kind === 'prose' && hasNearer(whole)) {
      const [slot, second] = this.naming.labelOf(whole, slots)?.slots ?? [];
      if (slot && !second) this.sections.enter(slot, whole, 'words');
      return;
    }
    const led = this.naming.labelOf(whole, slots) ? undefined : introduced(whole);
    const statement = led ?? whole;
    const labelled = this.naming.labelOf(statement, slots);
    if (this.sections.has(statement, labelled, scope)) this.under(statement, order, scope);
    else if (labelled && (labelled.how !== 'within' || !isCounted(statement))) {
      this.take(statement, { ...labelled, slots: this.naming.narrowed(labelled.slots, statement) }, order, scope);
      for (const [also, name] of this.naming.equals(statement, slots))
        if (!name.slots.some((slot) => labelled.slots.includes(slot))) this.take(also, name, order, scope);
      if (statement.relation === '') this.only(statement, order, scope, slots);
    } else this.unlabelled(statement, order, scope, slots);
  }

  private take(statement: Statement, labelled: Labelled, order: number, scope: Scope, sure?: Evidence): void {
    const { slots, how, label } = labelled;
    if (namesRow(statement, slots) || isShapeCell(statement, slots)) return;
    if (how === 'within' && slots[0]?.field.kind === 'formula' && isOfOneCell(label)) return;
    if (
      statement.relation === 'beside' &&
      ((how === 'within' && !isAllOf(slots, label)) || this.naming.isPartOfName(statement, slots))
    )
      return;
    const answers = slots.flatMap((slot) => {
      const answer = answerIn(slot, statement) ?? answerIn(slot, behindColons(statement));
      return answer ? [[slot, answer] as const] : [];
    });
    const [first, second] = answers;
    const { relation } = statement;
    const by: Evidence = sure ?? (relation === 'row' || relation === 'beside' ? relation : how);
    if (first && !second) {
      if (
        statement.relation === 'is' &&
        (isOpen(first[1].text) || !spokenAnswer(first[0], statement.sides[0], first[1]))
      )
        return;
      if (statement.relation !== '') this.add(first[0], first[1], statement, by, label, order, scope);
      this.formulaBeside(first[0], statement, label, order, scope);
      this.sections.fill();
    } else if (first)
      this.deferred.push({
        statement,
        labelled: { ...labelled, slots: answers.map(([slot]) => slot) },
        order,
        scope,
        by,
      });
    else if (slots.length === 1 && slots[0]) this.sections.enter(slots[0], statement, how);
  }

  /** A line's formula stands in the same statement as its number, and is a field of its own. */
  private formulaBeside(slot: Slot, statement: Statement, label: string, order: number, scope: Scope): void {
    const field = this.slots.find(
      ({ problem, field: other }) => problem === slot.problem && 'of' in other && other.of === slot.name,
    );
    const answer = field && answerIn(field, statement);
    if (field && answer) this.add(field, answer, statement, 'symbol', label, order, scope);
  }

  private under(statement: Statement, order: number, scope: Scope): void {
    const slot = this.sections.take();
    const answer = slot && answerIn(slot, statement);
    if (slot && answer) this.add(slot, answer, statement, 'under', slot.name, order, scope);
  }

  /** No label before it: the words behind it, or the sentence, may say what it is. */
  private unlabelled(statement: Statement, order: number, scope: Scope, slots: readonly Slot[]): void {
    const behind = trailingWords(statement, slots);
    if (behind) {
      const answer = answerIn(behind.slot, behind);
      if (answer && isOfLastNumber(answer, behind))
        this.add(behind.slot, answer, statement, 'unit', behind.label, order, scope);
    } else this.only(statement, order, scope, slots);
  }

  /** "We save 344107008 multiply-adds": a clause with one number and a field's own words. */
  private only(statement: Statement, order: number, scope: Scope, slots: readonly Slot[]): void {
    if (statement.relation !== '' || statement.kind !== 'prose' || statement.lead.text.length > 200) return;
    const [one, second] = amountsIn(statement.lead);
    if (!one || second || /\d/.test(one.before)) return;
    const found = byWords(one.before, slots);
    const [slot] = found?.slots ?? [];
    if (
      !slot ||
      found?.slots.length !== 1 ||
      (found.how === 'within' && !isAllOf([slot], one.before)) ||
      counts(slot, one.after)
    )
      return;
    const answer = answerIn(slot, { sides: [one.side], parting: ['is'] });
    if (answer) this.add(slot, answer, statement, 'sentence', found.label, order, scope);
  }

  private add(
    slot: Slot,
    { text, at }: Text,
    statement: Statement,
    by: Evidence,
    label: string,
    order: number,
    scope: Scope,
  ): void {
    const { block, shown, kind } = statement;
    // A text or a table is more than a cell of one, and no line of a program.
    if (!exact.has(slot.field.kind) && (kind === 'code' || statement.relation === 'row')) return;
    const source = this.blocks[block]?.source ?? 0;
    this.candidates.push({
      slot,
      text,
      source,
      at,
      by,
      label,
      scope: scope.by,
      order,
      block,
      shown,
      printed: statement.kind === 'code',
    });
  }
}

/** Is a label made of nothing but what one field is called? */
const isAllOf = ([slot, second]: readonly Slot[], label: string): boolean =>
  slot !== undefined &&
  second === undefined &&
  wordsOf(bareLabel(label)).every((word) => slot.phrases.some((phrase) => phrase.includes(word)));

/** Answers that are more than one statement. */
const whole = new Set(['matrix', 'cells', 'table', 'rates', 'log', 'claims', 'derivation']);
const exact = new Set(['number', 'accuracy', 'shape', 'choice', 'formula']);

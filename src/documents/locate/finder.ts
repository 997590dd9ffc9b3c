import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';
import type { Block, WriteUp } from '../document.ts';
import type { Passage } from '../passage.ts';
import type { Candidate, Doubt, Evidence } from './candidates.ts';
import { byContext } from './context.ts';
import { type Slot, slotsOf } from './fields.ts';
import type { Findings } from './findings.ts';
import { bareLabel, bySymbol, byWords, type Labelled } from './labels.ts';
import { refIn, telling } from './questions.ts';
import { saidIn } from './said.ts';
import { mentioned, type Scope, scopesOf } from './scope.ts';
import { arithmeticTail, spokenAnswer, trailingWords } from './sentences.ts';
import { answerIn, clean, type Text } from './shape.ts';
import { goesOn, joined, type Statement, statementsOf } from './statements.ts';
import { symbolKey } from './symbols.ts';
import { statementsOfTable } from './tables.ts';
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
  const finder = new Finder(writeUp.blocks, assignment);
  finder.run();
  return finder;
}

class Finder implements Findings {
  readonly slots: readonly Slot[];
  readonly scopes: readonly Scope[];
  readonly statements: readonly Statement[];
  readonly candidates: Candidate[] = [];
  readonly doubts: Doubt[] = [];
  private readonly deferred: Deferred[] = [];
  readonly blocks: readonly Block[];
  private readonly telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>;
  /** The field whose sub-section this is: "Layer C1:". */
  private open: { slot: Slot; filled: boolean; block: number } | undefined;
  /** Fields that a sub-section of their own has answered by a general label, such as "total". */
  private readonly sections = new Set<Slot>();

  constructor(blocks: readonly Block[], { problems, ...assignment }: LoadedAssignment) {
    this.blocks = blocks;
    this.slots = slotsOf({ problems, ...assignment });
    this.scopes = scopesOf(blocks, problems);
    this.telling = new Map(problems.map((problem) => [problem, telling(problem, problems)]));
    this.statements = chained(
      blocks.flatMap((block, i) =>
        block.kind === 'table'
          ? statementsOfTable(block, i)
          : block.kind === 'answer' || block.kind === 'problem'
            ? []
            : statementsOf(block, i),
      ),
      this.scopes,
    );
  }

  run(): void {
    this.blocks.forEach((block, i) => {
      if (block.kind === 'answer') this.filledIn(block, i);
    });
    this.statements.forEach((statement, order) => {
      this.statement(statement, order);
    });
    this.blocks.forEach((block, i) => {
      if (block.kind === 'prose') this.sentences(block, i);
    });
    for (const again of this.deferred) this.resolve(again);
    for (const candidate of byContext(this)) this.candidates.push(candidate);
  }

  /** What sentences say without a relation. */
  private sentences(block: Block, i: number): void {
    const scope = this.scopeOf({ block: i });
    const slots = this.within(scope);
    if (slots.length === 0) return;
    const order = this.statements.findIndex((statement) => statement.block === i);
    for (const { label, side } of saidIn(block.passage)) {
      const lead = { text: label, at: side.at };
      const statement: Statement = {
        lead,
        relation: 'row',
        sides: [side],
        parting: ['is'],
        block: i,
        first: false,
        shown: false,
        kind: 'prose',
      };
      const labelled = bySymbol(statement, slots) ?? byWords(label, slots);
      if (labelled && labelled.how !== 'within') this.take(statement, labelled, order, scope, 'sentence');
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
    else if (answer) this.doubt(statement, slots, answer, labelled.label);
  }

  private scopeOf({ block }: Pick<Statement, 'block'>): Scope {
    return this.scopes[block] ?? { problems: [], by: 'anywhere' };
  }

  private within({ problems }: Scope): Slot[] {
    return this.slots.filter(({ problem }) => problems.includes(problem));
  }

  /** A place of a template. */
  private filledIn(block: Block, i: number): void {
    const scope = this.scopeOf({ block: i });
    const slot = this.within(scope).find(({ name }) => name === block.label);
    const text = block.passage.text.trim();
    const work = block.work?.map((line) => clean(line.text));
    if (!slot || (text === '' && !work?.length)) return;
    const { source } = block;
    const at = block.passage.at[0] ?? block.work?.[0]?.at[0] ?? 0;
    this.candidates.push({
      slot,
      text,
      source,
      at,
      by: 'template',
      label: block.label ?? '',
      scope: scope.by,
      order: -1,
      block: i,
      shown: false,
      printed: false,
      ...(work && { work }),
    });
  }

  private statement(given: Statement, order: number): void {
    const scope = this.scopeOf(given);
    const slots = this.within(scope);
    if (slots.length === 0) return;
    if (given.kind === 'heading') this.open = undefined;
    const statement = tailed(given);
    const labelled = this.labelOf(statement, slots);
    if (this.belongsToOpen(statement, labelled)) this.under(statement, order, scope);
    else if (labelled)
      this.take(statement, { ...labelled, slots: this.narrowed(labelled.slots, statement) }, order, scope);
    else this.unlabelled(statement, order, scope, slots);
  }

  private labelOf(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    if (statement.heads) {
      for (const head of statement.heads) {
        const passage = { text: head, at: [] };
        const found = bySymbol({ lead: passage, relation: 'row', sides: [] }, slots) ?? byWords(head, slots);
        if (found) return found;
      }
      return undefined;
    }
    return (
      bySymbol(statement, slots) ?? (statement.lead.text.length < 200 ? byWords(statement.lead.text, slots) : undefined)
    );
  }

  /** Of several fields those of the problem that the paragraph speaks of, or of those that take such an answer. */
  private narrowed(slots: readonly Slot[], statement: Statement): readonly Slot[] {
    if (slots.length < 2) return slots;
    const problems = [...new Set(slots.map(({ problem }) => problem))];
    const said =
      problems.length < 2
        ? problems
        : mentioned(`${statement.lead.text} ${this.paragraph(statement)}`, problems, this.telling);
    const here = said.length === 1 ? slots.filter(({ problem }) => said.includes(problem)) : slots;
    const fitting = here.filter((slot) => answerIn(slot, statement) !== undefined);
    const of = (kind: 'of') => fitting.filter(({ field }) => !(kind in field));
    return fitting.length > 1 && of('of').length === 1 ? of('of') : fitting.length > 0 ? fitting : here;
  }

  private paragraph({ block }: Statement): string {
    return this.blocks[block]?.passage.text.slice(0, 2_000) ?? '';
  }

  private take(statement: Statement, labelled: Labelled, order: number, scope: Scope, sure?: Evidence): void {
    const { slots, how, label } = labelled;
    const answers = slots.flatMap((slot) => {
      const answer = answerIn(slot, statement);
      return answer ? [[slot, answer] as const] : [];
    });
    const [first, second] = answers;
    const by: Evidence = sure ?? (statement.relation === 'row' ? 'row' : how);
    if (first && !second) {
      if (statement.relation === 'is' && !spokenAnswer(first[0], statement.sides[0], first[1])) return;
      if (statement.relation !== '') this.add(first[0], first[1], statement, by, label, order, scope);
      this.formulaBeside(first[0], statement, label, order, scope);
      if (this.open?.slot === first[0]) this.open.filled = true;
    } else if (first)
      this.deferred.push({
        statement,
        labelled: { ...labelled, slots: answers.map(([slot]) => slot) },
        order,
        scope,
        by,
      });
    else if (slots.length === 1 && slots[0] && opens(statement, how))
      this.open = { slot: slots[0], filled: false, block: statement.block };
  }

  /** A line's formula stands in the same statement as its number, and is a field of its own. */
  private formulaBeside(slot: Slot, statement: Statement, label: string, order: number, scope: Scope): void {
    const field = this.slots.find(
      ({ problem, field: other }) => problem === slot.problem && 'of' in other && other.of === slot.name,
    );
    const answer = field && answerIn(field, statement);
    if (field && answer) this.add(field, answer, statement, 'symbol', label, order, scope);
  }

  /** In a sub-section "Layer C1" a general label ("total parameters") or none is of this field. */
  private belongsToOpen(statement: Statement, labelled: Labelled | undefined): boolean {
    const { open } = this;
    if (!open || open.filled || !open.slot || statement.relation === 'row') return false;
    if (!this.scopeOf(statement).problems.includes(open.slot.problem)) return false;
    if (labelled?.slots.includes(open.slot)) return false;
    if (labelled && (labelled.how === 'symbol' || labelled.slots.some(({ name }) => name !== 'total'))) return false;
    const isGeneral = wordsOf(bareLabel(statement.lead.text)).every((word) => general.has(word));
    if (!isGeneral || statement.sides.length === 0) return false;
    return !this.mayBeTotal(open.slot, labelled) && answerIn(open.slot, statement) !== undefined;
  }

  /** Under the last field "total" may be that of all, unless the fields before were answered in this way as well. */
  private mayBeTotal(slot: Slot, labelled: Labelled | undefined): boolean {
    if (!labelled) return false;
    const own = this.slots.filter(
      ({ problem, field }) => problem === slot.problem && field.kind === 'number' && field.name !== 'total',
    );
    return own.at(-1) === slot && this.sections.size === 0;
  }

  private under(statement: Statement, order: number, scope: Scope): void {
    const slot = this.open?.slot;
    const answer = slot && answerIn(slot, statement);
    if (!slot || !answer || !this.open) return;
    this.open.filled = true;
    this.sections.add(slot);
    this.add(slot, answer, statement, 'under', slot.name, order, scope);
  }

  /** No label before it: the words behind it, or the sentence, may say what it is. */
  private unlabelled(statement: Statement, order: number, scope: Scope, slots: readonly Slot[]): void {
    const behind = trailingWords(statement, slots);
    if (behind) {
      const answer = answerIn(behind.slot, behind);
      if (answer) this.add(behind.slot, answer, statement, 'unit', behind.label, order, scope);
    }
  }

  private doubt(statement: Statement, slots: readonly Slot[], { text, at }: Text, label: string): void {
    this.doubts.push({ slots, text, label, at, source: this.blocks[statement.block]?.source ?? 0 });
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

const exact = new Set(['number', 'accuracy', 'shape', 'choice', 'formula']);

const general = new Set(
  'total parameter trainable learnable operation answer result value layer computation calculation weight bias'.split(
    ' ',
  ),
);

/** Does a label without an answer begin a sub-section? */
const opens = ({ relation, kind, first, lead }: Statement, how: Labelled['how']): boolean =>
  how !== 'within' && (kind === 'heading' || relation === ':' || (first && lead.text.length < 60));

/** A label in front of arithmetic that nothing parts from it: "AlexNet has in total 96 × (…) = 5". */
function tailed(statement: Statement): Statement {
  if (statement.relation !== '=' && statement.relation !== '') return statement;
  const tail = arithmeticTail(statement.lead);
  if (!tail) return statement;
  const { label, value } = tail;
  return {
    ...statement,
    lead: label,
    relation: statement.relation === '' ? 'is' : '=',
    sides: [value, ...statement.sides],
    parting: ['=', ...statement.parting],
  };
}

/** Statements that go on with the one before are one with it, also across displays and lines. */
function chained(statements: readonly Statement[], scopes: readonly Scope[]): Statement[] {
  const chain: Statement[] = [];
  for (const statement of statements) {
    const last = chain.at(-1);
    const near = last && statement.block - last.block <= 1 && sameScope(scopes[last.block], scopes[statement.block]);
    if (last && near && goesOn(statement) && last.relation !== 'row') chain[chain.length - 1] = joined(last, statement);
    else if (last && near && answers(statement) && (waits(last) || unworked(last, statement)))
      chain[chain.length - 1] = joined(last, asSide(statement));
    else chain.push(statement);
  }
  return chain;
}

const sameScope = (a: Scope | undefined, b: Scope | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.problems.length === b.problems.length &&
  a.problems.every((problem, i) => problem === b.problems[i]);

/** A label whose answer stands on the next line. */
const waits = ({ lead, relation, sides, kind }: Statement): boolean =>
  kind !== 'heading' &&
  refIn(lead.text, false) === undefined &&
  (relation === '=' || relation === ':') &&
  sides.every(({ text }: Passage) => text.replace(/[\ue000-\ue003\s]/g, '') === '');

/** A formula in words, with its numbers in the next row. */
const unworked = (last: Statement, { block, kind }: Statement): boolean =>
  kind === 'math' &&
  last.block === block &&
  last.relation === '=' &&
  last.sides.every(({ text }) => !/(?<![_^{\p{L}])\d/u.test(text.replace(/\^\s*\{?\d/g, '')));

/** A value by itself, or arithmetic that comes to one. */
const answers = ({ lead, relation, kind }: Statement): boolean =>
  kind !== 'heading' &&
  relation !== ':' &&
  relation !== 'row' &&
  symbolKey(lead.text) === '' &&
  /^[\s\ue000-\ue003([{+\-−\\\d.]/.test(lead.text) &&
  /\d/.test(lead.text) &&
  !/\p{L}{4,}/u.test(lead.text.replace(/\\[a-z]+/gi, ''));

const asSide = (statement: Statement): Statement => ({
  ...statement,
  sides: [statement.lead, ...(statement.relation === '' || statement.relation === 'is' ? [] : statement.sides)],
  parting: ['=', ...statement.parting],
});

import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';
import type { Block, WriteUp } from '../document.ts';
import { slice, trimmed } from '../passage.ts';
import type { Candidate, Doubt, Evidence } from './candidates.ts';
import { statementsIn, tailed } from './chain.ts';
import { byContext } from './context.ts';
import { type Slot, slotsOf } from './fields.ts';
import type { Findings } from './findings.ts';
import { mentioned } from './headings.ts';
import { bareLabel, bySymbol, byWords, type Labelled } from './labels.ts';
import { telling } from './questions.ts';
import { saidIn } from './said.ts';
import { type Scope, scopesOf } from './scope.ts';
import { counts, spokenAnswer, trailingWords, unitBehind } from './sentences.ts';
import { answerIn, clean, type Text } from './shape.ts';
import { type Statement, stated } from './statements.ts';
import { inContext } from './surroundings.ts';
import { symbolKey } from './symbols.ts';
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
  private open: { slot: Slot; filled: boolean; block: number; label: string } | undefined;
  /** Fields that a sub-section of their own has answered by a general label, such as "total". */
  private readonly sections = new Set<Slot>();

  constructor(blocks: readonly Block[], { problems, ...assignment }: LoadedAssignment) {
    this.blocks = blocks;
    this.slots = slotsOf({ problems, ...assignment });
    this.scopes = scopesOf(blocks, problems);
    this.telling = new Map(problems.map((problem) => [problem, telling(problem, problems)]));
    this.statements = statementsIn(blocks, this.scopes);
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
    for (const { label, side, after } of saidIn(block.passage)) {
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
      const own = bySymbol(statement, slots) ?? byWords(label, slots);
      const before = this.before(statement);
      const labelled = inContext(label, slots, { before, own, least: 0 }) ?? (own?.how === 'within' ? undefined : own);
      if (labelled && !labelled.slots.some((slot) => counts(slot, after)))
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
    else if (answer) this.doubt(statement, slots, answer, labelled.label);
  }

  private scopeOf({ block }: Pick<Statement, 'block'>): Scope {
    return this.scopes[block] ?? { problems: [], by: 'anywhere' };
  }

  private within({ problems }: Scope): Slot[] {
    return this.slots.filter(({ problem, field }) => problems.includes(problem) && !whole.has(field.kind));
  }

  /** A place of a template. */
  private filledIn(block: Block, i: number): void {
    const scope = this.scopeOf({ block: i });
    const slot = this.slots.find(({ problem, name }) => scope.problems.includes(problem) && name === block.label);
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
    if (given.kind === 'heading' || this.isLikeOpen(given)) this.open = undefined;
    const whole = tailed(given);
    const led = this.labelOf(whole, slots) ? undefined : introduced(whole);
    const statement = led ?? whole;
    const labelled = this.labelOf(statement, slots);
    if (this.belongsToOpen(statement, labelled)) this.under(statement, order, scope);
    else if (labelled) {
      this.take(statement, { ...labelled, slots: this.narrowed(labelled.slots, statement) }, order, scope);
      for (const [also, name] of this.equals(statement, slots)) this.take(also, name, order, scope);
    } else this.unlabelled(statement, order, scope, slots);
  }

  /** "100 hidden units" after "500 hidden units": the next sub-section of a like name. */
  private isLikeOpen({ lead }: Statement): boolean {
    if (!this.open || lead.text.length > 60) return false;
    const bare = (text: string): string =>
      wordsOf(text)
        .filter((word) => !/\d/.test(word))
        .join(' ');
    return bare(lead.text) !== '' && bare(lead.text) === bare(this.open.label);
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
    const { text } = statement.lead;
    const own = this.ownLabel(statement, slots);
    return inContext(bareLabel(text), slots, { before: this.before(statement), own }) ?? own;
  }

  private ownLabel(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    const said = [statement.lead, ...(statement.led ? [statement.led] : [])];
    for (const lead of said) {
      const found = bySymbol({ ...statement, lead }, slots) ?? this.inWords(lead.text, statement, slots);
      if (found) return found;
    }
    return undefined;
  }

  /** By its words, or by these and the unit behind the number: "plain convolution: … = 124416 weights". */
  private inWords(text: string, statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    if (text.length >= 200) return undefined;
    const found = byWords(text, slots);
    const unit = found?.how === 'words' || wordsOf(bareLabel(text)).length === 0 ? '' : unitBehind(statement);
    const both = unit === '' ? undefined : byWords(`${bareLabel(text)} ${unit}`, slots);
    return both?.how === 'words' ? both : found;
  }

  /** What was said before a statement: in its paragraph, and by the heading right above. */
  private before({ block, lead, sides }: Statement): string {
    const { kind, passage } = this.blocks[block] ?? { kind: 'prose', passage: lead };
    const at = lead.at[0] ?? sides[0]?.at[0] ?? 0;
    const end = kind === 'table' ? 0 : passage.at.findIndex((offset) => offset >= at);
    const heading = this.blocks.slice(0, block).findLast((one) => one.kind === 'heading');
    return `${heading?.passage.text ?? ''} ${passage.text.slice(Math.max(0, end - longestBefore), Math.max(0, end))}`;
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

  /** In `d11 = d12 = 0` the second name has the same value. */
  private equals(statement: Statement, slots: readonly Slot[]): [Statement, Labelled][] {
    return statement.sides.slice(0, -1).flatMap((side, i): [Statement, Labelled][] => {
      const key = symbolKey(side.text);
      const found = key === '' ? [] : slots.filter(({ symbols }) => symbols.has(key));
      const rest = { sides: statement.sides.slice(i + 1), parting: statement.parting.slice(i + 1) };
      const one = found.length === 1 && found[0]?.field.kind === 'number';
      return one
        ? [
            [
              { ...statement, lead: side, ...rest },
              { slots: found, how: 'symbol', label: side.text },
            ],
          ]
        : [];
    });
  }

  private paragraph({ block }: Statement): string {
    return this.blocks[block]?.passage.text.slice(0, 2_000) ?? '';
  }

  private take(statement: Statement, labelled: Labelled, order: number, scope: Scope, sure?: Evidence): void {
    const { slots, how, label } = labelled;
    if (statement.relation === 'beside' && (how === 'within' || this.isPartOfName(statement, slots))) return;
    const answers = slots.flatMap((slot) => {
      const answer = answerIn(slot, statement) ?? answerIn(slot, behindColons(statement));
      return answer ? [[slot, answer] as const] : [];
    });
    const [first, second] = answers;
    const { relation } = statement;
    const by: Evidence = sure ?? (relation === 'row' || relation === 'beside' ? relation : how);
    if (first && !second) {
      if (statement.relation === 'is' && !spokenAnswer(first[0], statement.sides[0], first[1])) return;
      if (statement.relation !== '') this.add(first[0], first[1], statement, by, label, order, scope);
      this.formulaBeside(first[0], statement, label, order, scope);
      if (this.open) this.open.filled = true;
    } else if (first)
      this.deferred.push({
        statement,
        labelled: { ...labelled, slots: answers.map(([slot]) => slot) },
        order,
        scope,
        by,
      });
    else if (slots.length === 1 && slots[0] && opens(statement, how))
      this.open = { slot: slots[0], filled: false, block: statement.block, label: statement.lead.text };
  }

  /** In `conv 3` the number belongs to the name. */
  private isPartOfName({ lead, sides }: Statement, slots: readonly Slot[]): boolean {
    const text = `${lead.text} ${sides[0]?.text ?? ''}`;
    const own = this.slots.filter(({ problem }) => slots.some((slot) => slot.problem === problem));
    const named = bySymbol({ lead: { text, at: [] }, relation: '', sides: [] }, own) ?? byWords(text, own);
    return named !== undefined && named.how !== 'within';
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
    if (statement.relation === 'beside' && this.isPartOfName(statement, [open.slot])) return false;
    if (!this.scopeOf(statement).problems.includes(open.slot.problem)) return false;
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

/** "conv3: 64 -> 128: 73,856": what stands behind the last colon, where nothing but numbers stands between them. */
function behindColons({ relation, sides, parting }: Statement): Pick<Statement, 'sides' | 'parting'> {
  const [only] = sides;
  const at = relation === ':' && only && sides.length === 1 ? only.text.lastIndexOf(': ') : -1;
  if (!only || at < 0 || /\p{L}{2,}/u.test(only.text.slice(0, at))) return { sides: [], parting: [] };
  const { lead, relation: inner, ...rest } = stated(trimmed(slice(only, at + 1)));
  return inner === '=' ? { sides: [lead, ...rest.sides], parting: ['', ...rest.parting] } : { sides: [lead], parting };
}

const longestBefore = 1_000;

/** "Gradient: dz = p - y" is what stands behind the colon, where the words before it are no label. */
function introduced(statement: Statement): Statement | undefined {
  const [lead, ...sides] = statement.sides;
  if (statement.relation !== ':' || !lead) return undefined;
  if (sides.length > 0) return { ...statement, lead, relation: '=', sides, parting: statement.parting.slice(1) };
  const inner = stated(lead);
  return inner.relation === '' ? undefined : { ...statement, ...inner };
}

/** Answers that are more than one statement. */
const whole = new Set(['matrix', 'cells', 'table', 'rates', 'log', 'claims', 'derivation']);
const exact = new Set(['number', 'accuracy', 'shape', 'choice', 'formula']);

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

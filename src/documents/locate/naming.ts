import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import { mentioned } from './headings.ts';
import { bareLabel, bySymbol, byWords, type Labelled, subjectOf } from './labels.ts';
import type { Scope } from './scope.ts';
import { unitBehind } from './sentences.ts';
import { answerIn } from './shape.ts';
import type { Statement } from './statements.ts';
import { inContext } from './surroundings.ts';
import { symbolKey } from './symbols.ts';
import { byTitle } from './titles.ts';
import { wordsOf } from './words.ts';

const size = /^[\s\ue000\ue002([]*(?:an?\s)?\d{1,6}\s?(?:[x×]|\\times|by|,)\s?\d/i;

/** Do its sides begin with the sizes of an array: `28 × 28 × 8`? */
const isShape = ({ sides, relation }: Statement): boolean =>
  relation !== '' && relation !== 'row' && sides.some(({ text }) => size.test(text));

const bounds =
  /^[\s\ue000]*\\?[([]\s*[-−+]?(?:\d[\d.]*|\\infty|∞)\s*[,;]\s*[-−+]?(?:\d[\d.]*|\\infty|∞)\s*\\?[)\]][\s\ue001.]*$/;

/** Are its sides the bounds of an interval: `(-1, 1)`? */
const isInterval = ({ sides, relation }: Statement): boolean =>
  relation !== '' && bounds.test(sides.at(-1)?.text ?? '');

/** What has sizes is called a shape without the word, and what has bounds a range: "the output is 28 × 28 × 8". */
function called(
  text: string,
  noun: string,
  kind: Slot['field']['kind'],
  found: Labelled | undefined,
  slots: readonly Slot[],
): Labelled | undefined {
  const own = slots.filter(({ field }) => field.kind === kind);
  if (own.length === 0 || found?.slots.some((slot) => own.includes(slot))) return undefined;
  const named = byWords(`${text} ${noun}`, own);
  return named?.slots.length === 1 ? named : undefined;
}

const longestBefore = 1_000;

/** Which fields the labels of a document's statements mean. */
export class Naming {
  private readonly blocks: readonly Block[];
  private readonly slots: readonly Slot[];
  private readonly telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>;
  private readonly scopes: readonly Scope[];

  constructor(
    blocks: readonly Block[],
    slots: readonly Slot[],
    telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>,
    scopes: readonly Scope[],
  ) {
    this.scopes = scopes;
    this.blocks = blocks;
    this.slots = slots;
    this.telling = telling;
  }

  labelOf(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    return this.ownOf(statement, slots) ?? byTitle(statement, slots, this.telling, this.ledBy(statement));
  }

  /** The heading above a statement, the paragraph before it, and its own up to it. */
  private ledBy({ block, lead }: Statement): string {
    const { passage } = this.blocks[block] ?? { passage: lead };
    const heading = this.blocks.slice(0, block).findLast((one) => one.kind === 'heading');
    const before = this.blocks[block - 1];
    const leads =
      before && before !== heading && /:\s*$/.test(unmarked(before.passage.text)) ? before.passage.text : '';
    const end = passage.at.findIndex((offset) => offset >= (lead.at[0] ?? 0));
    return `${heading?.passage.text ?? ''} ${leads} ${passage.text.slice(Math.max(0, end - 200), Math.max(0, end))}`;
  }

  private ownOf(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    if (statement.heads) {
      for (const head of statement.heads) {
        const passage = { text: head, at: [] };
        const symbol = bySymbol({ lead: passage, relation: 'row', sides: [] }, slots);
        // What its column is called holds for every row.
        const isColumn = head !== statement.top && symbol?.label === statement.top;
        const found = isColumn ? byWords(head, slots) : (symbol ?? byWords(head, slots));
        if (found) return found;
      }
      return undefined;
    }
    const { text } = statement.lead;
    const own = this.ownLabel(statement, slots);
    const found = inContext(bareLabel(text), slots, { before: this.before(statement), own }) ?? own;
    if (isInterval(statement)) return called(text, 'range', 'interval', found, slots) ?? found;
    return isShape(statement) ? (called(text, 'shape', 'shape', found, slots) ?? found) : found;
  }

  private ownLabel(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    const said = [statement.lead, ...(statement.led ? [statement.led] : [])];
    for (const lead of said) {
      const found = bySymbol({ ...statement, lead }, slots) ?? this.inWords(lead.text, statement, slots);
      if (found) return found;
    }
    return this.bySubject(statement, slots);
  }

  /** "C3 has 16 filters over 6 maps: 16·151 = 2416": what is worked out behind is of what the words are about. */
  private bySubject(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
    const subject =
      statement.relation === ':' || statement.relation === '=' ? subjectOf(statement.lead.text) : undefined;
    if (subject === undefined || statement.sides.length < 2) return undefined;
    const lead = { text: subject, at: statement.lead.at };
    const found = bySymbol({ ...statement, lead }, slots) ?? byWords(subject, slots);
    return found?.how === 'within' ? undefined : found;
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
  before({ block, lead, sides }: Statement): string {
    const { kind, passage } = this.blocks[block] ?? { kind: 'prose', passage: lead };
    const at = lead.at[0] ?? sides[0]?.at[0] ?? 0;
    const end = kind === 'table' ? 0 : passage.at.findIndex((offset) => offset >= at);
    const heading = this.blocks.slice(0, block).findLast((one) => one.kind === 'heading');
    return `${heading?.passage.text ?? ''} ${passage.text.slice(Math.max(0, end - longestBefore), Math.max(0, end))}`;
  }

  /** Of several fields those of the problem that the paragraph speaks of, or of those that take such an answer. */
  narrowed(slots: readonly Slot[], statement: Statement): readonly Slot[] {
    if (slots.length < 2) return slots;
    const problems = [...new Set(slots.map(({ problem }) => problem))];
    if (problems.length === 1) {
      const plain = this.plain(slots, statement);
      if (plain) return [plain];
    }
    const said =
      problems.length < 2
        ? problems
        : mentioned(`${statement.lead.text} ${this.paragraph(statement)}`, problems, this.telling);
    const here = said.length === 1 ? slots.filter(({ problem }) => said.includes(problem)) : slots;
    const fitting = here.filter((slot) => answerIn(slot, statement) !== undefined);
    const of = (kind: 'of') => fitting.filter(({ field }) => !(kind in field));
    return fitting.length > 1 && of('of').length === 1 ? of('of') : fitting.length > 0 ? fitting : here;
  }

  /** Of `dL_dW` and `dL_dW_batch` the first, where nothing was said of a batch. */
  private plain(slots: readonly Slot[], statement: Statement): Slot | undefined {
    const own = slots.find(({ name }) => slots.every((other) => other.name.startsWith(name)));
    if (!own) return undefined;
    const telling = slots.filter((slot) => slot !== own).map((slot) => wordsOf(slot.name.slice(own.name.length)));
    if (telling.some((words) => words.length === 0)) return undefined;
    const said = new Set(wordsOf(this.since(own.problem, statement)));
    return telling.some((words) => words.some((word) => said.has(word))) ? undefined : own;
  }

  /** All that was said in the part about a problem up to a statement, and with it. */
  private since(problem: LoadedProblem, { block, lead }: Statement): string {
    const { passage } = this.blocks[block] ?? { passage: lead };
    const end = passage.at.findIndex((offset) => offset > (lead.at.at(-1) ?? 0));
    const own = this.blocks.slice(0, block).filter((_, i) => this.scopes[i]?.problems.includes(problem));
    return [...own.map((one) => one.passage.text), end < 0 ? passage.text : passage.text.slice(0, end)]
      .join(' ')
      .slice(-20_000);
  }

  private paragraph({ block }: Statement): string {
    return this.blocks[block]?.passage.text.slice(0, 2_000) ?? '';
  }

  /** In `d11 = d12 = 0` the second name has the same value. */
  equals(statement: Statement, slots: readonly Slot[]): [Statement, Labelled][] {
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

  /** In `conv 3` the number belongs to the name. */
  isPartOfName({ lead, sides }: Statement, slots: readonly Slot[]): boolean {
    const text = `${lead.text} ${sides[0]?.text ?? ''}`;
    const own = this.slots.filter(({ problem }) => slots.some((slot) => slot.problem === problem));
    const named = bySymbol({ lead: { text, at: [] }, relation: '', sides: [] }, own) ?? byWords(text, own);
    return named !== undefined && named.how !== 'within';
  }
}

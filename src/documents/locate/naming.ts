import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import type { Slot } from './fields.ts';
import { mentioned } from './headings.ts';
import { bareLabel, bySymbol, byWords, type Labelled } from './labels.ts';
import { unitBehind } from './sentences.ts';
import { answerIn } from './shape.ts';
import type { Statement } from './statements.ts';
import { inContext } from './surroundings.ts';
import { symbolKey } from './symbols.ts';
import { wordsOf } from './words.ts';

const longestBefore = 1_000;

/** Which fields the labels of a document's statements mean. */
export class Naming {
  private readonly blocks: readonly Block[];
  private readonly slots: readonly Slot[];
  private readonly telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>;

  constructor(
    blocks: readonly Block[],
    slots: readonly Slot[],
    telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>,
  ) {
    this.blocks = blocks;
    this.slots = slots;
    this.telling = telling;
  }

  labelOf(statement: Statement, slots: readonly Slot[]): Labelled | undefined {
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

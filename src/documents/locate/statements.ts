import type { Block } from '../document.ts';
import { type Passage, slice, trimmed } from '../passage.ts';
import { besideIn } from './beside.ts';
import { segmentsOf } from './segments.ts';

/** What one segment states: something before a relation, and one or more sides behind it. */
export interface Statement {
  readonly lead: Passage;
  /**
   * `:` also for a label that stands alone; `is` for a verb; `row` for a cell of a table; `beside` for a number right
   * behind its label; empty where nothing is stated.
   */
  readonly relation: '=' | ':' | '<-' | 'is' | 'row' | 'beside' | '';
  readonly sides: readonly Passage[];
  /** What stands before each side: `=`, `\\approx`. */
  readonly parting: readonly string[];
  /** The number of its block, and whether it begins it. */
  readonly block: number;
  readonly first: boolean;
  /** Boxed, underlined or bold: shown as a result. */
  readonly shown: boolean;
  readonly kind: Block['kind'];
  /** The words of the sentence that leads to a display. */
  readonly led?: Passage;
  /** Other labels of the same value: the head of its column, its row and column. */
  readonly heads?: readonly string[];
  /** The head of its column. */
  readonly top?: string;
  /** What the other cells of its row say in words. */
  readonly others?: string;
}

interface Found {
  readonly at: number;
  readonly width: number;
  readonly sort: '=' | ':' | '<-';
}

const relationPattern =
  /:=|=|≈|≃|≅|≡|⟵|←|<-|→|->|\\(?:approx|simeq|cong|doteq|equiv|leftarrow|gets|to|rightarrow|mapsto)(?![a-zA-Z])|:/y;

const arrow = /^(?:→|->|\\to|\\rightarrow|\\mapsto)$/;

/** The relations of a segment that no bracket encloses. */
function relationsIn(text: string): Found[] {
  const found: Found[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === '\\' && /^\\(?:begin|end)\{/.test(text.slice(i, i + 7)))
      depth += text.startsWith('\\begin', i) ? 1 : -1;
    if (depth > 0) continue;
    relationPattern.lastIndex = i;
    const hit = relationPattern.exec(text)?.[0];
    if (hit && isRelation(text, i, hit)) {
      found.push({
        at: i,
        width: hit.length,
        sort: hit === ':' || arrow.test(hit) ? ':' : /^(?:⟵|←|<-|\\leftarrow|\\gets)$/.test(hit) ? '<-' : '=',
      });
      i += hit.length - 1;
    } else if (c === '\\') i += Math.max(0, (/^\\(?:[a-zA-Z]+|.)/.exec(text.slice(i, i + 30))?.[0].length ?? 1) - 1);
  }
  return found;
}

function isRelation(text: string, at: number, hit: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + hit.length] ?? '';
  if (hit === '=') return !'<>!='.includes(before || ' ') && after !== '=' && after !== '>';
  if (hit === ':') return after !== ':' && before !== ':' && after !== '/' && !(/\d/.test(before) && /\d/.test(after));
  return true;
}

const verb =
  /\s(?:is|are|was|were|equals|equal to|becomes|comes to|gives|yields|ist|sind|beträgt|ergibt)\s|\s(?:has|have|had|hat|contains|needs|leaves|learns|requires|costs|lernt|braucht)\s(?=(?:a total of |an? |the |about |in total )?[\ue000\ue002]?[(\d.+-]|(?:the )?(?:shape|size|range|dimensions?)\s)/i;

/** A frame around all of a segment: `\boxed{…}`. */
const frame = /^[\s\ue000\ue002$]*\\(?:boxed|fbox|framebox|underline|underbrace|mathbf|textbf)\s*\{/;

/** The statements of a block that is no table. `block` is its number. */
export function statementsOf(given: Block, block: number): Statement[] {
  const manner = given.kind === 'math' ? 'math' : given.kind === 'code' ? 'code' : 'prose';
  const { kind } = given;
  return segmentsOf(given.passage, manner).map((segment, i) => ({ ...stated(segment), block, first: i === 0, kind }));
}

export type Stated = Pick<Statement, 'lead' | 'relation' | 'sides' | 'parting' | 'shown'>;

/** What a text states. */
export function stated(given: Passage): Stated {
  const framed = unframed(given);
  const segment = framed ?? given;
  const relations = relationsIn(segment.text);
  const shown = framed !== undefined || isShown(segment.text, relations.at(-1)?.at ?? 0);
  const [first] = relations;
  if (!first) return { ...spoken(segment), shown };
  const cuts = kept(relations);
  const sides = cuts.map(({ at, width }, i) =>
    side(slice(segment, at + width, cuts[i + 1]?.at ?? segment.text.length)),
  );
  const lead = trimmed(slice(segment, 0, first.at));
  const parting = cuts.map(({ at, width }) => segment.text.slice(at, at + width));
  return { lead, relation: first.sort, sides, parting, shown };
}

/** A colon parts only a label from the rest; later ones belong to the text. */
function kept(relations: readonly Found[]): Found[] {
  const [first] = relations;
  if (first?.sort !== ':') return relations.filter(({ sort }) => sort !== ':');
  const second = relations.find(({ sort }, i) => i > 0 && sort === ':');
  return relations.filter(
    (relation) => relation === first || (relation.sort !== ':' && (!second || relation.at < second.at)),
  );
}

const side = (passage: Passage): Passage => trimmed(withoutAmpersands(passage));

function withoutAmpersands({ text, at }: Passage): Passage {
  // In a matrix they part its cells.
  return text.includes('\\begin{') ? { text, at } : { text: text.replace(/(?<!\\)&/g, ' '), at };
}

function unframed(segment: Passage): Passage | undefined {
  const found = frame.exec(segment.text);
  if (!found) return undefined;
  let depth = 0;
  for (let i = found[0].length - 1; i < segment.text.length; i++) {
    if (segment.text[i] === '{') depth++;
    else if (segment.text[i] === '}' && --depth === 0)
      return /^[\s.,$\ue001\ue003]*$/.test(segment.text.slice(i + 1)) ? slice(segment, found[0].length, i) : undefined;
  }
  return undefined;
}

const isShown = (text: string, from: number): boolean =>
  /\\(?:boxed|fbox|underline|underbrace|mathbf|textbf)\b|\ue002/.test(text.slice(from));

/** A sentence without a relation: what stands before and behind its verb. */
function spoken(segment: Passage): Omit<Stated, 'shown'> {
  const found = verb.exec(segment.text);
  if (!found) {
    const beside = besideIn(segment);
    if (beside) return { lead: beside.label, relation: 'beside', sides: [beside.value], parting: [''] };
    return { lead: segment, relation: '', sides: [], parting: [] };
  }
  const [lead, right] = [
    trimmed(slice(segment, 0, found.index)),
    trimmed(slice(segment, found.index + found[0].length)),
  ];
  return { lead, relation: 'is', sides: [right], parting: ['is'] };
}

/** Does the segment only go on with what the one before it says? `= 0.5625`. */
export const goesOn = ({ lead, relation }: Statement): boolean =>
  (relation === '=' || relation === '<-') && /^[\s&\ue000-\ue003]*(?:(?:so|or,?)[\s\ue000]*)?$/i.test(lead.text);

/** Two statements as one: the sides of the second go on with those of the first. */
export function joined(a: Statement, b: Statement): Statement {
  const filled = [...pairs(a), ...pairs(b)].filter(([{ text }]) => text !== '');
  const relation = a.relation === '' || a.relation === 'is' ? '=' : a.relation;
  const [sides, parting] = [filled.map(([one]) => one), filled.map(([, part]) => part)];
  return { ...a, relation, sides, parting, shown: a.shown || b.shown };
}

const pairs = ({ sides, parting }: Statement) => sides.map((one, i) => [one, parting[i] ?? '='] as const);

/** What a sentence says of a number, without a relation. */
export const spokenOf = (label: string, side: Passage, block: number): Statement => ({
  lead: { text: label, at: side.at },
  relation: 'row',
  sides: [side],
  parting: ['is'],
  block,
  first: false,
  shown: false,
  kind: 'prose',
});

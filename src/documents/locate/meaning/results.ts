import { type Passage, unmarked } from '../../passage.ts';
import { tailed } from '../chain.ts';
import type { Findings } from '../findings.ts';
import { bareLabel } from '../labels.ts';
import type { Statement } from '../statements.ts';
import { captionOf, leadOf } from './lead.ts';
import { sentencesOf } from './prose.ts';
import { isNumeral, isWorked, type Run, runsIn } from './runs.ts';
import type { Said } from './score.ts';
import { spoken } from './spoken.ts';

/** A number that a document states, and the words from near to far that say what it is. */
export interface Result extends Said {
  readonly sides: readonly Passage[];
  readonly parting: readonly string[];
  readonly block: number;
  readonly order: number;
  readonly by: 'row' | 'meaning';
  readonly shown: boolean;
  /** The short sentence without a number that its paragraph begins with, where it is the last number under it. */
  readonly topic?: string;
  /** What its sentence begins with before a colon, where it is the last number of it. */
  readonly title?: string;
  /** The words right behind it. */
  readonly after: string;
}

/** What is stated and belongs to no field yet. */
export function resultsOf(findings: Findings, knows: (block: number) => (word: string) => boolean): Result[] {
  const taken = new Set(findings.candidates.map(({ order }) => order));
  const rows = findings.statements.flatMap((statement, order) =>
    taken.has(order) || (statement.kind !== 'table' && statement.kind !== 'math')
      ? []
      : inRow(statement, order, findings),
  );
  return [...rows, ...completed(findings.blocks.flatMap((_, i) => inProse(i, findings, knows(i))))];
}

/** "The second: 307,456" after "The first convolution: 34,944" is of a convolution. */
function completed(results: readonly Result[]): Result[] {
  let last = '';
  return results.map((one) => {
    const words = spoken(one.label.split(':', 1)[0] ?? '');
    const isOrdinal = words.length === 1 && /^\d$/.test(words[0] ?? '') && !/\d/.test(one.label.split(':', 1)[0] ?? '');
    if (!isOrdinal) {
      if (isNamed(one.label)) last = one.label;
      return one;
    }
    return { ...one, label: `${one.label.split(':', 1)[0]} ${withoutOrdinals(last)}` };
  });
}

/** Does it end in a relation, with a word before that? */
function isNamed(label: string): boolean {
  const [name = '', end] = label.trimEnd().split(/[:=]/).slice(-2);
  return end === '' && /\p{L}{3}/u.test(name);
}

const withoutOrdinals = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !/\d/.test(spoken(word).join('')))
    .join(' ');

/** A cell of a table, or a line of a display. */
function inRow(given: Statement, order: number, findings: Findings): Result[] {
  const statement = given.kind === 'math' ? tailed(given) : given;
  const { block, sides, parting, shown, heads, top, kind } = statement;
  if (sides.length === 0) return [];
  const heading = headingAbove(block, findings);
  const led = kind === 'math' ? leadOf(block, findings) : '';
  const lead = unmarked(bareLabel(statement.lead.text));
  const isWork = /^[\s\d.,+\-−*/×·()[\]{}=]*$/.test(lead.replace(/\\[a-zA-Z]+/g, ''));
  const [head = isWork ? led : lead] = heads ?? [];
  const own = isWork && kind === 'math' && lead !== '' ? [statement.lead, ...sides] : sides;
  const around = heads
    ? [`${top ?? ''} ${given.others ?? ''}`, ...heads.slice(1), heading]
    : [isWork ? '' : led, heading];
  return [
    {
      label: head,
      around,
      sides: own,
      parting: own.length > sides.length ? ['', ...parting] : parting,
      block,
      order,
      by: kind === 'table' ? 'row' : 'meaning',
      shown,
      after: '',
    },
  ];
}

const longest = { label: 160, after: 60 };

/** What the sentences of a paragraph give: each run with the words since the one before, and those behind it. */
function inProse(block: number, findings: Findings, knows: (word: string) => boolean): Result[] {
  const { kind, passage } = findings.blocks[block] as Findings['blocks'][number];
  if (kind !== 'prose') return [];
  const order = findings.statements.findIndex((one) => one.block === block);
  const around = [leadOf(block, findings), captionOf(block, findings), headingAbove(block, findings)];
  const results: Result[] = [];
  let [topic, previous] = ['', ''];
  for (const sentence of sentencesOf(passage)) {
    const runs = runsIn(sentence).filter((run) => !isAside(run, sentence.text));
    if (runs.length === 0 && sentence.text.length < longest.label) topic = unmarked(sentence.text);
    const own = runs.filter((run, i) => states(run, sentence.text, runs[i - 1], runs[i + 1], knows));
    const title = titleOf(sentence.text);
    let from = 0;
    let said = '';
    for (const [i, run] of own.entries()) {
      const after = behind(sentence.text.slice(run.to, runs[runs.indexOf(run) + 1]?.from));
      const label = unmarked(sentence.text.slice(from, run.from)).slice(-longest.label);
      const isLast = i === own.length - 1;
      if (!taken(run, sentence, findings, block))
        results.push({
          label,
          after,
          ...(isLast && title !== '' && from > 0 && { title }),
          ...(topic !== '' && { topic }),
          around: [said, previous, topic, ...around],
          sides: broken(run, sentence.text) ? run.sides.slice(1) : run.sides,
          parting: broken(run, sentence.text) ? ['', ...run.parting.slice(2)] : run.parting,
          block,
          order,
          by: 'meaning',
          shown: false,
        });
      said = `${said} ${label} ${after}`.slice(-longest.label);
      from = run.to + clauseEnd(sentence.text.slice(run.to, runs[runs.indexOf(run) + 1]?.from));
    }
    previous = said === '' ? previous : said;
  }
  // A topic is that of the last result under it.
  return results.map((one, i) => {
    if (one.topic === undefined || one.topic !== results[i + 1]?.topic) return one;
    const { topic: _, ...rest } = one;
    return rest;
  });
}

/** Does a symbol stand before its first operator? */
const broken = ({ sides, from }: Run, text: string): boolean =>
  sides.length > 1 &&
  /^[-−+*/×·^]|^\\(?:times|cdot)/.test(unmarked(sides[0]?.text ?? '').trim()) &&
  /[\p{L}})][\s\ue000-\ue003]*$/u.test(text.slice(0, from));

/** In brackets, beside what is said. */
function isAside({ from, to }: Run, text: string): boolean {
  const before = text.slice(0, from);
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  return isOpen && /^[^()]{0,60}\)/.test(text.slice(to)) && /\S/.test(before.slice(0, before.lastIndexOf('(')));
}

/** The words before the colon with which a sentence begins. */
const titleOf = (text: string): string => /^([^:=\d]{2,60}):\s/u.exec(unmarked(text))?.[1] ?? '';

const preposition =
  /^(?:for|in|on|with|at|from|to|when|by|because|since|so|as|if|after|per|i|we|this|that|which|instead|again|für|im|in|bei|mit|auf|und|and)$/i;

/** Is a run a result, and no number of something, no size and no part of a formula? */
function states(
  run: Run,
  text: string,
  before: Run | undefined,
  next: Run | undefined,
  knows: (word: string) => boolean,
): boolean {
  if (!isNumeral(run) || inArray(run, text) || inList(run, text)) return false;
  const after = behind(text.slice(run.to, next?.from));
  const [word = ''] = after.split(/\s+/);
  if (/^[\s\ue000-\ue003]*(?:\\[a-zA-Z]+|\p{L}(?![\p{L}]))/u.test(text.slice(run.to))) return false;
  if (isWorked(run)) return true;
  const label = text.slice(before?.to ?? 0, run.from);
  const number = (run.sides.at(-1)?.text ?? '').replace(/[^\d.,]/g, '');
  if (/^(?:of|von|out)$/i.test(word) || /^[\s\ue000-\ue003]*(?:->|→|=>|⇒|:)/.test(text.slice(run.to))) return false;
  const isCounted = word !== '' && !preposition.test(word) && !isUnitWord(word) && /s$|^\p{Lu}/u.test(word);
  if (isCounted && !spoken(word).some(knows)) return false;
  if (knows(number) && word !== '' && !preposition.test(word)) return false;
  return leads(unmarked(label)) || (word !== '' && (isUnitWord(word) || spoken(word).some(knows)) && !knows(number));
}

/** Among the numbers of an array. */
const inArray = ({ from }: Run, text: string): boolean => {
  const before = text.slice(0, from + 1);
  return before.split('[').length > before.split(']').length;
};

/** `62 , 378 , 344` may be one number or three. */
const inList = ({ from, to }: Run, text: string): boolean =>
  /\d\s,\s?$/.test(text.slice(Math.max(0, from - 4), from)) || /^\s,\s?\d/.test(text.slice(to));

const isUnitWord = (word: string): boolean => spoken(word).every((one) => units.has(one));
const units = new Set('parameter weight operation multiplication addition pixel value percent bias'.split(' '));

/** Has a label given it to a field? */
function taken(run: Run, sentence: Passage, { candidates, blocks }: Findings, block: number): boolean {
  const at = sentence.at[run.to - 1] ?? 0;
  const source = blocks[block]?.source;
  return candidates.some(
    (one) => one.block === block && one.source === source && one.at <= at && at <= one.at + one.text.length + 3,
  );
}

/** A relation or a word before a number that lead to it. */
const leads = (label: string): boolean =>
  /(?:[:=≈→⇒]|\s(?:is|are|was|were|be|of|to|at|around|about|gets?|got|gives?|makes?|yields?|equals?|reached|obtain|obtained|again|only|have|has|had|need|needs|needed|becomes|roughly|approximately|then|also|ist|sind|beträgt|betrug|ergibt|war|also|und|zu|von|auf|rund|wieder|vaut|est|soit|donne|contient|fait|donc|environ))[\s(]*$/iu.test(
    ` ${label}`,
  );

const clauseBreak = /[.,;:()\n]|\s(?:and|und|so|which|while|but|because|since|we|i)\s/iu;

/** Where the clause ends that a run stands in; at its end where the clause goes on to the next. */
const clauseEnd = (text: string): number => Math.max(0, text.search(clauseBreak));

/** The words behind a run, up to the end of the clause. */
const behind = (text: string): string => {
  const [, aside] = /^[\s\ue000-\ue003]*\(([\p{L}][^()\d]{1,40})\)/u.exec(text) ?? [];
  if (aside !== undefined) return aside;
  const [words = ''] = unmarked(text).split(clauseBreak, 1);
  return words.length <= longest.after ? words.trim() : '';
};

function headingAbove(block: number, { blocks }: Findings): string {
  return unmarked(blocks.slice(0, block + 1).findLast(({ kind }) => kind === 'heading')?.passage.text ?? '');
}

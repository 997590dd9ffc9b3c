import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import { headingsOf } from './headings.ts';
import { numberedQuestions } from './markers.ts';
import { type Part, problemsOfParts } from './parts.ts';
import { leads, partIn, type Ref, refIn, refOf, Trail } from './questions.ts';

/** The problems that a part of a document may answer, and how that is known. */
export interface Scope {
  readonly problems: readonly LoadedProblem[];
  readonly by: 'template' | 'question' | 'heading' | 'content' | 'anywhere';
}

const questions = new Set(['question', 'problem', 'exercise', 'task', '']);

/** For every block the problems that it may answer: by a template's labels, the numbers of questions, words of headings. */
export function scopesOf(
  blocks: readonly Block[],
  problems: readonly LoadedProblem[],
  slots: readonly Slot[] = [],
): Scope[] {
  const refs = new Map(problems.map((problem) => [problem, refOf(problem)]));
  const written = trailsOf(blocks);
  const isNumbered = written.some(({ path, family }) => path.length > 0 && family !== '');
  const items = isNumbered || slots.length === 0 ? new Map<number, Ref>() : numberedQuestions(blocks, slots);
  const trails = items.size > 0 ? trailsOf(blocks, items) : written;
  const families = new Set(trails.map(({ family }) => family));
  const matches = (problem: LoadedProblem, trail: Place): boolean => {
    const ref = refs.get(problem);
    return ref !== undefined && fits(ref, trail, families);
  };
  const met = new Set(problems.filter((problem) => trails.some((trail) => matches(problem, trail))));
  const named = headingsOf(blocks, problems);
  const byContent = problemsByContent(blocks, trails, slots);
  let template: Scope | undefined;
  return blocks.map((block, i) => {
    if (block.kind === 'problem') template = templateScope(block, i, blocks, problems);
    if (template) return template;
    const trail = trails[i] ?? { path: [], family: '', table: '' };
    const own = problems.filter((problem) => matches(problem, trail));
    if (own.length > 0) return { problems: deepest(own, refs), by: 'question' };
    const free = problems.filter((problem) => !met.has(problem));
    const { problems: spoken = [], isLost = false } = named[i] ?? {};
    const here = spoken.filter((problem) => free.includes(problem));
    const said = (byContent[i] ?? []).filter((problem) => free.includes(problem));
    if (said.length > 0 && (here.length !== 1 || isLost)) return { problems: said, by: 'content' };
    return here.length > 0 ? { problems: here, by: 'heading' } : { problems: free, by: 'anywhere' };
  });
}

/** For every block the problems that its part of the document speaks of. */
function problemsByContent(
  blocks: readonly Block[],
  trails: readonly Place[],
  slots: readonly Slot[],
): (readonly LoadedProblem[])[] {
  const parts: Part[] = [];
  const items = trails.some(({ path }) => /^\d/.test(path[0] ?? '')) ? undefined : itemNumbers(blocks);
  let key = '';
  blocks.forEach((block, i) => {
    const { path, family } = trails[i] ?? { path: [], family: '' };
    const here = items ? `${items[i]}` : `${family} ${path.join('.')}`;
    if (i === 0 || here !== key || (block.kind === 'heading' && blocks[i - 1]?.kind !== 'heading'))
      parts.push({ from: i, to: blocks.length, number: items ? `${items[i]}` : (path[0] ?? '') });
    key = here;
  });
  const closed = parts.map((part, i) => ({ ...part, to: parts[i + 1]?.from ?? blocks.length }));
  const found = problemsOfParts(blocks, closed, slots);
  return closed.flatMap((part) => Array.from({ length: part.to - part.from }, () => found.get(part) ?? []));
}

/** What a template's comment begins: the answers to a problem, or its statement, which answers nothing unless the other comment was deleted. */
function templateScope(
  { label, isStatement }: Block,
  at: number,
  blocks: readonly Block[],
  problems: readonly LoadedProblem[],
): Scope {
  const own = problems.filter(({ id }) => id === label);
  const answers = blocks.slice(at + 1).some((one) => one.kind === 'problem' && one.label === label && !one.isStatement);
  if (isStatement && answers) return { problems: [], by: 'template' };
  return { problems: own, by: isStatement ? 'question' : 'template' };
}

const numbered = /^\s*\(?(\d{1,2})\s?(?:[.)]|\(?[a-z]\))(?=\s|$)/;

/** The numbers that count questions without a noun, `1.`, `2(a)`, `2(b)`, `3)`, for every block; undefined where they count something else. */
function itemNumbers(blocks: readonly Block[]): (number | '')[] | undefined {
  let last: number | '' = '';
  const found: (number | '')[] = [];
  for (const { kind, passage, marker = '' } of blocks) {
    const isText = kind === 'prose' || kind === 'heading' || kind === 'math';
    const number = isText
      ? numbered.exec(`${marker} ${unmarked(passage.text.slice(0, 20))}`.trimStart())?.[1]
      : undefined;
    if (number !== undefined) {
      const next = Number(number);
      if (next !== last && next !== (last === '' ? Math.min(2, next) : last + 1)) return undefined;
      last = next;
    }
    found.push(last);
  }
  return last === '' || last < 2 ? undefined : found;
}

interface Place {
  readonly path: readonly string[];
  readonly family: string;
  readonly table: string;
}

function deepest(own: readonly LoadedProblem[], refs: ReadonlyMap<LoadedProblem, Ref | undefined>): LoadedProblem[] {
  const depth = (problem: LoadedProblem) => refs.get(problem)?.path.length ?? 0;
  const most = Math.max(...own.map(depth));
  return own.filter((problem) => depth(problem) === most);
}

function fits(ref: Ref, { path, family, table }: Place, families: ReadonlySet<string>): boolean {
  if (ref.family === 'table') return table !== '' && table === ref.path[0];
  if (!leads(ref.path, path)) return false;
  if (ref.family === family || family === '' || ref.family === '') return true;
  // "Problem 2" is question 2, unless the document has questions beside its problems.
  return questions.has(ref.family) && questions.has(family) && !families.has(ref.family);
}

/** Where in its numbering the document is at each block. */
function trailsOf(blocks: readonly Block[], items: ReadonlyMap<number, Ref> = new Map()): Place[] {
  const trail = new Trail();
  const tables = tablesOf(blocks);
  return blocks.map((block, i) => {
    const text = unmarked(block.passage.text.slice(0, 200));
    const isText = block.kind !== 'code' && block.kind !== 'table';
    const ref = isText ? (items.get(i) ?? refIn(text, block.kind === 'heading')) : undefined;
    if (ref && ref.family !== 'table') trail.enter(ref);
    const part = isText && !ref ? partIn(text, block.marker) : undefined;
    if (part) trail.part(part);
    return { path: trail.path, family: trail.family, table: tables.get(i) ?? '' };
  });
}

/** The numbers of the tables by their captions, which stand above or below: as in the rest of the document. */
function tablesOf(blocks: readonly Block[]): ReadonlyMap<number, string> {
  const captions = blocks.flatMap((block, i) => {
    const number = block.kind === 'code' || block.kind === 'table' ? undefined : captionIn(block);
    return number === undefined ? [] : [{ i, number }];
  });
  const isTable = (i: number): boolean => blocks[i]?.kind === 'table';
  const count = (by: 1 | -1): number => captions.filter(({ i }) => isTable(i + by)).length;
  const by = count(1) >= count(-1) ? 1 : -1;
  const found = new Map<number, string>();
  for (const { i, number } of captions) {
    found.set(i, number);
    const side = isTable(i + by) || !isTable(i - by) ? by : -by;
    for (let at = i + side; isTable(at) && !found.has(at); at += side) found.set(at, number);
  }
  return found;
}

function captionIn({ kind, passage }: Block): string | undefined {
  const text = unmarked(passage.text.slice(0, 200));
  const ref = refIn(text, kind === 'heading');
  if (ref?.family !== 'table') return undefined;
  return /^\W*table\s+\d+\s*[:.]/i.test(text) || text.length < 40 ? ref.path[0] : undefined;
}

import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import { leads, partIn, type Ref, refIn, refOf, Trail, telling } from './questions.ts';
import { wordsOf } from './words.ts';

/** The problems that a part of a document may answer, and how that is known. */
export interface Scope {
  readonly problems: readonly LoadedProblem[];
  readonly by: 'template' | 'question' | 'heading' | 'anywhere';
}

const questions = new Set(['question', 'problem', 'exercise', 'task', '']);

/** For every block the problems that it may answer: by a template's labels, the numbers of questions, words of headings. */
export function scopesOf(blocks: readonly Block[], problems: readonly LoadedProblem[]): Scope[] {
  const trails = trailsOf(blocks);
  const refs = new Map(problems.map((problem) => [problem, refOf(problem)]));
  const families = new Set(trails.map(({ family }) => family));
  const matches = (problem: LoadedProblem, trail: Place): boolean => {
    const ref = refs.get(problem);
    return ref !== undefined && fits(ref, trail, families);
  };
  const met = new Set(problems.filter((problem) => trails.some((trail) => matches(problem, trail))));
  const words = new Map(problems.map((problem) => [problem, telling(problem, problems)]));
  let template: Scope | undefined;
  let named: readonly LoadedProblem[] = [];
  return blocks.map((block, i) => {
    if (block.kind === 'problem')
      template = { problems: problems.filter(({ id }) => id === block.label), by: 'template' };
    if (template) return template;
    const trail = trails[i] ?? { path: [], family: '', table: '' };
    const own = problems.filter((problem) => matches(problem, trail));
    if (own.length > 0) return { problems: deepest(own, refs), by: 'question' };
    if (isHeading(block)) named = mentioned(block.passage.text, problems, words);
    const free = problems.filter((problem) => !met.has(problem));
    const here = named.filter((problem) => free.includes(problem));
    return here.length > 0 ? { problems: here, by: 'heading' } : { problems: free, by: 'anywhere' };
  });
}

interface Place {
  readonly path: readonly string[];
  readonly family: string;
  readonly table: string;
}

const isHeading = ({ kind, passage }: Block): boolean =>
  kind === 'heading' || (kind === 'prose' && passage.text.length < 80 && !/[=.]/.test(passage.text));

/** The problems of which a text says telling words: those of which it says most. */
export function mentioned(
  text: string,
  problems: readonly LoadedProblem[],
  words: ReadonlyMap<LoadedProblem, ReadonlySet<string>>,
): LoadedProblem[] {
  const said = new Set(wordsOf(text));
  const counts = problems.map(
    (problem) => [problem, [...(words.get(problem) ?? [])].filter((word) => said.has(word)).length] as const,
  );
  const most = Math.max(0, ...counts.map(([, count]) => count));
  return most === 0 ? [] : counts.filter(([, count]) => count === most).map(([problem]) => problem);
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
function trailsOf(blocks: readonly Block[]): Place[] {
  const trail = new Trail();
  let table = '';
  return blocks.map((block) => {
    const text = unmarked(block.passage.text.slice(0, 200));
    const ref = block.kind === 'code' || block.kind === 'table' ? undefined : refIn(text, block.kind === 'heading');
    if (ref?.family === 'table')
      table = /^\W*table\s+\d+\s*[:.]/i.test(text) || text.length < 40 ? (ref.path[0] ?? '') : table;
    else if (ref) {
      table = '';
      trail.enter(ref);
    } else if (block.kind === 'heading') table = '';
    const part = block.kind === 'code' || block.kind === 'table' || ref ? undefined : partIn(text, block.marker);
    if (part) trail.part(part);
    return { path: trail.path, family: trail.family, table };
  });
}

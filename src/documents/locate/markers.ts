import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import { bySymbol } from './labels.ts';
import { type Ref, refOf } from './questions.ts';
import { statementsOf } from './statements.ts';

const numbered = /^\s*\(?(\d{1,2})[.)](?=\s|$)/;

/**
 * The items of a list that numbers the questions, `1)` to the last, where nothing else in the document does: by the blocks
 * that begin one. The symbols in each must be those of its question, so that the steps of one answer are not taken for it.
 */
export function numberedQuestions(blocks: readonly Block[], slots: readonly Slot[]): ReadonlyMap<number, Ref> {
  const found = blocks.flatMap(({ kind, passage, marker = '' }, i): [number, Ref][] => {
    const number =
      kind === 'prose' || kind === 'math'
        ? numbered.exec(`${marker} ${marker === '' ? unmarked(passage.text.slice(0, 20)) : ''}`)
        : null;
    return number?.[1] ? [[i, { family: '', path: [number[1]] }]] : [];
  });
  const isOne = found.length > 1 && found.every(([, { path }], i) => path[0] === String(i + 1));
  const agreeing = isOne ? agreement(blocks, found, slots) : 0;
  return agreeing > 0 ? new Map(found) : new Map();
}

/** How many labels are of the problem that their item numbers; none where one is of another. */
function agreement(blocks: readonly Block[], items: readonly [number, Ref][], slots: readonly Slot[]): number {
  const problems = [...new Set(slots.map(({ problem }) => problem))];
  const numbers = new Map(problems.map((problem) => [problem, refOf(problem)?.path ?? []]));
  if (problems.some((problem) => numbers.get(problem)?.length !== 1)) return 0;
  let agreeing = 0;
  for (const [k, [from, ref]] of items.entries()) {
    const own = problems.filter((problem) => numbers.get(problem)?.[0] === ref.path[0]);
    for (const problem of namedIn(blocks.slice(from, items[k + 1]?.[0]), from, slots)) {
      if (!own.includes(problem)) return 0;
      agreeing++;
    }
  }
  return agreeing;
}

/** The problems that alone have a symbol which labels something there. */
const namedIn = (blocks: readonly Block[], from: number, slots: readonly Slot[]): LoadedProblem[] =>
  blocks.flatMap((block, i) => {
    if (block.kind === 'table' || block.kind === 'answer' || block.kind === 'problem') return [];
    return statementsOf(block, from + i).flatMap((statement) => {
      const named = new Set(bySymbol(statement, slots)?.slots.map(({ problem }) => problem));
      return named.size === 1 ? [...named] : [];
    });
  });

import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import { telling } from './questions.ts';
import { wordsOf } from './words.ts';

interface Level {
  readonly level: number;
  readonly problems: readonly LoadedProblem[];
}

/** A line that looks like a heading and has lost its look stands below all real ones. */
const lost = 7;

/** For every block the problems that the headings above it name: those of the innermost heading that names any. */
export function headingsOf(
  blocks: readonly Block[],
  problems: readonly LoadedProblem[],
): readonly { readonly problems: readonly LoadedProblem[]; readonly isLost: boolean }[] {
  const words = new Map(problems.map((problem) => [problem, telling(problem, problems)]));
  const title = titleOf(blocks);
  let open: Level[] = [];
  return blocks.map((block) => {
    const level = block === title ? undefined : levelOf(block);
    if (level !== undefined) {
      const named = mentioned(block.passage.text, problems, words);
      if (level < lost) open = open.filter((one) => one.level < level);
      else if (named.length > 0) open = open.filter((one) => one.level < lost);
      if (named.length > 0) open.push({ level, problems: narrowed(named, open.at(-1)?.problems) });
    }
    const { problems: own = [], level: depth = 0 } = open.at(-1) ?? {};
    return { problems: own, isLost: depth >= lost };
  });
}

/** The heading of the whole document: the first, where no other is of its level. */
function titleOf(blocks: readonly Block[]): Block | undefined {
  const [first, ...others] = blocks.filter(({ kind }) => kind === 'heading');
  return first && others.length > 0 && others.every(({ level = 2 }) => level > (first.level ?? 2)) ? first : undefined;
}

/** Within a section about some problems a heading can only choose among them. */
function narrowed(named: readonly LoadedProblem[], within: readonly LoadedProblem[] = []): readonly LoadedProblem[] {
  const both = named.filter((problem) => within.includes(problem));
  return both.length > 0 ? both : named;
}

function levelOf({ kind, level = 2, passage, marker }: Block): number | undefined {
  if (kind === 'heading') return level;
  const text = unmarked(passage.text).trim();
  const isLine = kind === 'prose' && marker === undefined && text.length < 80 && !/[=.?!]|:\s*\S|\n|\d\s*$/.test(text);
  return isLine ? lost : undefined;
}

/** The problems of which a text says telling words: those of which it says most. */
export function mentioned(
  text: string,
  problems: readonly LoadedProblem[],
  words: ReadonlyMap<LoadedProblem, ReadonlySet<string>>,
): LoadedProblem[] {
  const said = new Set(wordsOf(text.toLowerCase()));
  const counts = problems.map(
    (problem) => [problem, [...(words.get(problem) ?? [])].filter((word) => said.has(word)).length] as const,
  );
  const most = Math.max(0, ...counts.map(([, count]) => count));
  return most === 0 ? [] : counts.filter(([, count]) => count === most).map(([problem]) => problem);
}

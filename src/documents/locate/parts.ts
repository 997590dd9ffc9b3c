import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Block } from '../document.ts';
import { unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import { bySymbol } from './labels.ts';
import { statementsOf } from './statements.ts';
import { wordsOf } from './words.ts';

/** A part of a document between two numbers of questions or headings. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Its number among the questions, where it has one of its own. */
  readonly number: string;
}

const costs = { forward: 0.5, back: 4 };
const least = { evidence: 1.5, margin: 1.2, ordered: 0.7, orphan: 1.5 };

/**
 * The problems that each part answers, by what is said in it: the words and symbols that only one problem has, and the order
 * of the problems. Nothing where two problems would do nearly as well.
 */
export function problemsOfParts(
  blocks: readonly Block[],
  parts: readonly Part[],
  slots: readonly Slot[],
): ReadonlyMap<Part, readonly LoadedProblem[]> {
  const problems = [...new Set(slots.map(({ problem }) => problem))];
  if (problems.length < 2 || parts.length === 0) return new Map();
  const evidence = parts.map((part) => evidenceOf(blocks.slice(part.from, part.to), problems, slots));
  const through = throughAll(evidence, problems.length);
  const order = byOrder(parts, evidence, problems.length);
  const found = parts.map(({ number }, i) => order.get(number) ?? clearest(evidence[i] ?? [], through[i] ?? []));
  // What is said of a problem that has no part of its own is said in a part of another.
  const orphans = problems.map((_, p) => p).filter((p) => !found.includes(p));
  return new Map(
    parts.flatMap((part, i): [Part, LoadedProblem[]][] => {
      const at = found[i] ?? -1;
      const own = orphans.filter((p) => (evidence[i]?.[p] ?? 0) >= least.orphan && !order.has(part.number));
      return at < 0 ? [] : [[part, problems.filter((_, p) => p === at || own.includes(p))]];
    }),
  );
}

/** As many numbers of questions as problems are these problems in order, where nothing that is said tells otherwise. */
function byOrder(
  parts: readonly Part[],
  evidence: readonly (readonly number[])[],
  count: number,
): ReadonlyMap<string, number> {
  const numbers = [...new Set(parts.map(({ number }) => number).filter((number) => number !== ''))];
  const isRising = numbers.every((number, i) => i === 0 || Number(number) > Number(numbers[i - 1]));
  if (numbers.length !== count || !isRising) return new Map();
  const agrees = numbers.every((number, p) => {
    const whole = Array.from({ length: count }, (_, q) =>
      parts.reduce((sum, part, i) => sum + (part.number === number ? (evidence[i]?.[q] ?? 0) : 0), 0),
    );
    return (whole[p] ?? 0) >= Math.max(...whole) * least.ordered;
  });
  return agrees ? new Map(numbers.map((number, p) => [number, p])) : new Map();
}

/** Where all that is said fits best when this part is of it, by far. */
function clearest(evidence: readonly number[], through: readonly number[]): number {
  const most = Math.max(...through);
  const at = through.indexOf(most);
  const next = Math.max(...through.filter((_, p) => p !== at));
  return (evidence[at] ?? 0) >= least.evidence && most - next >= least.margin ? at : -1;
}

/** How much a part says of each problem that it does not say of the others. */
function evidenceOf(blocks: readonly Block[], problems: readonly LoadedProblem[], slots: readonly Slot[]): number[] {
  const vocabularies = problems.map((problem) => wordsOfProblem(problem, slots));
  const said = new Set(
    blocks.flatMap(({ passage, rows }) =>
      wordsOf(
        rows
          ? rows
              .flat()
              .map(({ text }) => text)
              .join(' ')
          : passage.text,
      ),
    ),
  );
  const weight = (word: string): number =>
    Math.log((problems.length + 1) / Math.max(1, vocabularies.filter((words) => words.has(word)).length));
  const symbols = blocks.flatMap((block, i) => symbolsIn(block, i, slots));
  return problems.map((problem, k) => {
    let sum = 0;
    for (const word of vocabularies[k] ?? []) if (said.has(word)) sum += weight(word);
    return sum + symbols.filter((one) => one === problem).length;
  });
}

const common = new Set('number one two layer first second'.split(' '));

const wordsOfProblem = (problem: LoadedProblem, slots: readonly Slot[]): ReadonlySet<string> =>
  new Set(
    [
      ...wordsOf(
        `${problem.id} ${problem.problem.title} ${Object.values(problem.working.names).join(' ')}`.replaceAll('-', ' '),
      ),
      ...slots.filter((slot) => slot.problem === problem).flatMap(({ phrases }) => phrases.flat()),
    ].filter((word) => word.length > 1 && !common.has(word)),
  );

/** The problems that alone have a symbol by which something is labelled. */
function symbolsIn(block: Block, i: number, slots: readonly Slot[]): LoadedProblem[] {
  if (block.kind === 'table' || block.kind === 'answer' || block.kind === 'problem') return [];
  const found = statementsOf(block, i).flatMap((statement) => {
    const named = bySymbol({ ...statement, lead: { ...statement.lead, text: unmarked(statement.lead.text) } }, slots);
    const own = new Set(named?.slots.map(({ problem }) => problem));
    return own.size === 1 ? [...own] : [];
  });
  return [...new Set(found)];
}

/** For each part and problem how well all parts can be told when this one is of this problem: their order counts. */
function throughAll(evidence: readonly (readonly number[])[], count: number): number[][] {
  const cost = (from: number, to: number): number =>
    to < from ? costs.back : Math.max(0, to - from - 1) * costs.forward;
  const step = (
    before: readonly number[] | undefined,
    own: readonly number[],
    price: (p: number, q: number) => number,
  ): number[] =>
    Array.from(
      { length: count },
      (_, p) => (own[p] ?? 0) + (before ? Math.max(...before.map((score, q) => score - price(p, q))) : 0),
    );
  const forward: number[][] = [];
  for (const own of evidence) forward.push(step(forward.at(-1), own, (p, q) => cost(q, p)));
  const back: number[][] = [];
  for (const own of [...evidence].reverse()) back.unshift(step(back[0], own, (p, q) => cost(p, q)));
  return forward.map((row, i) => row.map((score, p) => score + (back[i]?.[p] ?? 0) - (evidence[i]?.[p] ?? 0)));
}

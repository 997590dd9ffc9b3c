import { problems } from '../../problems/index.ts';
import type { Explanation } from '../../src/slips/explain.ts';
import { sameValue } from '../../src/slips/ranking.ts';
import type { Given } from '../../src/working/given.ts';
import { english } from '../../src/working/message.ts';
import { judged } from '../support/shown.ts';
import listed from './counts.json' with { type: 'json' };
import { table } from './table.ts';

/** A wrong count that graders have seen or expect, and words that its explanation must hold; none: two slips at once. */
export interface Count {
  readonly problem: string;
  readonly field: string;
  readonly answer: string;
  readonly called: string;
  readonly says?: string;
  /** The network it was counted on, where the problem is a table of layers. */
  readonly table?: string;
}

/** What the marker makes of one listed count. */
export interface Explained extends Count {
  readonly verdict: string;
  readonly bits: string;
  /** The likeliest explanation. */
  readonly first: string;
  /** Where the intended one stands among the classes of equal value, and among all. */
  readonly place: number | undefined;
  readonly rank: number | undefined;
  /** Slips that give the very same number, which nobody can tell apart. */
  readonly sharing: number;
}

const tables: Readonly<Record<string, Readonly<Record<string, Given>>>> = listed.tables;
const counts: readonly Count[] = listed.answers;

/** Every listed count, explained. */
export const explainedCounts = (): readonly Explained[] => counts.map(explained);

function explained(row: Count): Explained {
  const problem = problems.find(({ id }) => id === row.problem);
  if (!problem) throw new Error(`there is no problem ${row.problem}`);
  const givens = row.table === undefined ? undefined : tables[row.table];
  const judgement = judged(problem, { [row.field]: row.answer }, givens).get(row.field);
  const all: readonly Explanation[] = judgement?.explained?.explanations ?? [];
  const classes = all
    .map(({ value }) => value)
    .filter((value, i, values) => values.findIndex((v) => sameValue(v, value)) === i);
  const at =
    row.says === undefined
      ? -1
      : all.findIndex(({ wording }) => new RegExp(row.says ?? '').test(english(wording.says)));
  const mine = all[at];
  return {
    ...row,
    verdict: judgement?.verdict ?? '',
    bits: judgement?.explained?.bits.toFixed(1) ?? '',
    first: english(all[0]?.wording.says ?? ''),
    place: mine && classes.findIndex((value) => sameValue(value, mine.value)) + 1,
    rank: mine && at + 1,
    sharing: all.filter(({ value }) => all[0] && sameValue(value, all[0].value)).length,
  };
}

/** The listed counts as a table, and for each problem how many are explained. */
export function countsTable(): string {
  const all = explainedCounts();
  const rows = all.map((r) => [
    r.problem,
    r.answer,
    r.called,
    r.verdict,
    r.bits,
    r.place ?? '–',
    r.rank ?? '–',
    r.sharing,
    r.first,
  ]);
  const ids = [...new Set(all.map(({ problem }) => problem))];
  const sums = ids.map((id) => {
    const mine = all.filter(({ problem }) => problem === id);
    const count = (of: (r: Explained) => boolean): number => mine.filter(of).length;
    const named = count(({ verdict, place }) => verdict === 'slip' && place === 1);
    const sharing = mine.reduce((sum, one) => sum + one.sharing, 0) / mine.length;
    return [
      id,
      mine.length,
      count((r) => r.place !== undefined),
      count((r) => r.place === 1),
      count((r) => r.rank === 1),
      named,
      sharing.toFixed(1),
    ];
  });
  const head = [
    'problem',
    'answer',
    'deserves',
    'verdict',
    'bits',
    'class',
    'rank',
    'share the value',
    'first explanation',
  ];
  const sumHead = [
    'problem',
    'listed',
    'explained',
    'in the first class',
    'literally first',
    'named',
    'share a value (mean)',
  ];
  return `${table(head, rows)}\n\n${table(sumHead, sums)}`;
}

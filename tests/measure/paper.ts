import type { Shown } from '../../src/exact/agreement.ts';
import { judge } from '../../src/judging/carried.ts';
import type { Judgement } from '../../src/judging/judgement.ts';
import { keyOf } from '../../src/working/key.ts';
import { shownOf } from '../support/shown.ts';
import type { Subject } from './subjects.ts';

/** A paper with these lines on it, judged. */
export function judgeLines(
  { working, answer }: Subject,
  lines: Readonly<Record<string, string>>,
): Map<string, Judgement> {
  const shown = new Map<string, Shown>(Object.entries(lines).map(([name, text]) => [name, shownOf(text)]));
  return judge(working, shown, new Set([answer]));
}

/** The right lines, at so many places; whole numbers without. */
export function rightLines({ working }: Subject, places: number): Record<string, string> {
  const text = ([name, { exact }]: [string, { exact: { toFixed(n: number): string } }]): [string, string] => [
    name,
    exact.toFixed(working.counts ? 0 : places),
  ];
  return Object.fromEntries([...keyOf(working)].map(text));
}

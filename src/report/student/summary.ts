import type { Mark, ProblemResult } from '../../records/result.ts';
import { capital, code, counted, plural } from '../text/counted.ts';
import { type Badge, badge, isFault, shownFault, verdicts, waits } from '../verdicts.ts';
import { followersOf } from './thread.ts';
import type { ProblemView } from './view.ts';

/** One to three sentences about a problem: what went wrong, what hangs on it, what is missing or waits. */
export function summaryOf({ marks }: ProblemResult): string {
  if (marks.length > 0 && marks.every(({ verdict }) => verdict === 'blank')) return 'Nothing was handed in here.';
  const said = [faultText(marks), shownText(marks), blankText(marks), waitText(marks)].filter((text) => text !== '');
  return said.length > 0 ? said.join(' ') : rightText(marks);
}

function rightText(marks: readonly Mark[]): string {
  const shown = marks.flatMap(({ parts = [] }) => parts);
  const adds = shown.length > 0 ? ' The arithmetic you show adds up on every line.' : '';
  return `Right throughout.${adds}`;
}

function faultText(marks: readonly Mark[]): string {
  const faults = marks.filter(isFault);
  const [first] = faults;
  if (!first) return '';
  const kept = followersOf(first.field, marks);
  const keep = plural(kept.length, 'keeps its', 'keep their');
  const follow = `${counted(kept.length, 'line')} that ${plural(kept.length, 'uses', 'use')} it ${keep} points`;
  const name = code(first.field);
  if (faults.length > 1) {
    const carried = kept.length > 0 ? `; the ${follow}` : '';
    return `${capital(counted(faults.length, 'line'))} need another look. The first is ${name}${carried}.`;
  }
  return kept.length > 0
    ? `One line needs another look, ${name}; the ${follow}.`
    : `One line needs another look, ${name}.`;
}

function shownText(marks: readonly Mark[]): string {
  const lines = marks.filter((mark) => shownFault(mark) && !isFault(mark)).map(({ field }) => code(field));
  if (lines.length === 0) return '';
  return `The work shown for ${lines.join(', ')} does not add up; it costs nothing.`;
}

function blankText(marks: readonly Mark[]): string {
  const blank = marks.filter(({ verdict }) => verdict === 'blank').length;
  return blank > 0 ? `${capital(counted(blank, 'answer'))} ${plural(blank, 'is', 'are')} missing.` : '';
}

function waitText(marks: readonly Mark[]): string {
  const waiting = marks.filter(waits).length;
  return waiting > 0 ? `${capital(counted(waiting, 'line'))} ${plural(waiting, 'waits', 'wait')} for a person.` : '';
}

function countsOf(marks: readonly Mark[]): { verdict: Badge; n: number }[] {
  return verdicts.flatMap((id) => {
    const n = marks.filter(({ verdict }) => verdict === id).length;
    return n > 0 ? [{ verdict: badge(id), n }] : [];
  });
}

const longest = 24;

/** The verdicts of a problem at a glance. */
export const stripOf = (marks: readonly Mark[]): ProblemView['strip'] =>
  marks.length > longest ? countsOf(marks) : marks.map(({ verdict }) => ({ verdict: badge(verdict) }));

/** The same in words, for those who do not see the strip: `12 lines: 4 right, 2 slip`. */
export function stripText(marks: readonly Mark[]): string {
  const words = countsOf(marks).map(({ verdict, n }) => `${n} ${verdict.word.toLowerCase()}`);
  return `${marks.length} ${plural(marks.length, 'line')}: ${words.join(', ')}`;
}
